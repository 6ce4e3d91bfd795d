/** A yes is given to a meeting of another software than Jitsi. */
export { frameProvider } from '../providers/frame/index.js';

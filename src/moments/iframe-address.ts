/** The page has an `iframe[data-jitsi-src]`: a gate stands in for it, and reads the meeting out of its address. */
export { standIn } from '../page/placeholders/iframe-stand-in.js';

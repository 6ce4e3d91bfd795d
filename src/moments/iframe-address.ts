/** The page has an `iframe[data-jitsi-src]`: reads the meeting out of its address. */
export { readIframeAddress } from '../page/placeholders/iframe-address.js';

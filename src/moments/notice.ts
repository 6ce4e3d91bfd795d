/** The page has a `<jitsi-gate-notice>`: the section about meetings of the site's privacy notice. */
export { NoticeDisplay } from '../elements/notice/notice-display.js';

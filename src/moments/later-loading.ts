/** What only later files fetch, so that the first look need not name it. */

/** A yes is given to a meeting of another software than Jitsi. */
export const fetchOtherMeeting = () => import('./other-meeting.js');

/** The site has a consent platform (`cmp`), and decisions can be kept. */
export const fetchPlatform = () => import('./platform.js');

/** The details or the settings are opened. */
export const fetchOpened = () => import('./opened.js');

/** The owner looks at the page (`diagnostics`). */
export const fetchOwner = () => import('./owner.js');

/** The page has a `<jitsi-gate-notice>`. */
export const fetchNotice = () => import('./notice.js');

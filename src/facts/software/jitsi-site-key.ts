/**
 * The entry that `external_api.js` may write into the embedding site's own local storage: the meeting's settings with name and
 * e-mail, which it hands to the next meeting server, whoever runs that (docs/jitsi.md §4.1).
 */
export const SITE_KEY = 'jitsiLocalStorage';

import { SITE_KEY } from '../facts/software/jitsi-site-key.js';

/** Removes what `external_api.js` may have written on the site's own origin. */
export function removeJitsiLeftovers(): void {
  try {
    window.localStorage.removeItem(SITE_KEY);
  } catch {
    // Blocked storage holds nothing of ours to remove.
  }
}

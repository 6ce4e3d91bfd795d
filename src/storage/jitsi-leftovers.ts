/**
 * Removes what external_api.js may have written on the site's own origin (facts: jitsi.md §4.1): the meeting's settings,
 * with name and e-mail, which it would hand to the next meeting server, whoever runs that.
 */
export function removeJitsiLeftovers(): void {
  try {
    window.localStorage.removeItem('jitsiLocalStorage');
  } catch {
    // Blocked storage holds nothing of ours to remove.
  }
}

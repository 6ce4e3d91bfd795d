/**
 * Lets this browser's requests for one file of ours fail, until cookies are cleared (`closeSite`). Only a document of its
 * own asks anew: this page keeps what it has loaded. See test/support/meeting-server-plugin.ts.
 */
export function failFile(name: string): void {
  document.cookie = `fail-file=${name}; Path=/; SameSite=Strict`;
}

/** What a Jitsi server keeps in the visitor's browser (facts: jitsi.md §4; Jitsi Meet 13.2.0 source). */
export interface StoredEntry {
  readonly key: string;
  /** `site`: on the embedding site; `operator`: on the server's domain; `tab`: there, until the tab is closed. */
  readonly where: 'site' | 'operator' | 'tab';
}

const ON_OPERATOR = 'features/base/settings features/base/known-domains features/base/jwt features/prejoin features/virtual-background virtualBackgrounds features/video-quality-persistent-storage features/keyboard-shortcuts features/noise-suppression features/polls-history features/calendar-sync features/dropbox features/custom-panel features/screnshot-capture jitsiMeetId callStatsUserName sessionId language';

/** The list that the details show. Its change is a change of the terms: see `STORAGE_LIST` in `consent/terms.ts`. */
export const JITSI_STORAGE: readonly StoredEntry[] = [
  { key: 'jitsiLocalStorage', where: 'site' },
  ...ON_OPERATOR.split(' ').map((key): StoredEntry => ({ key, where: 'operator' })),
  ...'jwt guest oauth_nonce code_verifier'.split(' ').map((key): StoredEntry => ({ key, where: 'tab' })),
];

import { SITE_KEY } from './jitsi-site-key.js';

/** An entry in the visitor's browser. */
export interface StoredEntry {
  readonly key: string;
  /** `site`: of the embedding site; `operator`: of the server's domain. */
  readonly where: 'site' | 'operator';
  /** Until the meeting ends, until the visitor deletes it, or until the tab is closed. */
  readonly kept: 'meeting' | 'deleted' | 'tab';
}

// Entries that only Jitsi's own apps, its recorder or a page that is not embedded write are left out.
const UNTIL_DELETED = [
  'features/base/settings', 'features/base/known-domains', 'features/base/jwt', 'features/prejoin', 'features/virtual-background',
  'virtualBackgrounds', 'features/video-quality-persistent-storage', 'features/keyboard-shortcuts', 'features/noise-suppression',
  'features/polls-history', 'features/calendar-sync', 'features/dropbox', 'features/custom-panel', 'features/screnshot-capture',
  'jitsiMeetId', 'callStatsUserName', 'sessionId', 'language',
];

const FOR_TAB = ['jwt', 'guest', 'oauth_nonce', 'code_verifier'];

/**
 * What a Jitsi server keeps in the visitor's browser (docs/jitsi.md §4; the source of Jitsi Meet 13.2.0). A change of this
 * list is a change of the terms: `STORED_VERSION` in `jitsi-stored-version.ts` is its digest. The gate itself removes what is
 * kept on the site when a meeting ends.
 */
export const JITSI_STORED: readonly StoredEntry[] = [
  { key: SITE_KEY, where: 'site', kept: 'meeting' },
  ...UNTIL_DELETED.map((key): StoredEntry => ({ key, where: 'operator', kept: 'deleted' })),
  ...FOR_TAB.map((key): StoredEntry => ({ key, where: 'operator', kept: 'tab' })),
];

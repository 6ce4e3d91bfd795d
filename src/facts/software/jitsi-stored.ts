import { SITE_KEY } from './jitsi-site-key.js';
import type { StoredEntry } from './stored-entry.js';

// Entries that only Jitsi's own apps, its recorder or a page that is not embedded write are left out.
const UNTIL_DELETED = {
  person: ['features/base/settings', 'features/base/jwt'],
  identifier: ['jitsiMeetId', 'callStatsUserName'],
  settings: [
    'features/base/known-domains', 'features/prejoin', 'features/video-quality-persistent-storage', 'features/keyboard-shortcuts',
    'features/noise-suppression', 'features/custom-panel', 'features/screnshot-capture', 'language',
  ],
  content: ['features/virtual-background', 'virtualBackgrounds', 'features/polls-history', 'features/calendar-sync', 'features/dropbox'],
  signIn: ['sessionId'],
} as const;

const FOR_TAB = ['jwt', 'guest', 'oauth_nonce', 'code_verifier'];

/** Names that Jitsi's source spells in its own way (docs/jitsi.md §4.2). */
export const THEIR_SPELLING: readonly string[] = ['features/screnshot-capture'];

/**
 * What a Jitsi server keeps in the visitor's browser (docs/jitsi.md §4; the source of Jitsi Meet 13.2.0). A change of this
 * list is a change of the terms: `STORED_VERSION` in `jitsi-stored-version.ts` is its digest. The gate itself removes what is
 * kept on the site when a meeting ends.
 */
export const JITSI_STORED: readonly StoredEntry[] = [
  { key: SITE_KEY, where: 'site', storage: 'localStorage', purpose: 'copy', kept: 'meeting' },
  ...Object.entries(UNTIL_DELETED).flatMap(([purpose, keys]) => keys.map((key) => (
    { key, where: 'operator', storage: 'localStorage', purpose: purpose as keyof typeof UNTIL_DELETED, kept: 'deleted' } as const))),
  ...FOR_TAB.map((key) => ({ key, where: 'operator', storage: 'sessionStorage', purpose: 'signIn', kept: 'tab' } as const)),
];

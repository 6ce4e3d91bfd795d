/**
 * `config`: turns what the owner wrote into settings (`settings.ts`), and says everything that is wrong with it
 * (`check.ts`, with zod, loaded after the first look). It reads what it is handed; it loads nothing, stores nothing,
 * and trusts no placeholder.
 */

/** What holds where the owner says nothing (SPEC 2.1). Each is the choice that protects the visitor most. */
export const DEFAULTS = {
  basis: 'consent',
  audience: 'general',
  maxAgeDays: 182,
  storage: 'local',
  storageKey: 'jitsi-gate',
  remember: 'ask',
  start: 'click',
  mode: 'api',
  noticeVersion: '1',
  lang: 'auto',
  cmp: 'none',
  recordingPolicy: 'notify',
  timeout: 20_000,
} as const;

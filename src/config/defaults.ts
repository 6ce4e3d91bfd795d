/**
 * `config`: turns what the owner wrote into settings (`settings.ts`), and says everything that is wrong with it. `schema.ts`
 * describes it in zod; `forms.ts` is made from that and decides (`check-config.ts`), `words.ts` puts faults into words, and
 * `explain.ts` fetches zod for the owner after a no. It reads what it is handed; it loads nothing, stores nothing, and trusts no
 * placeholder.
 */

/**
 * What holds where the owner says nothing. Each is the choice that protects the visitor most. All of these options are attributes of
 * the script tag as well, which reads a number or a flag where the default is one.
 */
export const DEFAULTS = {
  basis: 'consent',
  audience: 'general',
  maxAgeDays: 182,
  storage: 'local',
  remember: 'ask',
  start: 'click',
  mode: 'api',
  noticeVersion: '1',
  lang: 'auto',
  cmp: 'none',
  cmpWriteBack: false,
  recordingPolicy: 'notify',
  timeout: 20_000,
  diagnostics: 'auto',
  confirmLeave: false,
  headingLevel: 2,
} as const;

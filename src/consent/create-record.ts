import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import { DAY, now } from '../lib/clock.js';
import type { DecisionRecord } from './record.js';
import { termsDigest } from './terms.js';

/** A decision to be recorded. */
export interface DecisionInput {
  readonly decision: DecisionRecord['decision'];
  readonly scope: DecisionRecord['scope'];
  readonly source: DecisionRecord['source'];
  /** The language in which the gate was read. */
  readonly lang: string;
  /** What was decided on; loading the meeting, unless something else is said. */
  readonly purpose?: 'recording' | 'transcription';
}

/** Makes the record of a decision that is taken now. It is kept nowhere yet. */
export function createRecord(operator: Operator, { decision, scope, source, lang, purpose }: DecisionInput, settings: Settings): DecisionRecord {
  const time = now();
  return {
    decision,
    scope,
    purposes: [purpose ?? 'load'],
    at: new Date(time).toISOString(),
    until: new Date(time + settings.maxAgeDays * DAY).toISOString(),
    terms: termsDigest(operator, settings),
    notice: settings.noticeVersion,
    lang,
    source,
  };
}

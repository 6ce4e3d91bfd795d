import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import type { DecisionRecord } from './record.js';
import { TERM_PARTS, type TermPart, termsDigest } from './terms.js';

/**
 * Which parts of the terms are not what they were when the visitor last decided to be remembered or refused. An empty list
 * where nothing changed, or where the stored digest is of another form and cannot tell.
 */
export function changesSince(record: DecisionRecord | undefined, operator: Operator, settings: Settings): TermPart[] {
  if (!record || record.decision === 'withdrawn' || record.scope !== 'remembered') return [];
  const before = record.terms.split('.');
  const after = termsDigest(operator, settings).split('.');
  return before.length === after.length ? TERM_PARTS.filter((_, index) => before[index] !== after[index]) : [];
}

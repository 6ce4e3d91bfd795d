import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import { now } from '../lib/clock.js';
import { type DecisionRecord, isCurrent, limitAge } from './record.js';
import { termsDigest } from './terms.js';

/** What counts for an operator now. `none`: ask. */
export type Standing = 'none' | 'granted' | 'declined';

/** A decision, and what decides whether it allows loading. */
export interface Basis {
  readonly record: DecisionRecord;
  readonly terms: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Whether the decision was made on this very page view; a decision for once counts no longer than that. */
  readonly isOfThisView: boolean;
}

/** Whether a decision allows loading: a current yes to that, remembered or of this view. In doubt it does not. */
export function allowsLoading({ record, terms, time, isOfThisView }: Basis): boolean {
  const isYes = record.decision === 'granted' && record.purposes.includes('load');
  return isYes && isCurrent(record, terms, time) && (record.scope === 'remembered' || isOfThisView);
}

/** The stored decision on an operator, and the one that this page view made itself. */
export interface Decided {
  readonly stored: DecisionRecord;
  readonly own: DecisionRecord | undefined;
}

/**
 * What of a stored decision counts now: this view's own yes while a yes is stored, the stored decision otherwise, and that
 * for no longer than the site allows.
 */
export function basisOf({ stored, own }: Decided, operator: Operator, settings: Settings): Basis {
  const isOfThisView = own?.decision === 'granted' && stored.decision === 'granted';
  const record = isOfThisView ? own : limitAge(stored, settings.maxAgeDays);
  return { record, terms: termsDigest(operator, settings), time: now(), isOfThisView };
}

/** What counts for an operator, from the stored decision and what this page view decided itself. It gives no Grant. */
export function standingOf(stored: DecisionRecord | undefined, operator: Operator, ...[settings, own]: [settings: Settings, own?: DecisionRecord]): Standing {
  if (!stored) return 'none';
  const basis = basisOf({ stored, own }, operator, settings);
  if (allowsLoading(basis)) return 'granted';
  const { record, terms, time } = basis;
  const isRefusal = record.decision === 'declined' && isCurrent(record, terms, time);
  return isRefusal && (record.scope === 'remembered' || own?.at === record.at) ? 'declined' : 'none';
}

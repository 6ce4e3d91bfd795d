import type { DecisionRecord } from './record.js';

/** What a tab knows of one operator when another tab has written on it. */
export interface Told {
  /** What the other tab wrote; undefined where it removed the entry or wrote what we cannot read. */
  readonly told: DecisionRecord | undefined;
  /** What this tab's own store holds now. */
  readonly stored: DecisionRecord | undefined;
  /** What this page view decided itself. */
  readonly own: DecisionRecord | undefined;
  /** Now, ISO 8601 in UTC. A record from the future was made by a clock that was wrong, and outweighs nothing. */
  readonly time: string;
}

/** Whether a record is to stand rather than another one. */
export function outweighs(record: DecisionRecord, other: DecisionRecord | undefined, time: string): boolean {
  if (record.at > time) return false;
  if (!other || record.at > other.at) return true;
  // What a wrong clock wrote may have come later all the same; a refusal is safe to put in its place, a yes is not.
  if (other.at > time) return record.decision !== 'granted';
  // Of two in the same millisecond, the refusal.
  return record.at === other.at && record.decision !== 'granted' && other.decision === 'granted';
}

/**
 * What has to be written so that the latest decision stands: this view's own, where another tab's older write went over it,
 * or the other tab's refusal, where stores are not shared. A yes is never taken over from a store that is not shared.
 * Undefined where nothing is missing.
 */
export function mergeTold({ told, stored, own, time }: Told): DecisionRecord | undefined {
  if (!told) return undefined;
  const refusal = told.decision === 'granted' ? undefined : told;
  let standing = stored;
  for (const record of [own, refusal]) if (record && outweighs(record, standing, time)) standing = record;
  return standing === stored ? undefined : standing;
}

import type { DecisionRecord, DecisionRecords } from './record.js';

/** What a tab knows when another one has written. */
export interface Told {
  /** What the other tab wrote; undefined where it cleared everything or wrote something newer than we can read. */
  readonly told: DecisionRecords | undefined;
  /** What this tab's own store holds now. */
  readonly stored: DecisionRecords;
  /** What this page view decided itself. */
  readonly own: DecisionRecords;
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
 * What has to be written so that no decision is lost: this view's own, where another tab's write at the same moment went
 * over it, and the other tab's refusals and withdrawals, where stores are not shared. A yes is never taken over from a
 * store that is not shared. Undefined where nothing is missing.
 */
export function mergeTold({ told, stored, own, time }: Told): DecisionRecords | undefined {
  if (!told) return undefined;
  const refusals = [...told].filter(([, record]) => record.decision !== 'granted');
  const missing = [...own, ...refusals].filter(([key, record]) => outweighs(record, stored.get(key), time));
  if (missing.length === 0) return undefined;
  const merged = new Map(stored);
  for (const [key, record] of missing) if (outweighs(record, merged.get(key), time)) merged.set(key, record);
  return merged;
}

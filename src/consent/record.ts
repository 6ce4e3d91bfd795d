import { fits } from '../lib/check-form.js';
import { DAY } from '../lib/clock.js';
import { recordForm } from './record-form.js';
import { RECORD_RULES } from './record-rules.js';

/** One stored decision (docs/law.md R43). Never holds an IP address, a user agent or a room's name. */
export interface DecisionRecord {
  readonly decision: 'granted' | 'declined' | 'withdrawn';
  readonly scope: 'once' | 'remembered';
  readonly purposes: readonly string[];
  /** When it was made and until when it counts, ISO 8601 in UTC. */
  readonly at: string;
  readonly until: string;
  /** Digest of the terms it was made on. */
  readonly terms: string;
  readonly notice: string;
  /** Language in which the gate was read. */
  readonly lang: string;
  readonly source: 'visitor' | 'cmp' | 'api';
}

/**
 * Whether a value is a well-formed decision, by its own properties and with no others, for no longer than any site may ask. What
 * else a stranger puts there could be too deep to be written again. Its version is that of the whole text.
 */
export function isRecord(value: unknown): value is DecisionRecord {
  return !Object.hasOwn(Object(value) as object, 'v') && fits(recordForm, { v: 1, ...(value as object) }, RECORD_RULES);
}

const VERSION = 1;
const MAX_TEXT = 100_000;

/**
 * Reads a stored decision; undefined where there is none that is well-formed. `newer`: the text is from a newer version,
 * and may be neither understood nor written over.
 */
export function parseRecord(text: string | null): DecisionRecord | 'newer' | undefined {
  if (text === null || text.length > MAX_TEXT) return undefined;
  try {
    const { v, ...record } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
    // Only a number: not everything that JSON can hold can be made one.
    if (typeof v === 'number' && v > VERSION) return 'newer';
    return v === VERSION && isRecord(record) ? record : undefined;
  } catch {
    return undefined; // Not ours or damaged: no decision is known.
  }
}

/** Writes a decision the way `parseRecord` reads it. */
export function serializeRecord(record: DecisionRecord): string {
  return JSON.stringify({ v: VERSION, ...record });
}

/** A decision that counts for no longer than the site allows, whatever it says itself (docs/law.md R32). */
export function limitAge(record: DecisionRecord, maxAgeDays: number): DecisionRecord {
  const end = Date.parse(record.at) + maxAgeDays * DAY;
  return Date.parse(record.until) <= end ? record : { ...record, until: new Date(end).toISOString() };
}

/** Whether a decision was made on these terms, at or before `time`, and has not run out. */
export function isCurrent(record: DecisionRecord, terms: string, time: number): boolean {
  return record.terms === terms && Date.parse(record.at) <= time && time < Date.parse(record.until);
}

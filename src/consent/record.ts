import { DAY } from '../lib/clock.js';

/** One stored decision (SPEC 4). Never holds an IP address, a user agent or a room's name. */
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

// By hand, because zod is not there yet when the first gate is drawn.
const SHAPE: Readonly<Record<keyof DecisionRecord, (value: unknown) => boolean>> = {
  decision: (value) => value === 'granted' || value === 'declined' || value === 'withdrawn',
  scope: (value) => value === 'once' || value === 'remembered',
  purposes: (value) => Array.isArray(value) && value.every(isShortText),
  at: isTime,
  until: isTime,
  terms: isShortText,
  notice: isShortText,
  lang: isShortText,
  source: (value) => value === 'visitor' || value === 'cmp' || value === 'api',
};

function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 500;
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * Whether a value is a well-formed decision, by its own properties and with no others, for no longer than any site may ask
 * (SPEC 2.1). What else a stranger puts there could be too deep to be written again.
 */
function isRecord(value: unknown): value is DecisionRecord {
  const shape = Object.entries(SHAPE);
  const isShaped = Object.keys(Object(value) as object).length === shape.length && shape.every(([name, isRight]) => Object.hasOwn(Object(value), name) && isRight(Reflect.get(value as object, name)));
  const { at, until } = Object(value) as DecisionRecord;
  return isShaped && Date.parse(until) - Date.parse(at) <= 395 * DAY;
}

/** Every stored decision by operator key. */
export type DecisionRecords = ReadonlyMap<string, DecisionRecord>;

const VERSION = 1;
const MAX_TEXT = 100_000;

/**
 * Reads stored decisions. Records that are not well-formed are left out; a text from a newer version is
 * `undefined`: it may not be understood and may not be overwritten.
 */
export function parseRecords(text: string | null): DecisionRecords | undefined {
  if (text === null || text.length > MAX_TEXT) return new Map();
  let stored: { v?: unknown; decisions?: unknown };
  try {
    stored = Object(JSON.parse(text)) as typeof stored;
  } catch {
    return new Map(); // Not ours or damaged: no decision is known.
  }
  const { v } = stored;
  // Only a number: not everything that JSON can hold can be made one.
  if (v !== VERSION) return typeof v === 'number' && v > VERSION ? undefined : new Map();
  const records = new Map<string, DecisionRecord>();
  for (const [key, value] of Object.entries(Object(stored.decisions) as object)) {
    if (isRecord(value)) records.set(key, value);
  }
  return records;
}

/** Writes decisions the way `parseRecords` reads them. */
export function serializeRecords(records: DecisionRecords): string {
  return JSON.stringify({ v: VERSION, decisions: Object.fromEntries(records) });
}

/** A decision that counts for no longer than the site allows, whatever it says itself (law R32). */
export function limitAge(record: DecisionRecord, maxAgeDays: number): DecisionRecord {
  const end = Date.parse(record.at) + maxAgeDays * DAY;
  return Date.parse(record.until) <= end ? record : { ...record, until: new Date(end).toISOString() };
}

/** Whether a decision was made on these terms, at or before `time`, and has not run out. */
export function isCurrent(record: DecisionRecord, terms: string, time: number): boolean {
  return record.terms === terms && Date.parse(record.at) <= time && time < Date.parse(record.until);
}

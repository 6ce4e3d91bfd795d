import type { Rules } from '../lib/rule.js';
import { DAY } from '../lib/clock.js';
import { PLAIN } from '../lib/plain-rules.js';

/** The longest that any site may ask a decision to count, in milliseconds. */
const LONGEST = 395 * DAY;

/** The rules of stored decisions, by name. */
export const RECORD_RULES = {
  ...PLAIN,
  /** The version of a record. */
  1: (value) => value === 1,
  /** No longer than any site may ask (docs/law.md R30). */
  term: ({ at, until }: Readonly<Record<string, unknown>>) => (Date.parse(String(until)) - Date.parse(String(at)) <= LONGEST ? [] : ['until']),
} satisfies Rules;

import type { z } from 'zod/mini';
import { exactly, fields, listOf, named, oneOf, text, together } from '../config/fields.js';
import { RECORD_RULES } from './record-rules.js';

const time = named('time', RECORD_RULES);
const short = text(500);

/** One stored decision. Never holds an IP address, a user agent or a room's name (docs/law.md R44). */
export const recordSchema = fields({
  v: exactly(1),
  decision: oneOf('granted', 'declined', 'withdrawn'),
  scope: oneOf('once', 'remembered'),
  purposes: listOf(short),
  /** When it was made and until when it counts, ISO 8601 in UTC. */
  at: time,
  until: time,
  /** Digest of the terms it was made on. */
  terms: short,
  notice: short,
  /** Language in which the gate was read. */
  lang: short,
  source: oneOf('visitor', 'cmp', 'api'),
}).check(together('term', RECORD_RULES));

export type StoredRecord = z.output<typeof recordSchema>;

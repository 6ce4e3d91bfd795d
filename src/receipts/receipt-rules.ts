import { PLAIN } from '../lib/plain-rules.js';
import type { Rules } from '../lib/rule.js';

/** The rules of receipts, by name. */
export const RECEIPT_RULES: Rules = {
  ...PLAIN,
  /** A UUID of version 4, as `lib/random-id.ts` makes them. */
  uuid: /^[\da-fA-F]{8}-[\da-fA-F]{4}-4[\da-fA-F]{3}-[89abAB][\da-fA-F]{3}-[\da-fA-F]{12}$/,
  sha256: /^[\da-f]{64}$/,
  false: (value) => value === false,
};

import { type Rule, type Rules, judge } from '../lib/rule.js';
import { PLAIN } from '../lib/plain-rules.js';

const sha256 = /^[\da-f]{64}$/;
const orNull = (rule: string): Rule => (value) => value === null || judge(rule, value, RECEIPT_RULES) === true;

/** The rules of receipts, by name. One with a question mark allows null as well. */
export const RECEIPT_RULES: Rules = {
  ...PLAIN,
  /** A UUID of version 4, as `lib/random-id.ts` makes them. */
  uuid: /^[\da-fA-F]{8}-[\da-fA-F]{4}-4[\da-fA-F]{3}-[89abAB][\da-fA-F]{3}-[\da-fA-F]{12}$/,
  sha256,
  false: (value) => value === false,
  'text?': orNull('text'),
  'sha256?': orNull('sha256'),
};

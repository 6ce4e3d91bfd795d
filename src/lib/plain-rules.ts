import type { Rules } from './rule.js';

/** Rules that know nothing of what they are used for. Their arguments stand in the form. */
export const PLAIN = {
  any: () => true,
  /** `is|boolean`: a value of that type. */
  is: (value, [type]) => typeof value === type,
  /** `text|200`: a text of at most so many characters, or of any length. */
  text: (value, [max]) => typeof value === 'string' && !(value.length > Number(max)),
  /** `int|1|395`: a whole number within bounds, both included. */
  int: (value: number, [min, max]) => Number.isInteger(value) && value >= Number(min) && value <= Number(max),
  /** A time in UTC as `toISOString` writes it, in the years from 0 to 9999. */
  time: (value) => typeof value === 'string' && value > '0' && new Date(value).toJSON() === value,
} satisfies Rules;

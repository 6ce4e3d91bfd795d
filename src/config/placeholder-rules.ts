import type { Rules } from '../lib/rule.js';
import { isSameOrigin } from '../lib/same-origin.js';
import { isRoom } from './room.js';

/** The rules of placeholders by name: all that the first look needs of `rules.ts`. */
export const PLACEHOLDER_RULES = {
  /** `text|200`: a text of at most so many characters, or of any length. */
  text: (value, [max]) => typeof value === 'string' && !(value.length > Number(max)),
  tag: /^[a-zA-Z]{2,3}(-\w{2,8})*$/,
  /** Pixels from 100 to 9999, or a length in another unit. */
  height: /^([1-9]\d{2,3}(px)?|[1-9]\d{0,2}(\.\d+)?(rem|[sd]?vh|%))$/,
  poster: (value) => typeof value === 'string' && isSameOrigin(value),
  room: (value) => typeof value === 'string' && isRoom(value),
} satisfies Rules;

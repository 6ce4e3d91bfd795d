import { array, custom } from 'zod/mini';
import { canonicalHost, isSafeLink } from '../lib/url.js';

type Check<T> = ReturnType<typeof custom<T>>;

/** A check whose message says what would be right; everything in the schema is built of these. */
function that<T>(expected: string, test: (value: unknown) => boolean): Check<T> {
  return custom<T>(test, { error: expected });
}

/** A text that passes a test. */
export function textThat(expected: string, test: (value: string) => boolean): Check<string> {
  return that(expected, (value) => typeof value === 'string' && test(value));
}

/** Any text from 1 to 500 characters. */
export const label = textThat('a text of 1 to 500 characters', (value) => value.trim() !== '' && value.length <= 500);

/** One of a list of words. */
export function oneOf<const T extends string>(...words: readonly T[]): Check<T> {
  return that(words.map((word) => `"${word}"`).join(' or '), (value) => words.includes(value as T));
}

/** A list of things. */
export function listOf<T extends Parameters<typeof array>[0]>(item: T): ReturnType<typeof array<T>> {
  return array(item, { error: 'a list' });
}

/** True or false. */
export const flag = that<boolean>('true or false', (value) => typeof value === 'boolean');

/** A callback. */
export function callback<T>(): Check<T> {
  return that('a function', (value) => typeof value === 'function');
}

/** A whole number within bounds, both included. */
export function between(min: number, max: number): Check<number> {
  return that(`a whole number from ${min} to ${max}`, (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max);
}

/** A link that is safe to show: http(s), mailto, tel or relative. */
export const link = textThat('a link (https, mailto, tel, relative)', isSafeLink);

/** A country as ISO 3166-1 alpha-2, like `DE`. */
export const country = textThat('a country as two capital letters, like DE', (value) => /^[A-Z]{2}$/.test(value));

/** A host with optional port and nothing else: no scheme, path, user, wildcard or space. */
export const host = textThat(
  'a host like meet.example.eu or meet.example.eu:8443',
  (value) => canonicalHost(value) !== undefined,
);

/** Whether a value is an object that is neither null nor a list. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A plain object whose values are the owner's own (handed on to Jitsi as they are). */
export const plainObject = that<Readonly<Record<string, unknown>>>('an object', isPlainObject);

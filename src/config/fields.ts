import { array, boolean, check, custom, enum as choice, gte, int as whole, literal, lte, maxLength, nullable, record, regex, strictObject, string, type core, type z } from 'zod/mini';
import { type Rules, judge } from '../lib/rule.js';

/**
 * What descriptions are built of. The message of each field is its rule as it stands in a compact form, so that zod and the
 * form say the same of a value, and `cli/form-of.ts` can make one from the other.
 */

/** A value that a named rule finds right. */
export function named<T = string>(rule: string, rules: Rules): ReturnType<typeof custom<T>> {
  return custom<T>((value) => judge(rule, value, rules) === true, { error: rule, abort: false });
}

/** A value of which a named rule says at which places in it something is wrong. */
export function placed<T>(rule: string, rules: Rules): ReturnType<typeof custom<T>> {
  return custom<T>(() => true, { error: rule }).check(check(({ value, issues }) => {
    for (const path of wrongPlaces(rule, value, rules)) issues.push({ message: rule, code: 'custom', input: value, path });
  }));
}

/** The places in a value at which a named rule finds something wrong. */
function wrongPlaces(rule: string, value: unknown, rules: Rules): PropertyKey[][] {
  return [judge(rule, value, rules)].flat().filter((place) => place !== true).map((place) => [place || []].flat() as PropertyKey[]);
}

/** A text, of any length or of at most so many characters. */
export function text(max?: number): ReturnType<typeof string> {
  const error = max === undefined ? 'text' : `text|${max}`;
  return max === undefined ? string({ error }) : string({ error }).check(maxLength(max, { error }));
}

/** A text that matches a pattern, which the compact form knows by a name. */
export function matching(pattern: RegExp, error: string): ReturnType<typeof string> {
  return string({ error }).check(regex(pattern, { error }));
}

/** One of a list of words. */
export function oneOf<const T extends string>(...words: readonly T[]): z.ZodMiniEnum<{ [word in T]: word }> {
  return choice(words, { error: `|${words.join('|')}` }) as z.ZodMiniEnum<{ [word in T]: word }>;
}

/** This word and no other. */
export function only<const T extends string>(word: T): z.ZodMiniLiteral<T> {
  return literal(word, { error: `|${word}` });
}

/** A value that is no text; the compact form knows it by a rule of that name. */
export function exactly<const T extends number | boolean>(value: T): z.ZodMiniLiteral<T> {
  return literal(value, { error: String(value) });
}

/** True or false. */
export const flag = boolean({ error: 'is|boolean' });

/** A whole number within bounds, both included. */
export function between(min: number, max: number): ReturnType<typeof whole> {
  const error = `int|${min}|${max}`;
  return whole({ error }).check(gte(min, { error }), lte(max, { error }));
}

/** A list of things. */
export function listOf<T extends core.SomeType>(item: T): z.ZodMiniArray<T> {
  return array(item, { error: 'list' });
}

/** An object whose names are free. */
export function byKey<T extends core.SomeType>(item: T): z.ZodMiniRecord<z.ZodMiniString<string>, T> {
  return record(string(), item, { error: 'object' });
}

/** An object with these names and no others. */
export function fields<T extends core.$ZodLooseShape>(shape: T): z.ZodMiniObject<T, core.$strict> {
  return strictObject(shape, { error: 'object' }) as unknown as z.ZodMiniObject<T, core.$strict>;
}

/** This or null. */
export const orNull = nullable;

/** What a rule on whole objects says, as zod has it. */
type ObjectCheck = core.$ZodCheck<object>;

/** Rules that are to see what was written, also names that zod leaves out. They run on the whole value, in `schemaFaults`. */
const onAll = new WeakSet<ObjectCheck>();

/** A named rule about an object as a whole. It also runs where single fields are wrong, so that everything is said at once. */
export function together(rule: string, rules: Rules): ObjectCheck {
  return check<object>(({ value, issues }) => {
    for (const path of wrongPlaces(rule, value, rules)) issues.push({ message: rule, code: 'custom', input: value, path });
  }, { error: rule, when: ({ value }: core.ParsePayload) => typeof value === 'object' && value !== null && !Array.isArray(value) });
}

/** A named rule about everything that was written, to any depth. */
export function throughout(rule: string): ObjectCheck {
  const marked = check<object>(() => undefined, { error: rule });
  onAll.add(marked);
  return marked;
}

/** The names of a description's rules about whole objects; only those about everything, if wanted. */
export function rulesOf({ _zod: { def } }: core.$ZodType, isOnAll = false): string[] {
  const checks = (def.checks ?? []) as readonly unknown[] as readonly ObjectCheck[];
  return checks.filter((one) => !isOnAll || onAll.has(one)).map((one) => ruleOf(one));
}

/** The rule of a field, as a compact form has it. */
export function ruleOf({ _zod: { def } }: { readonly _zod: { readonly def: object } }): string {
  const { error } = def as { error?: () => unknown };
  return String(error?.());
}

import { type ArrayValue, type NativeValue, type ObjectValue, type Primitive, type Value, UNKNOWN, arrayOf, isPrimitive, objectOf, optionsOf, textOf } from './values.js';

/** How deep a text of JSON may be. */
const MOST_LEVELS = 100;

const native = (call: NativeValue['call']): NativeValue => ({ type: 'native', call });
const allPrimitive = (values: readonly Value[]): values is readonly Primitive[] => values.every(isPrimitive);

type TextMethod = (...args: Primitive[]) => unknown;

/** The methods of texts that configurations use; none with a pattern, which could take for ever. */
const TEXT_METHODS = ['substr', 'substring', 'slice', 'toLowerCase', 'toUpperCase', 'trim', 'startsWith', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'charAt', 'concat', 'split', 'toString'] as const;

/** A method of a known text; undefined where it has none that is known here. */
export function textMethod(text: string, name: string): NativeValue | undefined {
  if (!TEXT_METHODS.includes(name as never)) return undefined;
  return native((args) => {
    if (!allPrimitive(args) || args.some((arg) => typeof arg === 'bigint')) return UNKNOWN;
    const made = (text[name as 'concat'] as TextMethod).apply(text, [...args]);
    if (Array.isArray(made)) return made.length > 1000 ? UNKNOWN : arrayOf(made as string[]);
    return typeof made === 'string' ? textOf(made) : made as Value;
  });
}

/** What lists can do; those that call back are with the calls (calls.ts). */
export function arrayMethod(array: ArrayValue, name: string): NativeValue | undefined {
  const isKnown = (): boolean => !array.isOpen && array.items.length <= 1000;
  if (name === 'join') return native(([sign = ',']) => (isKnown() && allPrimitive(array.items) && isPrimitive(sign) ? textOf(array.items.join(String(sign))) : UNKNOWN));
  if (name === 'concat') return native((args) => (isKnown() && args.every((arg) => isPrimitive(arg) || arg.type === 'array') ? arrayOf([...array.items, ...args.flatMap((arg) => (isPrimitive(arg) ? [arg] : (arg as ArrayValue).items))]) : UNKNOWN));
  if (name === 'includes') return native(([wanted]) => (isKnown() && allPrimitive(array.items) && isPrimitive(wanted) ? array.items.includes(wanted) : UNKNOWN));
  return undefined;
}

/** JSON as values. */
function valueOf(json: unknown, level = 0): Value {
  if (level > MOST_LEVELS) return UNKNOWN;
  if (Array.isArray(json)) return arrayOf(json.map((one) => valueOf(one, level + 1)));
  return typeof json === 'object' && json !== null ? objectOf(Object.entries(json).map(([key, value]) => [key, valueOf(value, level + 1)] as const)) : json as Primitive;
}

function parseJson([text]: readonly Value[]): Value {
  try {
    return typeof text === 'string' ? valueOf(JSON.parse(text)) : UNKNOWN;
  } catch {
    return UNKNOWN; // It would end the script; what follows then is not known either.
  }
}

const numbers = (take: (...all: number[]) => number) => native((args) => (args.every((arg) => typeof arg === 'number') ? take(...args as number[]) : UNKNOWN));
const ofPrimitive = (make: (value: Primitive) => Primitive) => native(([value]) => (isPrimitive(value) && typeof value !== 'bigint' ? make(value) : UNKNOWN));
const quiet = native(() => undefined);

const isObject = (value: Value): value is ObjectValue => !isPrimitive(value) && value.type === 'object';

/** Copies what is known into an object, as `Object.assign` does. */
function assign([target, ...sources]: readonly Value[]): Value {
  if (!isObject(target as Value)) return UNKNOWN;
  const object = target as ObjectValue;
  for (const source of sources) {
    if (isObject(source)) for (const [key, value] of source.props) object.props.set(key, value);
    if (!isPrimitive(source) && (!isObject(source) || source.isOpen)) object.isOpen = true;
  }
  return object;
}

const keysOf = ([value]: readonly Value[]): Value => (value !== undefined && isObject(value) && !value.isOpen ? arrayOf([...value.props.keys()]) : UNKNOWN);

/** What the language itself brings along. Anything else of a page is unknown. */
export const NATIVES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['Math', objectOf([['max', numbers(Math.max)], ['min', numbers(Math.min)], ['floor', numbers(Math.floor)], ['round', numbers(Math.round)], ['random', native(() => UNKNOWN)]], true)],
  ['JSON', objectOf([['parse', native(parseJson)], ['stringify', native(() => UNKNOWN)]])],
  ['Object', objectOf([['assign', native(assign)], ['keys', native(keysOf)]], true)],
  ['Array', objectOf([['isArray', native(([value]) => (isPrimitive(value) ? false : value.type === 'unknown' || value.type === 'maybe' ? UNKNOWN : value.type === 'array'))]], true)],
  ['String', ofPrimitive(String)],
  ['Number', ofPrimitive(Number)],
  ['Boolean', ofPrimitive(Boolean)],
  ['parseInt', native(([text, base = 10]) => (typeof text === 'string' && typeof base === 'number' ? Number.parseInt(text, base) : UNKNOWN))],
  ['console', objectOf(['log', 'info', 'warn', 'error', 'debug'].map((name) => [name, quiet] as const))],
]);

/** Whether an object has a key of its own. */
export function hasOwn(value: Value, key: Value): Value {
  if (!isObject(value) || typeof key !== 'string') return UNKNOWN;
  const found = optionsOf(value.props.get(key));
  if (!value.props.has(key)) return value.isOpen ? UNKNOWN : false;
  return found.length > 1 && found.includes(undefined) ? UNKNOWN : true;
}

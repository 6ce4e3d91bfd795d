import type { ArrowFunctionExpression, FunctionDeclaration, FunctionExpression } from 'acorn';

/**
 * `audit`: for Node only. Says what a Jitsi server does to privacy, from what it sends or from its own files. `script` reads the server's
 * configuration, which is a script, without running it: an interpreter for the few constructs that such files use. Whatever it does not know
 * stays unknown.
 */

/** What a script may hold as it stands. */
export type Primitive = string | number | boolean | bigint | null | undefined;

/** An object. Keys are plain data, whatever they are called. */
export interface ObjectValue {
  readonly type: 'object';
  readonly props: Map<string, Value>;
  /** Whether it may have more than is known. */
  isOpen: boolean;
}

export interface ArrayValue {
  readonly type: 'array';
  items: Value[];
  isOpen: boolean;
}

/** The code of a function. */
export type FunctionNode = ArrowFunctionExpression | FunctionDeclaration | FunctionExpression;

export interface FunctionValue {
  readonly type: 'function';
  readonly node: FunctionNode;
  readonly scope: Scope;
}

/** A function of the language itself; `pure` ones change nothing that they are given. */
export interface NativeValue {
  readonly type: 'native';
  readonly call: (args: readonly Value[]) => Value;
}

/** One of several values, as a part of the script runs or not. */
export interface MaybeValue {
  readonly type: 'maybe';
  readonly options: readonly Value[];
}

export interface UnknownValue {
  readonly type: 'unknown';
  /** What was written to it, where it is a thing that only this script's other files know. */
  readonly props?: Map<string, Value>;
}

/** What is known of a value. */
export type Value = Primitive | ObjectValue | ArrayValue | FunctionValue | NativeValue | MaybeValue | UnknownValue;

/** Names that a function, a block or the whole page has. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly parent: Scope | undefined;
  /** Whether `var` declares here. */
  readonly isFunction: boolean;
}

export const UNKNOWN: UnknownValue = { type: 'unknown' };

/** More possible values than these are as good as unknown. */
const MOST_OPTIONS = 8;
/** No setting is longer. */
const MOST_LETTERS = 100_000;

export const isPrimitive = (value: Value): value is Primitive => typeof value !== 'object' || value === null;
export const isUnknown = (value: Value): value is UnknownValue => !isPrimitive(value) && value.type === 'unknown';

/** Something that others know: what is written to it is known from then on. */
export const blank = (): UnknownValue => ({ type: 'unknown', props: new Map() });

export const objectOf = (entries: Iterable<readonly [string, Value]> = [], isOpen = false): ObjectValue => ({ type: 'object', props: new Map(entries), isOpen });
export const arrayOf = (items: Value[] = [], isOpen = false): ArrayValue => ({ type: 'array', items, isOpen });

/** A text, or nothing known where it is longer than any setting. */
export const textOf = (text: string): Value => (text.length > MOST_LETTERS ? UNKNOWN : text);

/** The values that a value may be. */
export const optionsOf = (value: Value): readonly Value[] => (!isPrimitive(value) && value.type === 'maybe' ? value.options : [value]);

/** Either of two values. */
export function merge(one: Value, other: Value): Value {
  const options = [...optionsOf(one)];
  for (const option of optionsOf(other)) if (!options.some((known) => Object.is(known, option))) options.push(option);
  if (options.length === 1) return options[0];
  return options.length > MOST_OPTIONS ? UNKNOWN : { type: 'maybe', options };
}

/** Does something with each value that a value may be. */
export function mapOptions(value: Value, change: (option: Value) => Value): Value {
  const [first, ...rest] = optionsOf(value).map(change);
  return rest.reduce<Value>(merge, first);
}

/** Whether a value counts as true; undefined where that is not known. */
export function truthOf(value: Value): boolean | undefined {
  const truths = new Set(optionsOf(value).map((option) => (isUnknown(option) ? undefined : isPrimitive(option) ? Boolean(option) : true)));
  return truths.size === 1 ? [...truths][0] : undefined;
}

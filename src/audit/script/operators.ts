import { type Primitive, type Value, UNKNOWN, isPrimitive, isUnknown, mapOptions, textOf, truthOf } from './values.js';

/* oxlint-disable eqeqeq -- the loose operators are those of the script that is read */
const BINARY: Readonly<Record<string, (one: Primitive, other: Primitive) => Primitive>> = {
  '===': (one, other) => one === other,
  '!==': (one, other) => one !== other,
  '==': (one, other) => one == other,
  '!=': (one, other) => one != other,
  '<': (one, other) => (one as number) < (other as number),
  '>': (one, other) => (one as number) > (other as number),
  '<=': (one, other) => (one as number) <= (other as number),
  '>=': (one, other) => (one as number) >= (other as number),
  '+': (one, other) => (one as string) + (other as string),
  '-': (one, other) => (one as number) - (other as number),
  '*': (one, other) => (one as number) * (other as number),
  '/': (one, other) => (one as number) / (other as number),
  '%': (one, other) => (one as number) % (other as number),
};
/* oxlint-enable eqeqeq */

/** Objects are the same only as themselves; what an operator makes of one otherwise is not known. */
function compare(operator: string, one: Value, other: Value): Value {
  const isSame = one === other;
  if (isUnknown(one) || isUnknown(other)) return UNKNOWN;
  if (operator === '===' || operator === '==') return isSame;
  return operator === '!==' || operator === '!=' ? !isSame : UNKNOWN;
}

/** What an operator makes of two values that are not several each. */
function calculate(operator: string, one: Value, other: Value): Value {
  const { [operator]: apply } = BINARY;
  if (!isPrimitive(one) || !isPrimitive(other)) return compare(operator, one, other);
  // Mixed with numbers, those without end are an error.
  if (!apply || typeof one === 'bigint' || typeof other === 'bigint') return UNKNOWN;
  const made = apply(one, other);
  return typeof made === 'string' ? textOf(made) : made;
}

/** What a binary operator makes of two values. */
export const binary = (operator: string, left: Value, right: Value): Value => mapOptions(left, (one) => mapOptions(right, (other) => calculate(operator, one, other)));

const typeName = (value: Value): Value => (isUnknown(value) ? UNKNOWN : isPrimitive(value) ? typeof value : value.type === 'function' || value.type === 'native' ? 'function' : 'object');

const UNARY: Readonly<Record<string, (value: Value) => Value>> = {
  'typeof': typeName,
  'void': () => undefined,
  '!': (value) => {
    const truth = truthOf(value);
    return truth === undefined ? UNKNOWN : !truth;
  },
  '-': (value) => (isPrimitive(value) && typeof value !== 'bigint' ? -Number(value) : UNKNOWN),
  '+': (value) => (isPrimitive(value) && typeof value !== 'bigint' ? Number(value) : UNKNOWN),
};

/** What a unary operator makes of a value. */
export const unary = (operator: string, value: Value): Value => mapOptions(value, (option) => UNARY[operator]?.(option) ?? UNKNOWN);

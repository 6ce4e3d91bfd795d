import * as fc from 'fast-check';
import { placesIn } from '../json-places.js';
import { hostileText } from './arbitrary.js';

function throwing(): never {
  throw new Error('hostile');
}

/** An object whose own value cannot be read. */
const trap = (): object => Object.defineProperty({}, 'name', { get: throwing, enumerable: true });

function circle(): object {
  const value: Record<string, unknown> = { list: [] };
  value['self'] = value;
  (value['list'] as unknown[]).push(value);
  return value;
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function deep(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
}

/** A list with a gap. */
function gapped(): string[] {
  const list = ['meet.example.eu'];
  list[2] = 'turn.example.com';
  return list;
}

/** Values that code may hand in, and that are not what they seem; made anew for each case. */
const MAKERS: Readonly<Record<string, () => unknown>> = {
  'a getter that throws': trap,
  'a proxy that throws': () => new Proxy({}, { ownKeys: throwing, get: throwing, has: throwing, getPrototypeOf: throwing }),
  'a list behind a proxy that throws': () => new Proxy([], { get: throwing, ownKeys: throwing }),
  'a revoked proxy': revoked,
  'a circle': circle,
  'an own __proto__': () => JSON.parse('{"__proto__":{"domain":"meet.example.eu"},"a":{"constructor":{"prototype":1}}}'),
  'what is inherited': () => Object.create({ domain: 'meet.example.eu', name: 'N', country: 'DE', decision: 'granted', room: 'room', tool: 'scc' }),
  'no prototype': () => Object.assign(Object.create(null) as object, { domain: 'meet.example.eu', name: 'N', country: 'DE' }),
  'what is hidden': () => Object.defineProperty({}, 'domain', { value: 'meet.example.eu', enumerable: false }),
  'symbols': () => ({ [Symbol('domain')]: 'meet.example.eu' }),
  'a list with gaps': gapped,
  'a list with a name': () => Object.assign(['meet.example.eu'], { extra: 1 }),
  'a list with a name in place of its entry': () => Object.assign(Array(1), { extra: 'meet.example.eu' }),
  'something like a list': () => ({ 0: 'meet.example.eu', length: 1 }),
  'texts that are objects': () => Object('meet.example.eu'),
  'nothing like a text': () => ({ toString: 1, valueOf: 1 }),
  'a text that throws': () => ({ toString: throwing, [Symbol.toPrimitive]: throwing }),
  'a function': () => throwing,
  'a symbol': () => Symbol('x'),
  'a big number': () => 10n ** 30n,
  'no number': () => Number.NaN,
  'minus nothing': () => -0,
  'a date': () => new Date(0),
  'a map': () => new Map([['domain', 'meet.example.eu']]),
  'a class': () => class {},
  'forty levels': () => deep(40),
  'a promise': () => Promise.resolve('meet.example.eu'),
};

/** Makes a value. fast-check looks into what it hands on, and these values do not bear that. */
export type Maker = () => unknown;

/** Hostile values, each with what it is. */
export const HOSTILE: readonly (readonly [what: string, make: Maker])[] = Object.entries(MAKERS);

const makerOf = (value: unknown): Maker => () => value;

const RESERVED = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'extra', '$schema', '*', '#', '.', '!', ''];
const odd = fc.constantFrom<unknown>(null, undefined, '', ' ', 0, 1, 395, 396, 30.5, -1, true, false, [], {}, ['x'], [[]], '1', '|', 'int', 'auto', 'granted', 'requested-service', 'none-needed', 'jaas', '2026-11-01T12:00:00.000Z', '2026-02-30T12:00:00.000Z', '9999-12-31T23:59:59.999Z', 'x'.repeat(500), 'x'.repeat(501), '8x8.vc', 'meet.jit.si', 'DE', 'US');
const strange: fc.Arbitrary<Maker> = fc.oneof(
  { weight: 6, arbitrary: odd.map((value) => () => structuredClone(value)) },
  { weight: 2, arbitrary: hostileText.map(makerOf) },
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(MAKERS)) },
);
const change = fc.tuple(fc.nat(), fc.constantFrom('set', 'set', 'set', 'remove', 'add'), strange, fc.constantFrom(...RESERVED));

/** JSON that was right before one to three of its values were changed, taken away or joined by others; or anything else. */
export function spoiled(...bases: readonly unknown[]): fc.Arbitrary<Maker> {
  const all = bases.map((base) => [base, placesIn(base)] as const);
  const changed = fc.tuple(fc.constantFrom(...all), fc.array(change, { minLength: 1, maxLength: 3 })).map(([[base, places], changes]) => (): unknown => {
    const copy: unknown = structuredClone(base);
    for (const [number, type, make, name] of changes) put(copy, places[number % places.length] ?? [], { type, value: make(), name });
    return copy;
  });
  return fc.oneof({ weight: 20, arbitrary: changed }, { weight: 1, arbitrary: strange });
}

interface Change {
  readonly type: string;
  readonly value: unknown;
  readonly name: string;
}

/** Changes a place of an object that is ours; a place that an earlier change has taken away is left alone. */
function put(top: unknown, place: readonly string[], { type, value, name }: Change): void {
  const [key, ...above] = place.toReversed();
  if (key === undefined) return;
  try {
    const holder = above.toReversed().reduce<unknown>((inner, one) => (Object.hasOwn(Object(inner), one) ? Reflect.get(Object(inner), one) : undefined), top);
    if (holder === null || typeof holder !== 'object') return;
    if (type === 'remove') Reflect.deleteProperty(holder, key);
    else Reflect.defineProperty(holder, type === 'add' && !Array.isArray(holder) ? name : key, { value, enumerable: true, configurable: true, writable: true });
  } catch {
    // An earlier change has put something there that throws.
  }
}

import { describe, expect, it } from 'vitest';
import { type Form, faultsOf, fieldsOf, fits } from '../../src/lib/check-form.js';
import { type Rules, judge } from '../../src/lib/rule.js';
import { PLAIN } from '../../src/lib/plain-rules.js';
import { HOSTILE } from '../support/hostile/values.js';

const rules: Rules = {
  ...PLAIN,
  code: /^[a-z]+$/,
  pair: ({ one, two }: Record<string, unknown>) => (one === two ? [] : ['one', ['two', 'deep']]),
  never: () => false,
};

/** Faults as `path: rule`. */
const found = (form: Form, value: unknown): string[] => faultsOf(form, value, rules).map(({ path, rule }) => `${path.map(String).join('.')}: ${rule}`);

describe('a rule', () => {
  it.each<[string, unknown, boolean]>([
    ['code', 'abc', true], ['code', 'ABC', false], ['code', 5, false], ['code', ['abc'], false], ['code', undefined, false],
    ['text', '', true], ['text', 5, false], ['text|3', 'abc', true], ['text|3', 'abcd', false], ['text|3', null, false],
    ['int|1|395', 1, true], ['int|1|395', 395, true], ['int|1|395', 0, false], ['int|1|395', 396, false], ['int|1|395', 1.5, false],
    ['int|1|395', '1', false], ['int|1|395', Number.NaN, false], ['int|1|395', [10], false],
    ['is|boolean', false, true], ['is|boolean', 0, false], ['is|function', () => 0, true], ['is|function', {}, false],
    ['|local|session', 'local', true], ['|local|session', 'session', true], ['|local|session', 'local|session', false],
    ['|local|session', '', false], ['|local|session', undefined, false], ['|only', 'only', true], ['|only', ['only'], false],
    ['time', '2026-11-01T12:00:00.000Z', true], ['time', '2024-02-29T23:59:59.999Z', true], ['time', '0000-01-01T00:00:00.000Z', true],
    ['time', '2026-02-29T12:00:00.000Z', false], ['time', '2026-11-01T12:00:00Z', false], ['time', '2026-11-01T24:00:00.000Z', false],
    ['time', '2026-11-01', false], ['time', '+012026-11-01T12:00:00.000Z', false], ['time', 'yesterday', false], ['time', 1_793_527_200_000, false],
    ['any', undefined, true],
  ])('%s says of %j: %s', (rule, value, isRight) => {
    expect(judge(rule, value, rules)).toBe(isRight);
    expect(fits(rule, value, rules)).toBe(isRight);
  });

  it('that is wrong is named as the form has it', () => {
    expect(faultsOf('text|3', 'abcd', rules)).toEqual([{ path: [], rule: 'text|3' }]);
  });
});

describe('an object', () => {
  const form: Form = ['one!', 'code', 'two three', '|yes|no', 'four', ['five!', 'text']];

  it('is right with all that it needs, and all that it may have', () => {
    expect(found(form, { one: 'a' })).toEqual([]);
    expect(found(form, { one: 'a', two: 'yes', three: 'no', four: { five: '' } })).toEqual([]);
    expect(found(form, { one: 'a', two: undefined })).toEqual([]);
  });

  it('has every fault named at once, where it is', () => {
    expect(found(form, { two: 'maybe', three: 1, four: { six: 1 }, seven: 1 })).toEqual([
      'one: code', 'two: |yes|no', 'three: |yes|no', 'four.five: text', 'four.six: unknown-key', 'seven: unknown-key',
    ]);
  });

  it.each([null, undefined, 5, 'one', [], ['a'], () => 0])('is not %j', (value) => {
    expect(found(form, value)).toEqual([': object']);
  });

  it('has what is its own and nothing else', () => {
    expect(found(form, Object.create({ one: 'a' }))).toEqual(['one: code']);
    expect(found(form, Object.create({ six: 1 }, { one: { value: 'a', enumerable: true } }))).toEqual([]);
    expect(found(form, Object.defineProperty({}, 'one', { value: 'a', enumerable: false }))).toEqual(['one: code']);
  });

  it.each(['__proto__', 'constructor', 'toString', '?', '*', '#', '.', '!', ''])('has no unknown key %j', (key) => {
    expect(found(form, JSON.parse(`{"one":"a",${JSON.stringify(key)}:{}}`))).toEqual([`${key}: unknown-key`]);
  });

  it('may have any names where the form says so', () => {
    expect(found(['*', 'code'], { a: 'a', toString: 'b' })).toEqual([]);
    expect(found(['*', 'code'], JSON.parse('{"a":1,"__proto__":2}'))).toEqual(['a: code', '__proto__: code']);
    expect(found(['one!', 'text', '*', 'code'], { one: 'A', two: 'B' })).toEqual(['two: code']);
  });

  it('is judged as a whole, also where single values are wrong', () => {
    expect(found(['one two', 'code', '.', 'pair'], { one: 'a', two: 'a' })).toEqual([]);
    expect(found(['one two', 'code', '.', 'pair'], { one: 'a', two: 5 })).toEqual(['two: code', 'one: pair', 'two.deep: pair']);
    expect(found(['one', ['*', 'any', '.', 'never']], { one: {} })).toEqual(['one: never']);
  });
});

describe('a list', () => {
  it('has entries that are right', () => {
    expect(found(['#', 'code'], [])).toEqual([]);
    expect(found(['#', 'code'], ['a', 'B', 'c', 5])).toEqual(['1: code', '3: code']);
    expect(found(['#', ['one!', 'code']], [{ one: 'a' }, {}])).toEqual(['1.one: code']);
  });

  it.each([[null], [undefined], ['a'], [{}], [{ 0: 'a', length: 1 }], [Object.assign(['a'], { b: 'c' })], [Object.assign(Array(2), { 1: 'a' })], [Object.assign(Array(1), { b: 'c' })]])('is not %j', (value) => {
    expect(found(['#', 'code'], value)).toEqual([': list']);
  });

  it('is no object, with gaps neither', () => {
    expect(found(['*', 'any'], [])).toEqual([': object']);
    expect(found(['*', 'any'], Array(3))).toEqual([': object']);
  });
});

describe('whatever a value is', () => {
  it.each(HOSTILE)('it is judged and nothing is thrown: %s', (_, make) => {
    for (const form of ['text', '|a', 'code', ['one!', 'code'], ['*', 'code'], ['#', 'code'], ['name', ['#', ['*', 'text']]]] satisfies Form[]) {
      for (const value of [make(), { name: make() }, [make()]]) {
        const faults = faultsOf(form, value, rules);
        expect(fits(form, value, rules)).toBe(faults.length === 0);
      }
    }
  });

  it('a value that cannot be read is told as just that', () => {
    const trap = Object.defineProperty({}, 'one', { enumerable: true, get: () => {
      throw new Error('hostile');
    } });
    expect(found(['one', 'code'], trap)).toEqual([': unreadable']);
  });

  it('a form ends where the value goes round in circles', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(found(['self', ['self', ['self', 'code']]], circle)).toEqual(['self.self.self: code']);
  });
});

it('the names of a form are listed with their forms, and with whether they are needed', () => {
  expect(fieldsOf(['one two!', 'code', 'three', ['#', 'text']])).toEqual([['one', 'code', true], ['two', 'code', true], ['three', ['#', 'text'], false]]);
});

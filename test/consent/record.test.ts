import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecisionRecord, isCurrent, isRecord, parseRecord, serializeRecord } from '../../src/consent/record.js';
import { DAY } from '../../src/lib/clock.js';
import { anyText } from '../support/any-text.js';

const record: DecisionRecord = {
  decision: 'granted', scope: 'remembered', purposes: ['load'], at: '2026-11-01T10:00:00.000Z', until: '2027-05-02T10:00:00.000Z',
  terms: 'a.b.c', notice: '1', lang: 'de', source: 'visitor',
};
const stored = (value: object): string => JSON.stringify({ v: 1, ...value });
const NAMES = Object.keys(record) as (keyof DecisionRecord)[];
const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;

describe('a stored decision', () => {
  it('is read as it was written', () => {
    expect(parseRecord(stored(record))).toEqual(record);
  });

  it('is written the way the contract says', () => {
    expect(serializeRecord(record)).toBe('{"v":1,"decision":"granted","scope":"remembered","purposes":["load"],"at":"2026-11-01T10:00:00.000Z",'
      + '"until":"2027-05-02T10:00:00.000Z","terms":"a.b.c","notice":"1","lang":"de","source":"visitor"}');
  });

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['garbage', 'garbage { not json'],
    ['half a text', stored(record).slice(0, -3)],
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"granted"'],
    ['a list', '[]'],
    ['a list of decisions', JSON.stringify([stored(record)])],
    ['a version alone', '{"v":1}'],
    ['no version', JSON.stringify(record)],
    ['an older version', JSON.stringify({ v: 0, ...record })],
    ['a version as text', JSON.stringify({ v: '1', ...record })],
    ['a version of true', JSON.stringify({ v: true, ...record })],
    ['decisions by operator', JSON.stringify({ v: 1, decisions: { clinic: record } })],
    ['a prototype of a decision', `{"v":1,"__proto__":${JSON.stringify(record)}}`],
    ['a decision and a prototype', stored(record).replace('"v":1', '"v":1,"__proto__":{}')],
    ['a version of a prototype', `{"__proto__":{"v":1},${JSON.stringify(record).slice(1)}`],
    ['a megabyte', stored({ ...record, more: 'x'.repeat(1_000_000) })],
    ['a version that is nothing like a number', '{"v":{"toString":1,"valueOf":1}}'],
    ['a version of 40,000 levels', `{"v":${deep}}`],
    ['a list that looks like a newer version', '{"v":[2]}'],
    ['a decision of 40,000 levels', `{"v":1,"decision":${deep}}`],
    ['a field of a stranger', stored({ ...record, room: 'secret' })],
    ['40,000 levels beside it', stored(record).replace('"v":1', `"v":1,"more":${deep}`)],
    ['100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['five megabytes', stored({ ...record, notice: 'x'.repeat(5_000_000) })],
    ['a megabyte of brackets', '['.repeat(1_000_000)],
  ])('is none in %s', (_, text) => {
    expect(parseRecord(text)).toBeUndefined();
    expect(Reflect.get({}, 'decision')).toBeUndefined();
  });

  it.each([
    ['2', '{"v":2,"decision":"granted"}'],
    ['1.1', '{"v":1.1}'],
    ['1e9', '{"v":1e9,"anything":[]}'],
  ])('of version %s is newer', (_, text) => {
    expect(parseRecord(text)).toBe('newer');
  });

  it.each<[keyof DecisionRecord, unknown]>([
    ['decision', 'yes'], ['decision', 'GRANTED'], ['decision', true], ['decision', ['granted']],
    ['scope', 'forever'], ['scope', null],
    ['purposes', 'load'], ['purposes', [5]], ['purposes', { 0: 'load', length: 1 }], ['purposes', null],
    ['at', 'yesterday'], ['at', 1_793_527_200_000], ['at', ''], ['at', null], ['at', '01/02/2026'], ['at', '2026-13-40T00:00:00.000Z'],
    ['until', 'never'], ['until', '9999999999999'], ['until', {}],
    ['terms', 5], ['terms', null], ['terms', 'x'.repeat(501)],
    ['notice', 1], ['lang', ['de']], ['lang', 'x'.repeat(501)],
    ['source', 'script'], ['source', 'Visitor'],
  ])('is none where its %s is %j', (name, value) => {
    expect(parseRecord(stored({ ...record, [name]: value }))).toBeUndefined();
  });

  it.each(NAMES)('is none without its own %s', (name) => {
    const rest = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
    expect(parseRecord(stored(rest))).toBeUndefined();
    const inherited = `${stored(rest).slice(0, -1)},"__proto__":{"${name}":${JSON.stringify(record[name])}}}`;
    expect(parseRecord(inherited)).toBeUndefined();
  });
});

describe('the shape of a decision', () => {
  it.each([null, undefined, [], 'granted', 5, true, [record], {}, { ...record, more: 1 }, Object.create(record)])('is not that of %j', (value) => {
    expect(isRecord(value)).toBe(false);
  });

  it('is that of a record', () => {
    expect(isRecord({ ...record })).toBe(true);
  });
});

describe('a decision', () => {
  const at = Date.parse(record.at);
  const until = Date.parse(record.until);

  it.each([
    ['at the moment it is made', at, true],
    ['a moment before it was made', at - 1, false],
    ['a day before it was made', at - 86_400_000, false],
    ['in between', at + 86_400_000, true],
    ['at its last moment', until - 1, true],
    ['at the moment it runs out', until, false],
    ['later', until + 1, false],
    ['when there is no time', Number.NaN, false],
  ])('counts %s: %i', (_, time, expected) => {
    expect(isCurrent(record, 'a.b.c', time)).toBe(expected);
  });

  it.each(['', 'a.b', 'a.b.d', 'A.B.C', 'a.b.c.'])('does not count for other terms: %j', (terms) => {
    expect(isCurrent(record, terms, at)).toBe(false);
  });
});

const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const dated: fc.Arbitrary<DecisionRecord> = fc.record({
  decision: fc.constantFrom('granted', 'declined', 'withdrawn'),
  scope: fc.constantFrom('once', 'remembered'),
  purposes: fc.array(text, { maxLength: 3 }),
  at: time,
  until: time,
  terms: text,
  notice: text,
  lang: text,
  source: fc.constantFrom('visitor', 'cmp', 'api'),
});
/** A decision that counts for no longer than a site may ask: 395 days. */
const anyRecord = fc.tuple(dated, fc.integer({ min: -395 * DAY, max: 395 * DAY })).map(([record, length]) => Object.assign(record, {
  until: new Date(Date.parse(record.at) + length).toISOString(),
}));

describe('a decision for longer than any site may ask', () => {
  it.each([[395 * DAY, true], [395 * DAY + 1, false], [9000 * DAY, false]])('is not read: %i ms', (length, isRead) => {
    const until = new Date(Date.parse(record.at) + length).toISOString();
    expect(parseRecord(stored({ ...record, until })) !== undefined).toBe(isRead);
  });
});

describe('whatever is stored', () => {
  it('comes back as it was, if we wrote it', () => {
    fc.assert(fc.property(anyRecord, (whole) => {
      expect(parseRecord(serializeRecord(whole))).toEqual(whole);
    }));
  });

  it('is read without a throw', () => {
    const json = fc.oneof(fc.json(), fc.jsonValue().map((value) => JSON.stringify({ v: 1, ...Object(value) as object })), anyText());
    fc.assert(fc.property(json, (stranger) => {
      parseRecord(stranger);
    }), { numRuns: 500 });
  });

  it('is a whole decision or none, after any one value was changed', () => {
    fc.assert(fc.property(anyRecord, fc.constantFrom(...NAMES), fc.jsonValue(), (whole, name, value) => {
      const read = parseRecord(stored({ ...whole, [name]: value }));
      if (typeof read === 'object') expect(typeof read[name]).toBe(typeof whole[name]);
    }), { numRuns: 300 });
  });
});

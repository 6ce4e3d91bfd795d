import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecisionRecord, isCurrent, parseRecords, serializeRecords } from '../../src/consent/record.js';
import { DAY } from '../../src/lib/clock.js';
import { anyText } from '../support/any-text.js';

const record: DecisionRecord = {
  decision: 'granted', scope: 'remembered', purposes: ['load'], at: '2026-11-01T10:00:00.000Z', until: '2027-05-02T10:00:00.000Z',
  terms: 'a.b.c', notice: '1', lang: 'de', source: 'visitor',
};
const stored = (entry: unknown, key = 'clinic'): string => JSON.stringify({ v: 1, decisions: { [key]: entry } });
const NAMES = Object.keys(record) as (keyof DecisionRecord)[];

describe('stored decisions', () => {
  it('are read as they were written', () => {
    expect(parseRecords(stored(record))).toEqual(new Map([['clinic', record]]));
  });

  it('are written the way the contract says', () => {
    expect(JSON.parse(serializeRecords(new Map([['clinic', record]])))).toEqual({ v: 1, decisions: { clinic: record } });
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
    ['a list of decisions', JSON.stringify([record])],
    ['no version', JSON.stringify({ decisions: { clinic: record } })],
    ['an older version', JSON.stringify({ v: 0, decisions: { clinic: record } })],
    ['a version as text', JSON.stringify({ v: '1', decisions: { clinic: record } })],
    ['a version of true', JSON.stringify({ v: true, decisions: { clinic: record } })],
    ['no decisions', '{"v":1}'],
    ['null decisions', '{"v":1,"decisions":null}'],
    ['decisions as text', '{"v":1,"decisions":"granted"}'],
    ['decisions as a list of texts', '{"v":1,"decisions":["granted"]}'],
    ['a prototype of decisions', `{"v":1,"__proto__":{"decisions":{"clinic":${JSON.stringify(record)}}}}`],
    ['a megabyte', JSON.stringify({ v: 1, decisions: { clinic: { ...record, more: 'x'.repeat(1_000_000) } } })],
    ['a version that is nothing like a number', '{"v":{"toString":1,"valueOf":1},"decisions":{}}'],
    ['a version of 40,000 levels', `{"v":${'['.repeat(40_000)}${']'.repeat(40_000)}}`],
    ['a list that looks like a newer version', '{"v":[2]}'],
    ['decisions of 40,000 levels', `{"v":1,"decisions":${'['.repeat(40_000)}${']'.repeat(40_000)}}`],
    ['a record with a field of a stranger', stored({ ...record, room: 'secret' })],
    ['a record with 40,000 levels in it', `${stored(record).slice(0, -3)},"more":${'['.repeat(40_000)}${']'.repeat(40_000)}}}}`],
    ['100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['five megabytes', stored({ ...record, notice: 'x'.repeat(5_000_000) })],
    ['a megabyte of brackets', '['.repeat(1_000_000)],
  ])('are none in %s', (_, text) => {
    expect(parseRecords(text)).toEqual(new Map());
  });

  it.each([
    ['2', '{"v":2,"decisions":{}}'],
    ['1.1', '{"v":1.1}'],
    ['1e9', '{"v":1e9,"anything":[]}'],
  ])('of version %s are not understood', (_, text) => {
    expect(parseRecords(text)).toBeUndefined();
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
  ])('leave out one whose %s is %j', (name, value) => {
    const other = { ...record, lang: 'fr' };
    expect(parseRecords(JSON.stringify({ v: 1, decisions: { wrong: { ...record, [name]: value }, other } }))).toEqual(new Map([['other', other]]));
  });

  it.each(NAMES)('leave out one without its own %s', (name) => {
    const rest = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
    expect(parseRecords(stored(rest))).toEqual(new Map());
    const inherited = `{"v":1,"decisions":{"clinic":${JSON.stringify(rest).slice(0, -1)},"__proto__":{"${name}":${JSON.stringify(record[name])}}}}}`;
    expect(parseRecords(inherited)).toEqual(new Map());
  });

  it.each([null, [], 'granted', 5, true, [record]])('leave out %j', (entry) => {
    expect(parseRecords(stored(entry))).toEqual(new Map());
  });

  it.each(['__proto__', 'constructor', 'toString'])('are kept apart from prototypes: %s', (key) => {
    const records = parseRecords(`{"v":1,"decisions":{"${key}":${JSON.stringify(record)}}}`);
    expect(records?.get(key)).toEqual(record);
    expect(Reflect.get({}, 'decision')).toBeUndefined();
    expect(parseRecords(serializeRecords(records ?? new Map()))).toEqual(records);
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
const anyKey = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '0', ''));

describe('a decision for longer than any site may ask', () => {
  it.each([[395 * DAY, 1], [395 * DAY + 1, 0], [9000 * DAY, 0]])('is not read: %i ms', (length, count) => {
    const until = new Date(Date.parse(record.at) + length).toISOString();
    expect(parseRecords(stored({ ...record, until }))?.size).toBe(count);
  });
});

describe('whatever is stored', () => {
  it('comes back as it was, if we wrote it', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyKey, anyRecord), { maxLength: 8 }), (entries) => {
      const records = new Map(entries);
      expect(parseRecords(serializeRecords(records))).toEqual(records);
    }));
  });

  it('is read without a throw', () => {
    const json = fc.oneof(fc.json(), fc.jsonValue().map((decisions) => JSON.stringify({ v: 1, decisions })), anyText());
    fc.assert(fc.property(json, (stranger) => {
      parseRecords(stranger);
    }), { numRuns: 500 });
  });

  it('is a whole decision or none, after any one value was changed', () => {
    fc.assert(fc.property(anyRecord, fc.constantFrom(...NAMES), fc.jsonValue(), (whole, name, value) => {
      const [read] = parseRecords(stored({ ...whole, [name]: value }))?.values() ?? [];
      if (read) expect(typeof read[name]).toBe(typeof whole[name]);
    }), { numRuns: 300 });
  });
});

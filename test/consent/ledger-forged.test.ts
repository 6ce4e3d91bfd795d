import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfigInput } from '../../src/config/schema.js';
import { type DecisionRecord, parseRecord, serializeRecord } from '../../src/consent/record.js';
import { termsDigest } from '../../src/consent/terms.js';
import { openStore } from '../../src/storage/open-store.js';
import { type Tab, createBrowser } from '../support/browser-tabs.js';
import { NOON, type PageView, no, visit, withdrawn, yes } from '../support/page-view.js';
import { clinic } from '../support/sample-config.js';
import { createSharedEntries } from '../support/shared-entries.js';

const DAY = 86_400_000;
const iso = (days: number): string => new Date(NOON + days * DAY).toISOString();

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The terms of the site's two operators. */
const { settings, operator, other } = visit(createSharedEntries());
const terms = termsDigest(operator, settings);

/** A remembered yes of a day ago, on the terms that hold, as the gate itself would have written it. */
const real: DecisionRecord = {
  decision: 'granted', scope: 'remembered', purposes: ['load'], at: iso(-1), until: iso(100), terms, notice: '1', lang: 'de', source: 'visitor',
};

/** What counts on a page view that finds these records. */
function standings(records: Readonly<Record<string, unknown>>): string[] {
  const texts = Object.entries(records).map(([key, record]) => [key, JSON.stringify({ v: 1, ...Object(record) as object })]);
  const view = visit(createSharedEntries(Object.fromEntries(texts) as Record<string, string>));
  return [view.ledger.standing(view.operator), view.ledger.standing(view.other)];
}

it('a record as the gate writes it counts, as a measure of the forged ones below', () => {
  expect(standings({ clinic: real })).toEqual(['granted', 'none']);
});

describe('a forged yes does not count', () => {
  it.each<[string, Partial<Record<keyof DecisionRecord, unknown>>]>([
    ['on the terms of the other operator', { terms: termsDigest(other, settings) }],
    ['on some of the terms', { terms: terms.split('.').slice(1).join('.') }],
    ['on terms in another order', { terms: terms.split('.').toReversed().join('.') }],
    ['on the terms of another notice', { terms: termsDigest(operator, { ...settings, noticeVersion: '2' }) }],
    ['that has run out', { at: iso(-100), until: iso(0) }],
    ['made in the future', { at: new Date(NOON + 1).toISOString() }],
    ['older than the site allows, its end moved on', { at: iso(-183), until: iso(200) }],
    ['that ends before it begins', { at: iso(-1), until: iso(-2) }],
    ['for longer than any site may ask', { until: '9999-12-31T23:59:59.999Z' }],
    ['from the year 0', { at: '0000-01-01T00:00:00.000Z' }],
    ['of a day that there is not', { at: '2026-13-41T00:00:00.000Z' }],
    ['of an hour that there is not', { at: '2026-10-31T25:61:61.000Z' }],
    ['with a time of another zone', { at: '2026-10-31T12:00:00+02:00' }],
    ['with a time of six-figure years', { until: '+012026-12-01T00:00:00.000Z' }],
    ['with a time as number', { until: NOON + 100 * DAY }],
    ['with a time as list', { until: [iso(100)] }],
    ['with a time and more behind it', { until: `${iso(100)}\n` }],
    ['without an end', { until: null }],
    ['for another purpose', { purposes: ['recording'] }],
    ['for a purpose in a list in a list', { purposes: [['load']] }],
    ['for once', { scope: 'once' }],
  ])('%s', (_, change) => {
    expect(standings({ clinic: { ...real, ...change } })).toEqual(['none', 'none']);
  });

  it('copied to the other operator', () => {
    expect(standings({ clinic: real, school: real })).toEqual(['granted', 'none']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '0', 'Clinic', 'clinic ', 'clinic\u0000'])('under the key %j', (key) => {
    const view = visit(createSharedEntries({ [key]: serializeRecord(real) }));
    expect([view.ledger.standing(view.operator), view.ledger.standing(view.other)]).toEqual(['none', 'none']);
    expect(Reflect.get({}, 'decision')).toBeUndefined();
  });

  it('put back after a withdrawal, while the page is open that withdrew', () => {
    const shared = createSharedEntries({ clinic: serializeRecord(real) });
    const view = visit(shared);
    expect(view.ledger.standing(view.operator)).toBe('granted');
    view.ledger.record(view.operator, withdrawn);
    shared.open().write('clinic', serializeRecord(real));
    expect(view.ledger.standing(view.operator)).toBe('none');
  });
});

describe('two sites under one origin', () => {
  const browser = () => createBrowser();
  const bob: Partial<ConfigInput> = { operators: { clinic: { ...clinic, domain: 'bob.example', name: 'Bob' }, school: clinic } };

  /** A page view of a site, in a tab of a browser. */
  const open = (tab: Tab, options: Partial<ConfigInput> = {}): PageView => tab.run(() => {
    const { storageKey = 'jitsi-gate' } = options;
    return visit(openStore({ storage: 'local', prefix: `${storageKey}.`, maxAgeDays: 182 }), options);
  });

  it('with one key for their decisions do not count a yes to another server as theirs', () => {
    const tab = browser().openTab();
    const alice = open(tab);
    tab.run(() => alice.ledger.record(alice.operator, yes));
    const theirs = open(tab, bob);
    expect(tab.run(() => [alice.ledger.standing(alice.operator), theirs.ledger.standing(theirs.operator)])).toEqual(['granted', 'none']);
  });

  it('with a key each do not see each other’s decisions', () => {
    const kept = browser();
    const tab = kept.openTab();
    const [alice, theirs] = [open(tab, { storageKey: 'alice' }), open(tab, { storageKey: 'bob' })];
    tab.run(() => alice.ledger.record(alice.operator, yes));
    tab.run(() => theirs.ledger.record(theirs.operator, no));
    expect(tab.run(() => [alice.ledger.standing(alice.operator), theirs.ledger.standing(theirs.operator)])).toEqual(['granted', 'declined']);
    expect([...kept.kept.keys()].toSorted()).toEqual(['alice.clinic', 'bob.clinic']);
    expect(parseRecord(kept.kept.get('alice.clinic') ?? null)).toMatchObject({ decision: 'granted' });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DecisionRecord, parseRecord, serializeRecord } from '../../src/consent/record.js';
import { NOON, no, once, visit, withdrawn, yes } from '../support/page-view.js';
import { clinic } from '../support/sample-config.js';
import { clearStore, createSharedEntries } from '../support/shared-entries.js';

const DAY = 86_400_000;
const iso = (days: number): string => new Date(NOON + days * DAY).toISOString();

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const record: DecisionRecord = {
  decision: 'granted', scope: 'remembered', purposes: ['load'], at: iso(-10), until: iso(10), terms: 'x', notice: '1', lang: 'de', source: 'visitor',
};

/** Notes who is spoken of, and with what decision. */
function heardBy({ ledger }: ReturnType<typeof visit>): string[] {
  const heard: string[] = [];
  ledger.subscribe(({ operator, record: made }) => heard.push(`${operator} ${made?.decision ?? 'nothing'}`));
  return heard;
}

describe('the entries of nine operators', () => {
  const keys = Array.from({ length: 9 }, (_, index) => `operator-${index}`);
  const operators = Object.fromEntries(keys.map((key) => [key, { ...clinic, name: key }]));

  it('stand side by side, and a later visit reads each', () => {
    const entries = createSharedEntries();
    const first = visit(entries, { operators, defaultOperator: 'operator-0' });
    const declared = [...first.settings.operators.values()];
    for (const [index, operator] of declared.entries()) first.ledger.record(operator, index % 2 ? yes : no);
    const later = visit(entries, { operators, defaultOperator: 'operator-0' });
    expect([first.store.names(), declared.map(later.ledger.standing)]).toEqual([keys, keys.map((_, index) => (index % 2 ? 'granted' : 'declined'))]);
  });
});

describe('a damaged entry', () => {
  it.each(['', '{"v":1,"decis', 'garbage', '{"v":2}', 'x'.repeat(200_000)])('leaves the decision on the other operator: %j', (text) => {
    const entries = createSharedEntries();
    const first = visit(entries);
    first.ledger.record(first.other, yes);
    first.store.write('clinic', text);
    const { ledger, operator, other } = visit(entries);
    expect([ledger.standing(operator), ledger.standing(other)]).toEqual(['none', 'granted']);
    ledger.record(other, withdrawn);
    expect([first.store.read('clinic'), ledger.standing(other)]).toEqual([text, 'none']);
  });

  it('of a newer version keeps that operator’s decisions in memory, and the other’s in storage', () => {
    const entries = createSharedEntries({ clinic: '{"v":2}' });
    const first = visit(entries);
    for (const operator of [first.operator, first.other]) first.ledger.record(operator, no);
    expect([first.ledger.standing(first.operator), first.ledger.standing(first.other)]).toEqual(['declined', 'declined']);
    const later = visit(entries);
    expect([later.ledger.standing(later.operator), later.ledger.standing(later.other)]).toEqual(['none', 'declined']);
  });

  it('of a newer version is told to the other tabs, and ends with what the newer version writes next or removes', () => {
    for (const end of ['{"v":2,"more":1}', null]) {
      const entries = createSharedEntries({ clinic: '{"v":2}' });
      const store = entries.open();
      const told: unknown[] = [];
      const view = visit({ ...store, tell: (name, text) => told.push(name, parseRecord(text)) });
      const made = view.ledger.record(view.operator, yes);
      expect([view.ledger.standing(view.operator), told]).toEqual(['granted', ['clinic', made]]);
      const elsewhere = entries.open();
      if (end === null) elsewhere.remove('clinic');
      else elsewhere.write('clinic', end);
      expect([view.ledger.standing(view.operator), view.ledger.grant(view.operator), store.read('clinic')]).toEqual(['none', undefined, end]);
    }
  });
});

describe('the entry of an operator that is not declared', () => {
  const namesAfterVisit = (text: string): string[] => {
    const entries = createSharedEntries({ former: text });
    return visit(entries).store.names();
  };

  it.each([
    ['has run out', serializeRecord({ ...record, until: iso(0) })],
    ['is damaged', '{"v":1,"decis'],
    ['is of an older version', '{"v":0}'],
  ])('is removed where it %s', (_, text) => {
    expect(namesAfterVisit(text)).toEqual([]);
  });

  it.each([
    ['has not run out', serializeRecord({ ...record, until: new Date(NOON + 1).toISOString() })],
    ['is from the future', serializeRecord({ ...record, at: iso(1), until: iso(2) })],
    ['is of a newer version', '{"v":2}'],
    ['was written by another script of the site', '{"cart":[1,2,3]}'],
  ])('stays where it %s', (_, text) => {
    expect(namesAfterVisit(text)).toEqual(['former']);
  });

  it('counts again once the operator is declared', () => {
    const entries = createSharedEntries();
    const first = visit(entries);
    for (const operator of [first.operator, first.other]) first.ledger.record(operator, yes);
    visit(entries, { operators: { school: { ...clinic, name: 'School' }, choir: clinic }, defaultOperator: 'school' });
    const later = visit(entries);
    expect([later.ledger.standing(later.operator), later.ledger.standing(later.other)]).toEqual(['granted', 'granted']);
  });

  it('is not removed while it is declared, though it has run out: the gate says what has changed since', () => {
    const entries = createSharedEntries({ clinic: serializeRecord({ ...record, until: iso(-1) }) });
    expect(visit(entries).ledger.decision(visit(entries).operator)).toMatchObject({ until: iso(-1) });
  });
});

describe('a subscriber hears', () => {
  it('of the one operator that was decided on, here and in another tab', () => {
    const entries = createSharedEntries();
    const [here, there] = [visit(entries), visit(entries)];
    const [byHere, byThere] = [heardBy(here), heardBy(there)];
    here.ledger.record(here.operator, yes);
    vi.advanceTimersByTime(1);
    there.ledger.record(there.other, no);
    expect([byHere, byThere]).toEqual([['clinic granted', 'school declined'], ['clinic granted', 'school declined']]);
  });

  it('nothing where another tab writes what stands there already, or on an operator that is not declared', () => {
    const entries = createSharedEntries();
    const here = visit(entries);
    here.ledger.record(here.operator, yes);
    const heard = heardBy(here);
    const elsewhere = entries.open();
    elsewhere.write('clinic', here.store.read('clinic') ?? '');
    elsewhere.write('choir', here.store.read('clinic') ?? '');
    elsewhere.write('constructor', 'x');
    elsewhere.remove('choir');
    expect(heard).toEqual([]);
  });

  it('nothing where an older decision of another tab is put right at once', () => {
    const entries = createSharedEntries();
    const here = visit(entries);
    const older = serializeRecord(here.ledger.record(here.operator, yes));
    vi.advanceTimersByTime(1);
    here.ledger.record(here.operator, withdrawn);
    const heard = heardBy(here);
    entries.open().write('clinic', older);
    expect([heard, here.ledger.standing(here.operator)]).toEqual([[], 'none']);
  });

  it('of those alone that were decided on when everything is cleared', () => {
    const entries = createSharedEntries();
    const here = visit(entries);
    here.ledger.record(here.operator, once);
    const heard = heardBy(here);
    clearStore(entries.open());
    expect(heard).toEqual(['clinic nothing']);
  });

  it('after a look at what is stored of those alone that differ, and then of none', () => {
    const entries = createSharedEntries();
    const here = visit({ ...entries.open(), watch: () => () => undefined });
    here.ledger.record(here.operator, yes);
    const there = visit(entries);
    there.ledger.record(there.other, no);
    const heard = heardBy(here);
    for (let look = 0; look < 3; look += 1) here.ledger.refresh();
    expect(heard).toEqual(['school declined']);
  });

  it('after a look of an operator whose record is as it was, but counts no longer', () => {
    const entries = createSharedEntries();
    const [here, there] = [visit(entries), visit(entries)];
    here.ledger.record(here.operator, once);
    vi.advanceTimersByTime(1);
    there.ledger.record(there.operator, once);
    expect(here.ledger.standing(here.operator), 'a yes for once in another tab ends none here').toBe('granted');
    const heard = heardBy(here);
    // Frozen meanwhile, this page cannot know what else was decided.
    here.ledger.refresh();
    expect([heard, here.ledger.standing(here.operator)]).toEqual([['clinic granted'], 'none']);
  });
});

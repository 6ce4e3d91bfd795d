import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOON, no, once, visit, withdrawn, yes } from '../support/page-view.js';
import { createSeparateEntries } from '../support/separate-entries.js';
import { clearStore, createSharedEntries } from '../support/shared-entries.js';

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

const inputs = [yes, once, no, withdrawn] as const;

describe('tabs that share no storage', () => {
  const tabs = () => {
    const entries = createSeparateEntries();
    return { here: visit(entries.open()), there: visit(entries.open()) };
  };

  it.each([no, withdrawn].flatMap((refusal) => [yes, once].map((grant) => ({ refusal, grant, what: `${refusal.decision}, ${grant.scope}` }))))(
    'end the yes here when another refuses: $what',
    ({ refusal, grant }) => {
      const { here, there } = tabs();
      here.ledger.record(here.operator, grant);
      here.ledger.record(here.other, grant);
      vi.advanceTimersByTime(1);
      const heard: string[] = [];
      here.ledger.subscribe(({ operator, record }) => heard.push(`${operator} ${record?.decision}`));
      there.ledger.record(there.operator, refusal);
      expect(here.ledger.grant(here.operator)).toBeUndefined();
      expect(here.ledger.decision(here.operator)?.decision).toBe(refusal.decision);
      expect(heard).toEqual([`clinic ${refusal.decision}`]);
      expect(here.ledger.standing(here.other), 'the other operator').toBe('granted');
    },
  );

  it.each([yes, once])('never count a yes of another: $scope', (grant) => {
    const { here, there } = tabs();
    there.ledger.record(there.operator, grant);
    expect([here.ledger.standing(here.operator), here.ledger.decision(here.operator), here.store.read('clinic')]).toEqual(['none', undefined, null]);
  });

  it.each([
    [no, 'declined'],
    [withdrawn, 'none'],
  ])('keep the own refusal when another agrees: $decision', (refusal, standing) => {
    const { here, there } = tabs();
    here.ledger.record(here.operator, refusal);
    vi.advanceTimersByTime(1);
    there.ledger.record(there.operator, yes);
    expect(here.ledger.standing(here.operator)).toBe(standing);
  });

  it('can each agree again after a refusal', () => {
    const { here, there } = tabs();
    for (const input of [no, yes]) {
      there.ledger.record(there.operator, input);
      vi.advanceTimersByTime(1);
    }
    expect([here.ledger.standing(here.operator), there.ledger.standing(there.operator)]).toEqual(['declined', 'granted']);
    here.ledger.record(here.operator, yes);
    expect([here.ledger.standing(here.operator), there.ledger.standing(there.operator)]).toEqual(['granted', 'granted']);
  });

  it('do not answer each other for ever', () => {
    const entries = createSeparateEntries();
    let writes = 0;
    const counted = () => {
      const store = entries.open();
      return visit({ ...store, write: (name, text) => ((writes += 1), store.write(name, text)) });
    };
    const [first] = [counted(), counted(), counted()];
    for (const input of inputs) {
      first.ledger.record(first.operator, input);
      vi.advanceTimersByTime(1);
    }
    // Four decisions; each of the two others takes over two refusals.
    expect(writes).toBe(8);
  });
});

describe('a clock that was fast and is put right', () => {
  it.each([no, withdrawn])('brings no yes back over a refusal in another tab: $decision', (refusal) => {
    const entries = createSharedEntries();
    const [here, there] = [visit(entries), visit(entries)];
    vi.setSystemTime(NOON + 300_000);
    here.ledger.record(here.operator, yes);
    vi.setSystemTime(NOON);
    there.ledger.record(there.operator, refusal);
    // The time comes that the fast clock showed.
    vi.setSystemTime(NOON + 600_000);
    const later = visit(entries);
    expect([here, there, later].map(({ ledger, operator }) => ledger.grant(operator))).toEqual([undefined, undefined, undefined]);
    expect(later.ledger.decision(later.operator)?.decision).toBe(refusal.decision);
  });
});

describe('a tab of a newer version', () => {
  const newer = '{"v":2,"in":"a way of its own"}';

  it.each([yes, once, no])('ends what was decided here, and what it wrote stays: $decision $scope', (input) => {
    const entries = createSharedEntries();
    const here = visit(entries);
    here.ledger.record(here.operator, input);
    const heard: string[] = [];
    here.ledger.subscribe(({ operator }) => heard.push(operator));
    entries.open().write('clinic', newer);
    expect(here.ledger.standing(here.operator)).toBe('none');
    expect(here.store.read('clinic')).toBe(newer);
    expect(heard).toEqual(['clinic']);
  });

  it('leaves this tab able to decide for itself', () => {
    const entries = createSharedEntries();
    const here = visit(entries);
    entries.open().write('clinic', newer);
    here.ledger.record(here.operator, yes);
    expect(here.ledger.standing(here.operator)).toBe('granted');
    expect(here.store.read('clinic')).toBe(newer);
  });

  it('grants nothing where storage is not shared', () => {
    const entries = createSeparateEntries();
    const here = visit(entries.open());
    entries.open().write('clinic', newer);
    expect([here.ledger.standing(here.operator), here.store.read('clinic')]).toEqual(['none', null]);
  });
});

describe('a page that was frozen', () => {
  /** A page that hears nothing, like one in the back/forward cache. */
  const frozen = () => {
    const entries = createSharedEntries();
    const store = entries.open();
    const here = visit({ ...store, watch: () => () => undefined });
    return { here, there: visit(entries), store };
  };

  it.each([
    ['a yes for once', once, [], 'granted'],
    ['a remembered yes', yes, [], 'granted'],
    ['a no', no, [], 'declined'],
    ['a yes for once, withdrawn elsewhere', once, [withdrawn], 'none'],
    ['a yes for once, refused elsewhere', once, [no], 'declined'],
    ['a remembered yes, withdrawn elsewhere', yes, [withdrawn], 'none'],
    ['a yes for once, withdrawn and given once more elsewhere', once, [withdrawn, once], 'none'],
    ['a yes for once, withdrawn and given for good elsewhere', once, [withdrawn, yes], 'granted'],
    ['a yes for once, given for once elsewhere', once, [once], 'none'],
    ['a no, taken back elsewhere', no, [yes], 'granted'],
  ])('looks again and counts only what still stands: %s', (...[, input, elsewhere, standing]) => {
    const { here, there } = frozen();
    here.ledger.record(here.operator, input);
    for (const next of elsewhere) {
      vi.advanceTimersByTime(1);
      there.ledger.record(there.operator, next);
    }
    here.ledger.refresh();
    expect(here.ledger.standing(here.operator)).toBe(standing);
    expect(here.ledger.grant(here.operator) !== undefined).toBe(standing === 'granted');
  });

  it.each([yes, once, no])('counts nothing after the storage was cleared: $decision $scope', (input) => {
    const { here, store } = frozen();
    here.ledger.record(here.operator, input);
    clearStore(store);
    here.ledger.refresh();
    expect(here.ledger.standing(here.operator)).toBe('none');
  });

  it('tells the gates of those operators alone whose decision is another', () => {
    const { here, there } = frozen();
    here.ledger.record(here.operator, once);
    vi.advanceTimersByTime(1);
    there.ledger.record(there.operator, withdrawn);
    const heard: string[] = [];
    here.ledger.subscribe(({ operator, record }) => heard.push(`${operator} ${record?.decision ?? 'nothing'}`));
    here.ledger.refresh();
    expect(heard).toEqual(['clinic withdrawn']);
  });

  it('writes nothing by looking', () => {
    const { here, there, store } = frozen();
    here.ledger.record(here.operator, yes);
    vi.advanceTimersByTime(1);
    there.ledger.record(there.operator, withdrawn);
    const before = store.read('clinic');
    here.ledger.refresh();
    expect([store.read('clinic'), store.names()]).toEqual([before, ['clinic']]);
  });
});

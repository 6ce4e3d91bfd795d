import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecisionChange } from '../../src/consent/ledger.js';
import type { Store } from '../../src/storage/store.js';
import { NOON, no, once, visit, withdrawn, yes } from '../support/page-view.js';
import { clearStore, createSharedEntries } from '../support/shared-entries.js';

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('storage that cannot be used', () => {
  it.each([
    ['garbage', 'garbage'],
    ['another tool', '[]'],
    ['half a decision', '{"v":1,"decision":"granted"}'],
    ['200 kB', 'x'.repeat(200_000)],
  ])('with %s in it counts as no decision and is written over', (_, text) => {
    const shared = createSharedEntries({ clinic: text });
    const { ledger, operator } = visit(shared);
    expect(ledger.standing(operator)).toBe('none');
    ledger.record(operator, yes);
    expect(visit(shared).ledger.standing(operator)).toBe('granted');
  });

  it('from a newer version counts as no decision and is never written over', () => {
    const newer = '{"v":2,"in":"a way of its own"}';
    const shared = createSharedEntries({ clinic: newer });
    const { ledger, store, operator } = visit(shared);
    expect(ledger.standing(operator)).toBe('none');
    ledger.record(operator, yes);
    expect(ledger.standing(operator)).toBe('granted');
    ledger.record(operator, withdrawn);
    expect(ledger.standing(operator)).toBe('none');
    expect(store.read('clinic')).toBe(newer);
    expect(visit(shared).ledger.standing(operator)).toBe('none');
  });

  it('does not stop a listener from hearing of a decision', () => {
    const deaf: Store = { names: () => [], read: () => null, write: () => false, remove: () => undefined, watch: () => () => undefined };
    const { ledger, operator } = visit(deaf);
    const heard: DecisionChange[] = [];
    ledger.subscribe((change) => heard.push(change));
    expect(() => ledger.record(operator, yes)).not.toThrow();
    expect(heard).toHaveLength(1);
    expect(ledger.grant(operator)).toBeUndefined();
  });
});

describe('another tab', () => {
  const tabs = () => {
    const entries = createSharedEntries();
    return { here: visit(entries), there: visit(entries) };
  };

  it('is heard of, for the operator that it decided on and no other', () => {
    const { here, there } = tabs();
    const heard: string[] = [];
    here.ledger.subscribe(({ operator, record }) => heard.push(`${operator} ${record?.decision ?? 'nothing'}`));
    there.ledger.record(there.operator, yes);
    expect(heard).toEqual(['clinic granted']);
    expect(here.ledger.standing(here.operator)).toBe('granted');
  });

  it.each([
    ['withdraws', withdrawn, 'none'],
    ['refuses', no, 'declined'],
  ])('that %s ends a yes for once here', (_, input, standing) => {
    const { here, there } = tabs();
    here.ledger.record(here.operator, once);
    there.ledger.record(there.operator, input);
    expect(here.ledger.standing(here.operator)).toBe(standing);
  });

  it.each([
    ['a remembered yes', yes],
    ['a yes for once', once],
    ['a no', no],
  ])('that clears the storage ends %s here', (_, input) => {
    const { here, there } = tabs();
    here.ledger.record(here.operator, input);
    const heard: DecisionChange[] = [];
    here.ledger.subscribe((change) => heard.push(change));
    clearStore(there.store);
    expect(here.ledger.standing(here.operator)).toBe('none');
    expect(heard).toEqual([{ operator: 'clinic', record: undefined }]);
  });

  it('that clears the storage and then agrees for once brings back no yes for once here', () => {
    const { here, there } = tabs();
    here.ledger.record(here.operator, once);
    clearStore(there.store);
    vi.advanceTimersByTime(1);
    there.ledger.record(there.operator, once);
    expect([here.ledger.standing(here.operator), here.ledger.grant(here.operator)]).toEqual(['none', undefined]);
  });

  it('gives nobody here a yes for once', () => {
    const { here, there } = tabs();
    there.ledger.record(there.operator, once);
    expect(here.ledger.standing(here.operator)).toBe('none');
  });

  it('is not heard of any more after closing', () => {
    const { here, there } = tabs();
    const heard: DecisionChange[] = [];
    here.ledger.subscribe((change) => heard.push(change));
    here.ledger.close();
    there.ledger.record(there.operator, yes);
    expect(heard).toEqual([]);
  });
});

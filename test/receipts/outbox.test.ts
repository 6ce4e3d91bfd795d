import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outbox, KEPT, createOutbox } from '../../src/receipts/outbox.js';
import { createMemoryStore } from '../../src/storage/memory-store.js';
import type { Store } from '../../src/storage/store.js';
import { anyText } from '../support/any-text.js';
import { receiptId, sampleReceipt } from '../support/sample-receipt.js';

/** The numbers of the kept receipts, the unsent ones with a question mark. */
function kept(outbox: Outbox): string[] {
  return outbox.entries().map(({ receipt, sent }) => `${Number(receipt.receipt_id.slice(-12))}${sent ? '' : '?'}`);
}

/** A store of this page view alone. */
const memory = createMemoryStore;

/** A store that holds a text already. */
function storeWith(...texts: string[]): Store {
  const store = memory();
  for (const [index, text] of texts.entries()) store.write(`2026-01-01.${index}`, text);
  return store;
}

/** Notes that a receipt was sent, if it is kept. */
function markSent(outbox: Outbox, number: number): void {
  const entry = outbox.entries().find(({ receipt }) => receipt.receipt_id === receiptId(number));
  if (entry) outbox.update(entry, { ...entry, sent: true });
}

describe('the outbox', () => {
  it('is empty at first and writes nothing by being looked at', () => {
    const store = memory();
    expect(createOutbox(store, createMemoryStore()).entries()).toEqual([]);
    expect(store.names()).toEqual([]);
  });

  it('keeps what it is given, oldest first, unsent', () => {
    const outbox = createOutbox(memory(), createMemoryStore());
    for (const number of [1, 2, 3]) outbox.add(sampleReceipt(number));
    expect(kept(outbox)).toEqual(['1?', '2?', '3?']);
    expect(outbox.entries()[1]).toMatchObject({ receipt: sampleReceipt(2), tries: 0, failedAt: 0 });
  });

  it('puts a receipt of another tab in its place by the time of its decision', () => {
    const store = memory();
    const [here, there] = [createOutbox(store, createMemoryStore()), createOutbox(store, createMemoryStore())];
    here.add(sampleReceipt(2, '2026-11-02T00:00:00.000Z'));
    there.add(sampleReceipt(1, '2026-11-01T00:00:00.000Z'));
    expect(kept(here)).toEqual(['1?', '2?']);
  });

  it('keeps the newest fifty', () => {
    const store = memory();
    const outbox = createOutbox(store, createMemoryStore());
    for (let number = 1; number <= 53; number += 1) outbox.add(sampleReceipt(number));
    expect(KEPT).toBe(50);
    expect(kept(outbox)).toEqual(Array.from({ length: 50 }, (_, index) => `${index + 4}?`));
    expect(store.names()).toHaveLength(50);
  });

  it('notes how far each has come, and leaves the others alone', () => {
    const outbox = createOutbox(memory(), createMemoryStore());
    for (const number of [1, 2, 3]) outbox.add(sampleReceipt(number));
    const [first, second] = outbox.entries();
    if (!first || !second) throw new Error('no receipts');
    outbox.update(first, { sent: false, tries: 2, failedAt: 1000 });
    outbox.update(second, { sent: true, tries: 0, failedAt: 0 });
    expect(kept(outbox)).toEqual(['1?', '2', '3?']);
    expect(outbox.entries().map(({ tries, failedAt }) => [tries, failedAt])).toEqual([[2, 1000], [0, 0], [0, 0]]);
  });

  it('does not bring back a receipt that was dropped meanwhile', () => {
    const outbox = createOutbox(memory(), createMemoryStore());
    outbox.add(sampleReceipt(0));
    const [oldest] = outbox.entries();
    for (let number = 1; number <= 50; number += 1) outbox.add(sampleReceipt(number));
    if (oldest) outbox.update(oldest, { ...oldest, sent: true });
    expect(kept(outbox)[0]).toBe('1?');
  });
});

const stored = (value: object): string => JSON.stringify({ v: 1, sent: false, tries: 0, failedAt: 0, receipt: sampleReceipt(1), ...value });

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['an empty text', ''],
  ['garbage', 'garbage { not json'],
  ['half a text', stored({}).slice(0, -9)],
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[]'],
  ['a megabyte of brackets', '['.repeat(1_000_000)],
  ['a megabyte of text', JSON.stringify('x'.repeat(1_000_000))],
  ['a newer version', stored({ v: 2 })],
  ['no receipt', stored({ receipt: undefined })],
  ['a receipt that is null', stored({ receipt: null })],
  ['a receipt as a text', stored({ receipt: 'x' })],
  ['a receipt without id', stored({ receipt: { schema_version: 'jitsi-gate-receipt-1' } })],
  ['a receipt of another version', stored({ receipt: { ...sampleReceipt(1), schema_version: 'x' } })],
  ['reserved keys', '{"v":1,"__proto__":{"receipt":{}},"constructor":{"prototype":{"x":1}}}'],
];

describe('an outbox over damaged storage', () => {
  it.each(HOSTILE)('with %s starts anew', (_, text) => {
    const outbox = createOutbox(storeWith(text), createMemoryStore());
    expect(outbox.entries()).toEqual([]);
    outbox.add(sampleReceipt(2));
    expect(kept(outbox)).toEqual(['2?']);
    expect(Reflect.get({}, 'receipt')).toBeUndefined();
  });

  it.each<[string, object]>([
    ['tries as text', { tries: 'x' }],
    ['tries as object', { tries: { valueOf: 1, toString: 1 } }],
    ['failedAt as list', { failedAt: [1, 2] }],
    ['failedAt of null', { failedAt: null }],
    ['sent as text', { sent: 'yes' }],
  ])('with %s has a receipt that is to be sent', (_, value) => {
    const [entry] = createOutbox(storeWith(stored(value)), createMemoryStore()).entries();
    expect([entry?.sent, Number.isFinite(entry?.tries), Number.isFinite(entry?.failedAt)]).toEqual([false, true, true]);
  });

  it('keeps the right receipts between wrong ones', () => {
    const texts = ['null', stored({}), '{"sent":true}', stored({ receipt: sampleReceipt(2), sent: true }), '"x"'];
    expect(kept(createOutbox(storeWith(...texts), createMemoryStore()))).toEqual(['1?', '2']);
  });

  it('looks at fifty of ten thousand, and drops the others with the next receipt', () => {
    const store = storeWith(...Array.from({ length: 10_000 }, () => stored({})));
    const outbox = createOutbox(store, createMemoryStore());
    expect(outbox.entries()).toHaveLength(50);
    outbox.add(sampleReceipt(2));
    expect([store.names().length, kept(outbox).at(-1)]).toEqual([50, '2?']);
  });

  it('never throws, whatever is stored', () => {
    const anyEntry = fc.record({ v: fc.constantFrom(1, 2), receipt: fc.jsonValue(), sent: fc.jsonValue(), tries: fc.jsonValue(), failedAt: fc.jsonValue() });
    fc.assert(fc.property(fc.oneof(anyText(50), fc.json(), anyEntry.map((entry) => JSON.stringify(entry))), (text) => {
      const outbox = createOutbox(storeWith(text), createMemoryStore());
      outbox.add(sampleReceipt(1));
      markSent(outbox, 1);
      expect(kept(outbox).at(-1)).toBe('1');
    }));
  });
});

describe('a page that is killed after any step', () => {
  type Step = { readonly type: 'add' | 'sent' | 'failed'; readonly number: number };
  const step: fc.Arbitrary<Step> = fc.record({ type: fc.constantFrom('add', 'sent', 'failed'), number: fc.nat(5) });

  it('loses and doubles nothing: a new page finds exactly what the old one had', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const store = memory();
      const expected = new Map<number, boolean>();
      for (const { type, number } of steps) {
        // Each step is taken by another page over the same storage.
        const outbox = createOutbox(store, createMemoryStore());
        const entry = outbox.entries().find(({ receipt }) => receipt.receipt_id === receiptId(number));
        if (type === 'add' && !entry) {
          outbox.add(sampleReceipt(number));
          expected.set(number, false);
        }
        if (type === 'failed' && entry) outbox.update(entry, { ...entry, tries: entry.tries + 1 });
        if (type === 'sent' && entry) {
          outbox.update(entry, { ...entry, sent: true });
          expected.set(number, true);
        }
        expect(kept(createOutbox(store, createMemoryStore()))).toEqual([...expected].map(([key, sent]) => `${key}${sent ? '' : '?'}`));
      }
    }));
  });

  it('and two tabs that change their receipts in any order never undo each other', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(5)), { maxLength: 30 }), (acts) => {
      const store = memory();
      const tabs = [createOutbox(store, createMemoryStore()), createOutbox(store, createMemoryStore())] as const;
      // Each tab notes what it knew of its own receipts when it last looked, however long ago.
      const known = tabs.map((outbox, tab) => {
        for (let number = 0; number < 6; number += 1) outbox.add(sampleReceipt(10 * tab + number));
        return outbox.entries();
      });
      const sent = new Set<string>();
      for (const [isSecond, number] of acts) {
        const id = receiptId((isSecond ? 10 : 0) + number);
        const entry = known[Number(isSecond)]?.find(({ receipt }) => receipt.receipt_id === id);
        if (!entry) throw new Error('not kept');
        tabs[Number(isSecond) as 0 | 1].update(entry, { ...entry, sent: true });
        sent.add(id);
      }
      const found = createOutbox(store, createMemoryStore()).entries();
      expect([found.length, new Set(found.filter((entry) => entry.sent).map(({ receipt }) => receipt.receipt_id))]).toEqual([12, sent]);
    }));
  });
});

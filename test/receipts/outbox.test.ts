import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outbox, KEPT, createOutbox } from '../../src/receipts/outbox.js';
import { createMemoryStore } from '../../src/storage/memory-store.js';
import type { Store } from '../../src/storage/store.js';
import { anyText } from '../support/any-text.js';
import { receiptId, sampleReceipt } from '../support/sample-receipt.js';

/** The numbers of the kept receipts, the unsent ones with a question mark. */
function kept(outbox: Outbox): string[] {
  return outbox.state().entries.map(({ receipt, sent }) => `${Number(receipt.receipt_id.slice(-12))}${sent ? '' : '?'}`);
}

/** A store that holds a text already. */
function storeWith(text: string): Store {
  const store = createMemoryStore();
  store.write(text);
  return store;
}

describe('the outbox', () => {
  it('is empty at first and writes nothing by being looked at', () => {
    const store = createMemoryStore();
    expect(createOutbox(store).state()).toEqual({ entries: [], tries: 0, notBefore: 0 });
    expect(store.read()).toBeNull();
  });

  it('keeps what it is given, oldest first, unsent', () => {
    const outbox = createOutbox(createMemoryStore());
    for (const number of [1, 2, 3]) outbox.add(sampleReceipt(number));
    expect(kept(outbox)).toEqual(['1?', '2?', '3?']);
    expect(outbox.state().entries[1]?.receipt).toEqual(sampleReceipt(2));
  });

  it('keeps the newest fifty', () => {
    const outbox = createOutbox(createMemoryStore());
    for (let number = 1; number <= 53; number += 1) outbox.add(sampleReceipt(number));
    expect(KEPT).toBe(50);
    expect(kept(outbox)).toEqual(Array.from({ length: 50 }, (_, index) => `${index + 4}?`));
  });

  it('remembers which one the endpoint has, and that the pause is over', () => {
    const outbox = createOutbox(createMemoryStore());
    for (const number of [1, 2, 3]) outbox.add(sampleReceipt(number));
    outbox.postpone(1000);
    outbox.markSent(receiptId(2));
    expect(kept(outbox)).toEqual(['1?', '2', '3?']);
    expect(outbox.state()).toMatchObject({ tries: 0, notBefore: 0 });
  });

  it('counts failed tries in a row and keeps every receipt', () => {
    const outbox = createOutbox(createMemoryStore());
    outbox.add(sampleReceipt(1));
    outbox.postpone(1000);
    outbox.postpone(2000);
    expect(outbox.state()).toMatchObject({ tries: 2, notBefore: 2000 });
    expect(kept(outbox)).toEqual(['1?']);
  });

  it('does not mind an id that it does not know', () => {
    const outbox = createOutbox(createMemoryStore());
    outbox.add(sampleReceipt(1));
    outbox.markSent(receiptId(9));
    expect(kept(outbox)).toEqual(['1?']);
  });

  it('shows what another tab has put into the same store', () => {
    const store = createMemoryStore();
    const [here, there] = [createOutbox(store), createOutbox(store)];
    here.add(sampleReceipt(1));
    there.add(sampleReceipt(2));
    here.markSent(receiptId(2));
    expect(kept(there)).toEqual(['1?', '2']);
  });
});

const entry = { receipt: sampleReceipt(1), sent: false };
const stored = (value: object): string => JSON.stringify({ v: 1, entries: [entry], tries: 0, notBefore: 0, ...value });

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
  ['entries as a text', stored({ entries: 'x' })],
  ['entries as an object', stored({ entries: { length: 5 } })],
  ['entries of null', stored({ entries: [null, undefined, 5, 'x', [], {}] })],
  ['an entry without receipt', stored({ entries: [{ sent: true }] })],
  ['an entry whose receipt is null', stored({ entries: [{ sent: false, receipt: null }] })],
  ['a receipt without id', stored({ entries: [{ sent: false, receipt: { schema_version: 'jitsi-gate-receipt-1' } }] })],
  ['a receipt of another version', stored({ entries: [{ sent: false, receipt: { ...sampleReceipt(1), schema_version: 'x' } }] })],
  ['sent as a text', stored({ entries: [{ ...entry, sent: 'no' }] })],
  ['reserved keys', '{"v":1,"__proto__":{"entries":[1]},"constructor":{"prototype":{"x":1}},"entries":[{"__proto__":{"sent":true}}]}'],
];

describe('an outbox over a damaged store', () => {
  it.each(HOSTILE)('with %s starts anew', (_, text) => {
    const outbox = createOutbox(storeWith(text));
    expect(outbox.state().entries).toEqual([]);
    outbox.markSent(receiptId(1));
    outbox.postpone(5);
    outbox.add(sampleReceipt(2));
    expect(kept(outbox)).toEqual(['2?']);
    expect(Reflect.get({}, 'entries')).toBeUndefined();
  });

  it.each<[string, object]>([
    ['tries as text', { tries: 'x' }],
    ['tries as object', { tries: { valueOf: 1, toString: 1 } }],
    ['notBefore as list', { notBefore: [1, 2] }],
    ['notBefore of null', { notBefore: null }],
  ])('with %s gives numbers', (_, value) => {
    const { tries, notBefore } = createOutbox(storeWith(stored(value))).state();
    expect([Number.isFinite(tries), Number.isFinite(notBefore)]).toEqual([true, true]);
  });

  it('keeps the right entries between wrong ones', () => {
    const entries = [null, entry, { sent: true }, { receipt: sampleReceipt(2), sent: true }, 'x'];
    expect(kept(createOutbox(storeWith(stored({ entries }))))).toEqual(['1?', '2']);
  });

  it('keeps fifty of ten thousand', () => {
    const entries = Array.from({ length: 10_000 }, () => entry);
    expect(createOutbox(storeWith(stored({ entries }))).state().entries).toHaveLength(50);
  });

  it('never throws, whatever is stored', () => {
    const anyState = fc.record({ v: fc.constantFrom(1, 2), entries: fc.jsonValue(), tries: fc.jsonValue(), notBefore: fc.jsonValue() });
    fc.assert(fc.property(fc.oneof(anyText(50), fc.json(), anyState.map((state) => JSON.stringify(state))), (text) => {
      const outbox = createOutbox(storeWith(text));
      outbox.state();
      outbox.add(sampleReceipt(1));
      outbox.markSent(receiptId(1));
      expect(kept(outbox).at(-1)).toBe('1');
    }));
  });
});

describe('a page that is killed after any step', () => {
  type Step = { readonly type: 'add' | 'sent' | 'postpone'; readonly number: number };
  const step: fc.Arbitrary<Step> = fc.record({ type: fc.constantFrom('add', 'sent', 'postpone'), number: fc.nat(5) });

  it('loses and doubles nothing: a new page finds exactly what the old one had', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const store = createMemoryStore();
      const expected = new Map<number, boolean>();
      for (const { type, number } of steps) {
        // Each step is taken by another page over the same store.
        const outbox = createOutbox(store);
        if (type === 'postpone') outbox.postpone(number);
        if (type === 'sent') {
          outbox.markSent(receiptId(number));
          if (expected.has(number)) expected.set(number, true);
        }
        if (type === 'add' && !expected.has(number)) {
          outbox.add(sampleReceipt(number));
          expected.set(number, false);
        }
        const found = kept(createOutbox(store));
        expect(found).toEqual([...expected].map(([key, sent]) => `${key}${sent ? '' : '?'}`));
      }
    }));
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReceipt } from '../../src/receipts/is-receipt.js';
import { receiptSchema } from '../../src/receipts/receipt-schema.js';
import { createReceipt } from '../../src/receipts/receipt.js';
import { changedAt, placesIn } from '../support/json-places.js';
import { fullOperator, sampleOperator } from '../support/sample-config.js';
import { OPTIONAL_MEMBERS, sampleFacts, sampleRecord } from '../support/sample-receipt.js';

/** The shape check by hand, after it agreed with the schema that is shipped. */
function isReceiptByBoth(value: unknown): boolean {
  const byHand = isReceipt(value);
  expect(byHand, JSON.stringify(value)?.slice(0, 2000)).toBe(receiptSchema.safeParse(value).success);
  return byHand;
}

const plain = createReceipt(sampleFacts());
const full = createReceipt(sampleFacts({ operator: sampleOperator(fullOperator), sourceName: 'A platform 1.0', text: '' }));

const places = [plain, full].flatMap((receipt) => placesIn(receipt).map((path) => [receipt, path] as const));
const strangers = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>('', null, [], {}, false, 0, '2026-11-01', '2026-11-01T12:00:00Z', 'granted'));

describe('what is found in storage', () => {
  it.each(['granted', 'declined', 'withdrawn'] as const)('is a receipt if the gate made it: %s', (decision) => {
    for (const purpose of ['load', 'recording', 'transcription']) {
      expect(isReceiptByBoth(createReceipt(sampleFacts({ record: { ...sampleRecord, decision, purposes: [purpose] } })))).toBe(true);
    }
    expect(isReceiptByBoth(full)).toBe(true);
  });

  it('is none with a field missing, anywhere', () => {
    const fields = places.filter(([, path]) => path.length > 0 && !/^\d+$/.test(path.at(-1) ?? '') && !OPTIONAL_MEMBERS.has(path.at(-1) ?? ''));
    expect(fields.length).toBeGreaterThan(80);
    for (const [receipt, path] of fields) {
      const less = changedAt(receipt, path, (holder, key) => void Reflect.deleteProperty(holder, key));
      expect(isReceiptByBoth(less), path.join('.')).toBe(false);
    }
  });

  it.each(['room', 'constructor', '__proto__', 'toString', 'ip'])('is none with a field of a stranger, anywhere: %s', (name) => {
    for (const [receipt, path] of places) {
      const more = changedAt(receipt, path, (holder, key) => {
        const inner = holder[key];
        if (inner === null || typeof inner !== 'object') return;
        Object.defineProperty(inner, name, { value: 'x', enumerable: true });
      });
      const isChanged = JSON.stringify(more) !== JSON.stringify(receipt);
      // A list has no names: what is tacked on to it is not in its JSON.
      if (isChanged) expect(isReceipt(more), path.join('.')).toBe(false);
    }
  });

  it('is what the shipped schema says, with any one value changed', () => {
    fc.assert(fc.property(fc.constantFrom(...places), strangers, ([receipt, path], stranger) => {
      isReceiptByBoth(changedAt(receipt, path, (holder, key) => {
        holder[key] = stranger;
      }));
    }), { numRuns: 3000 });
  });

  it.each([null, undefined, 7, 'receipt', [], {}, [plain], { receipt: plain }])('is none if it is %j', (value) => {
    expect(isReceiptByBoth(value)).toBe(false);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsDigest } from '../../src/consent/terms.js';
import { verifyReceipt as verify } from '../../src/index.js';
import { type ReceiptFacts, MAX_SHOWN, createReceipt } from '../../src/receipts/receipt.js';
import type { Receipt } from '../../src/receipts/receipt-schema.js';
import { verifyReceipt } from '../../src/receipts/verify-receipt.js';
import { changedAt, placesIn } from '../support/json-places.js';
import { fullOperator, sampleOperator } from '../support/sample-config.js';
import { sampleFacts, sampleRecord } from '../support/sample-receipt.js';

/** A receipt whose record has the digest of its own terms. */
function receiptOf(facts: Partial<ReceiptFacts> = {}): Receipt {
  const all = sampleFacts(facts);
  return createReceipt({ ...all, record: { ...all.record, terms: termsDigest(all.operator, all.settings) } });
}

const receipts = [
  receiptOf(),
  receiptOf({ operator: sampleOperator(fullOperator), sourceName: 'A platform 1.0', text: '' }),
  receiptOf({ record: { ...sampleRecord, scope: 'once', decision: 'declined' }, text: '<b>„x“</b>\u2028\ud800 \u202eabc' }),
];
const pathsOf = (receipt: unknown): string[] => {
  const verdict = verifyReceipt(receipt);
  return verdict.ok ? [] : verdict.issues.map(({ path }) => path);
};

describe('a receipt', () => {
  it.each(receipts.map((receipt, index) => [index, receipt] as const))('fits as it was made, and after it was written and read: %i', async (_, receipt) => {
    expect(verifyReceipt(receipt)).toEqual({ ok: true });
    expect(await verify(JSON.parse(JSON.stringify(receipt, null, 2)))).toEqual({ ok: true });
  });

  it('fits without its text, which may be kept elsewhere', () => {
    const [receipt] = receipts as [Receipt];
    expect(verifyReceipt({ ...receipt, shown: { ...receipt.shown, text: undefined } })).toEqual({ ok: true });
  });

  it('says where one character was changed, wherever that is', () => {
    const leaves = receipts.flatMap((receipt) => placesIn(receipt).filter((path) => typeof path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], receipt) !== 'object').map((path) => [receipt, path] as const));
    expect(leaves.length).toBeGreaterThan(200);
    fc.assert(fc.property(fc.constantFrom(...leaves), fc.nat(), fc.constantFrom('x', '0', ' ', '“', '.'), ([receipt, path], at, sign) => {
      const changed = changedAt(receipt, path, (holder, key) => {
        const value = holder[key];
        const text = String(value);
        const place = text.length === 0 ? 0 : at % text.length;
        const next = text[place] === sign ? 'y' : sign;
        holder[key] = typeof value === 'string' ? text.slice(0, place) + next + text.slice(place + 1) : typeof value === 'number' ? value + 1 : !value;
      });
      const paths = pathsOf(changed);
      if (paths.length === 0) throw new Error(`nothing was noticed at ${path.join('.')}`);
      // A change of the digest of the terms is seen at the part that no longer fits.
      if (paths[0]?.split('.')[0] !== path[0]) throw new Error(`${path.join('.')} was named ${String(paths[0])}`);
    }), { numRuns: 3000 });
  });

  it.each([
    ['the text', 'shown.text', (receipt: Receipt) => ({ ...receipt, shown: { ...receipt.shown, text: `${String(receipt.shown.text)} and more` } })],
    ['a fact of the terms', 'terms.facts.transfer', (receipt: Receipt) => ({ ...receipt, terms: { ...receipt.terms, facts: { ...receipt.terms.facts, transfer: '["scc"]' } } })],
    ['its time', 'events', (receipt: Receipt) => ({ ...receipt, events: receipt.events.map((event) => ({ ...event, event_time: '2026-11-02T12:00:00.000Z' })) })],
    ['the operator', 'party_identification', (receipt: Receipt) => ({ ...receipt, party_identification: receipt.party_identification.map((party) => ({ ...party, party_name: 'Another' })) })],
    ['a digest', 'digests.events', (receipt: Receipt) => ({ ...receipt, digests: { ...receipt.digests, events: 'x' } })],
    ['the digest of all', 'digests.all', (receipt: Receipt) => ({ ...receipt, digests: { ...receipt.digests, all: 'x' } })],
    ['a member that is none', 'room', (receipt: Receipt) => ({ ...receipt, room: 'x' })],
  ])('says where it was changed: %s', (...[, path, change]) => {
    expect(pathsOf(change(receipts[0] as Receipt))[0]).toBe(path);
  });

  it('of which the digests were made anew is still seen where the parties are not those of the terms', () => {
    const receipt = receiptOf();
    const other = receiptOf({ operator: sampleOperator({ name: 'Another' }) });
    expect(pathsOf({ ...receipt, party_identification: other.party_identification, digests: { ...receipt.digests, party_identification: other.digests.party_identification } })).toContain('party_identification');
  });

  it('says in words what was expected and found', () => {
    const [receipt] = receipts as [Receipt];
    expect(verifyReceipt({ ...receipt, receipt_id: 'x' })).toEqual({ ok: false, issues: [{ path: 'receipt_id', expected: 'what receipt.schema.json says (uuid)', found: 'something else' }] });
  });

  it.each([null, undefined, 7, 'receipt', [], {}, () => undefined, Symbol('x'), 5n, Object.defineProperty({}, 'x', { get: () => { throw new Error('x'); }, enumerable: true }), (() => {
    const circle: Record<string, unknown> = {};
    circle['circle'] = circle;
    return circle;
  })()])('is nothing that has another shape, and nothing throws: %#', async (value) => {
    expect((await verify(value)).ok).toBe(false);
  });

  it('carries a text that is not too long, and else says how long it was', () => {
    const [short, long] = ['ä'.repeat(MAX_SHOWN / 2), 'ä'.repeat(MAX_SHOWN / 2 + 1)].map((text) => receiptOf({ text, operator: sampleOperator(fullOperator) })) as [Receipt, Receipt];
    expect([short.shown.text?.length, long.shown.text, long.shown.bytes]).toEqual([MAX_SHOWN / 2, undefined, MAX_SHOWN + 2]);
    expect([verifyReceipt(short).ok, verifyReceipt(long).ok]).toEqual([true, true]);
    expect(Buffer.byteLength(JSON.stringify(short))).toBeLessThan(16_000);
  });
});

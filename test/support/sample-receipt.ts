import type { Operator } from '../../src/config/operator.js';
import type { Settings } from '../../src/config/settings.js';
import type { DecisionRecord } from '../../src/consent/record.js';
import { type ReceiptFacts, createReceipt } from '../../src/receipts/receipt.js';
import type { Receipt } from '../../src/receipts/receipt-schema.js';
import { sampleOperator, sampleSettings } from './sample-config.js';

/** Members of a receipt that are left out where nothing is known. */
export const OPTIONAL_MEMBERS: ReadonlySet<string> = new Set(['party_country', 'party_contact', 'lawful_basis_text', 'evidence', 'checked_on', 'valid_until', 'source_name', 'sha256', 'text']);

/** A decision as the ledger records it. */
export const sampleRecord: DecisionRecord = {
  decision: 'granted', scope: 'remembered', purposes: ['load'], at: '2026-11-01T12:00:00.000Z', until: '2027-05-02T12:00:00.000Z',
  terms: 'a.b.c', notice: '1', lang: 'de', source: 'visitor',
};

/** All that a receipt is made from, with other facts. */
export function sampleFacts(facts: Partial<ReceiptFacts> = {}): ReceiptFacts {
  const operator: Operator = sampleOperator();
  const settings: Settings = sampleSettings({ site: 'Practice Example' });
  const noticeUrl = 'https://site.example/privacy';
  return { id: receiptId(0), record: sampleRecord, operator, settings, noticeUrl, text: 'Load meeting from Example GmbH', sourceName: null, ...facts };
}

/** The id of the receipt with a number. */
export function receiptId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The receipt with a number, of a decision made at a time (ISO 8601, UTC). */
export function sampleReceipt(number: number, at = sampleRecord.at): Receipt {
  return createReceipt(sampleFacts({ id: receiptId(number), record: { ...sampleRecord, at } }));
}

import { fits } from '../lib/check-form.js';
import { receiptForm } from './receipt-form.js';
import { RECEIPT_RULES } from './receipt-rules.js';

/**
 * Whether what was found in storage has the shape of a receipt and no field besides. Every script of the site can write there
 * (docs/law.md R87), and what it writes must not be sent.
 */
export function isReceipt(value: unknown): boolean {
  return fits(receiptForm, value, RECEIPT_RULES);
}

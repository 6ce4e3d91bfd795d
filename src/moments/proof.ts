/** Somebody checks a receipt (npm). */
export { verifyReceipt } from '../receipts/verify-receipt.js';

import type { Operator } from '../config/operator.js';
import { type DecisionInput, createRecord } from '../consent/create-record.js';
import type { DecisionRecord } from '../consent/record.js';
import type { GateContext } from './context.js';

/** A decision and what its receipt says of how it came about. */
export interface Decision extends DecisionInput {
  /** The text that the visitor read, or an empty string where a script decided. */
  readonly text: string;
  /** Name and version of the platform or script that decided; null for the visitor. */
  readonly sourceName: string | null;
}

/**
 * Records a decision and makes its receipt, in this order and in the same turn. What is decided on recording counts for the
 * meeting alone and leaves only a receipt: it says nothing about loading.
 */
export function decide(context: GateContext, operator: Operator, { text, sourceName, ...input }: Decision): DecisionRecord {
  const record = input.purpose ? createRecord(operator, input, context.settings) : context.ledger.record(operator, input);
  const decided = { operator, record, text, sourceName };
  if (context.receipts) context.receipts.add(decided);
  // Not loaded yet: only a script, or a refusal in the first moments of a page, can be this early.
  else void context.whenReceipts.then((receipts) => receipts?.add(decided));
  return record;
}

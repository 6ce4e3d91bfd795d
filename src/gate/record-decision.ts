import type { Operator } from '../config/operator.js';
import { type DecisionInput, createRecord } from '../consent/create-record.js';
import type { DecisionRecord } from '../consent/record.js';
import type { Site } from './site.js';

/** A decision and what its receipt says of how it came about. */
export interface Decision extends DecisionInput {
  /** The text that the visitor read, or an empty string where a script decided. */
  readonly text: string;
  /** Name and version of the platform or script that decided; null for the visitor. */
  readonly sourceName: string | null;
}

/**
 * Records a decision and makes its receipt, in this order and in the same turn. Gates, settings and scripts all decide by
 * this function. What is decided on recording counts for the meeting alone and leaves only a receipt: it says nothing
 * about loading.
 */
export function recordDecision(site: Site, operator: Operator, { text, sourceName, ...input }: Decision): DecisionRecord | undefined {
  const { ledger, settings, choice } = site;
  const record = input.purpose ? createRecord(operator, input, settings) : ledger?.record(operator, input);
  if (!record) return undefined;
  const decided = { operator, record, text, sourceName };
  if (choice) choice.receipts?.add(decided);
  // Only a script can be this early. Where the file cannot be had, the decision stands in the ledger without a receipt.
  else site.prepareChoice().then(({ receipts }) => receipts?.add(decided)).catch(() => undefined);
  if (!input.purpose) choice?.onDecision?.(operator, record);
  return record;
}

import type { GateContext } from '../gate/context.js';
import { type Receipts, openReceipts } from '../receipts/receipts.js';

/** What a page does right after the first look: opens the receipts, and looks for what its owner should know. */
export function followUp(context: GateContext): Receipts | undefined {
  // Without this file the owner misses hints, and nobody else anything.
  import('./diagnostics.js').then(({ diagnose }) => diagnose(context)).catch(() => undefined);
  // Where no consent is claimed, there are no receipts of one (law R60).
  return context.settings.basis === 'consent' ? openReceipts(context.settings) : undefined;
}

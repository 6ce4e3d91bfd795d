import type { Settings } from '../config/settings.js';
import type { GateContext } from '../gate/context.js';
import { type Receipts, openReceipts } from '../receipts/receipts.js';

/**
 * The receipts of a site. Where no consent to loading is claimed, there are none of that (law R60); whoever agrees to be
 * recorded consents all the same.
 */
function receiptsOf(settings: Settings): Receipts | undefined {
  const { basis, recordingPolicy } = settings;
  if (basis !== 'consent' && recordingPolicy !== 'ask') return undefined;
  const receipts = openReceipts(settings);
  if (basis === 'consent') return receipts;
  return {
    ...receipts,
    add(decided) {
      if (!decided.record.purposes.includes('load')) receipts.add(decided);
    },
  };
}

/** What a page does right after the first look: opens the receipts, and looks for what its owner should know. */
export function followUp(context: GateContext): Receipts | undefined {
  // Without this file the owner misses hints, and nobody else anything.
  import('./diagnostics.js').then(({ diagnose }) => diagnose(context)).catch(() => undefined);
  return receiptsOf(context.settings);
}

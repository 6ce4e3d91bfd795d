import type { Operator } from '../config/operator.js';
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

/** The operators that the visitor has agreed to at any time of this page view, under whatever configuration. */
const agreed = new Set<Operator>();

/** Nothing can be granted before this file is there, so no yes is missed. */
function noteYeses({ ledger, settings }: GateContext): void {
  const note = (): void => {
    for (const operator of settings.operators.values()) if (ledger.standing(operator) === 'granted') agreed.add(operator);
  };
  note();
  ledger.subscribe(note);
}

/** What a page does right after the first look: opens the receipts, and looks for what its owner should know. */
export function followUp(context: GateContext): Receipts | undefined {
  noteYeses(context);
  // Without this file the owner misses hints, and nobody else anything.
  import('./diagnostics.js').then(({ diagnose }) => diagnose(context, agreed)).catch(() => undefined);
  return receiptsOf(context.settings);
}

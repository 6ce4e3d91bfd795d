import type { Settings } from '../config/settings.js';
import { type Receipts, openReceipts } from '../receipts/receipts.js';
import { pageLang } from '../lib/page-lang.js';
import { openLedger } from './open-ledger.js';
import { recordDecision } from './record-decision.js';
import type { Choice, Site } from './site.js';

/**
 * The receipts of a site. Where no consent to loading is claimed, there are none of that (docs/law.md R60); whoever agrees to
 * be recorded consents all the same.
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

/** Opens all that a choice needs on this site. */
export function openChoice(site: Site): Choice {
  return {
    ledger: site.ledger ?? openLedger(site.settings),
    receipts: receiptsOf(site.settings),
    meetings: new Set(),
    decide: (operator, decision, sourceName) => void recordDecision(site, operator, { decision, scope: 'remembered', source: 'cmp', sourceName, lang: pageLang(), text: '' }),
  };
}

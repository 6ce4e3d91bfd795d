import { type Settings, entryPrefix } from '../config/settings.js';
import { type Ledger, createLedger } from '../consent/ledger.js';
import { createMemoryStore } from '../storage/memory-store.js';
import { openSharedStore } from '../storage/open-store.js';

/**
 * Opens the ledger of a site. Where no consent is claimed, no record of one is kept, nor told to other tabs: leaving one
 * meeting ends no other (docs/law.md R60).
 */
export function openLedger(settings: Settings): Ledger {
  const { basis, storage, cookieDomain, maxAgeDays } = settings;
  const store = basis === 'consent' ? openSharedStore({ storage, prefix: entryPrefix(settings), cookieDomain, maxAgeDays }) : createMemoryStore();
  return createLedger(store, settings);
}

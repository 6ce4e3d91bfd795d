import type { Settings } from '../config/settings.js';
import { createLedger } from '../consent/ledger.js';
import type { GateContext } from '../gate/context.js';
import { ofDocument } from '../lib/of-document.js';
import { warnOnce } from '../lib/warn-once.js';
import { createMemoryStore } from '../storage/memory-store.js';
import { type StoreOptions, openSharedStore } from '../storage/open-store.js';

/** What the way in has to tell. */
export interface GateStart {
  readonly nonce?: string;
  /** See `GateContext.isChecked`. */
  readonly isChecked?: GateContext['isChecked'];
  /** See `StoreOptions.openCookie`. */
  readonly openCookie?: StoreOptions['openCookie'];
}

/** Opens the ledger and everything else that the gates of a page share. */
export function createContext(settings: Settings, { nonce = pageNonce(), isChecked = true, openCookie }: GateStart): GateContext {
  // Where no consent is claimed, no record of one is kept, nor told to other tabs: leaving one meeting ends no other (law R60).
  const store = settings.basis === 'consent' ? openSharedStore({ ...settings, openCookie }) : createMemoryStore();
  // Receipts are made of decisions, so they are there after the first look and before the first choice.
  const loading = new Promise((resolve) => {
    setTimeout(resolve);
  }).then(() => import('./follow-up.js')).then(({ followUp }) => followUp(context));
  const checking = Promise.all([isChecked, loading]).then(([isRight]) => isRight);
  const whenReceipts = loading.catch((error: unknown) => {
    // The gate's own file cannot be had: nothing can be granted, and a refusal stands in the ledger without a receipt.
    warnOnce('receipts', String(error), 'error');
    return undefined;
  });
  const context: GateContext = {
    settings,
    nonce,
    ledger: createLedger(store, settings),
    meetings: new Set(),
    whenReceipts,
    receipts: undefined,
    isChecked: checking,
  };
  checking.then((isRight) => {
    if (isRight) context.isChecked = true;
  }).catch(() => undefined); // Whoever asks for it is told; nothing can be granted then.
  void whenReceipts.then((receipts) => {
    context.receipts = receipts;
  });
  return context;
}

/** The nonce that this page's own scripts carry, so that a strict CSP lets the meeting's script in as well. */
function pageNonce(): string {
  return (ofDocument('querySelector').call(document, 'script[nonce]') as HTMLScriptElement | null)?.nonce ?? '';
}

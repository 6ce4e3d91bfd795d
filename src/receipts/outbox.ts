import type { Store } from '../storage/store.js';
import type { Receipt } from './receipt-schema.js';

/** How many receipts are kept, the newest first to stay (SPEC 4). */
export const KEPT = 50;

/** A kept receipt and whether the site's endpoint has it. */
export interface Entry {
  readonly receipt: Receipt;
  readonly sent: boolean;
}

/** What the outbox holds. */
export interface OutboxState {
  readonly entries: readonly Entry[];
  /** Failed tries in a row. */
  readonly tries: number;
  /** Milliseconds since 1970 before which nothing is tried again. */
  readonly notBefore: number;
}

/** Keeps receipts, newest fifty, and remembers what is still to be sent. */
export interface Outbox {
  state(): OutboxState;
  add(receipt: Receipt): void;
  /** The endpoint has this one. */
  markSent(id: string): void;
  /** The endpoint could not be reached. */
  postpone(notBefore: number): void;
}

const EMPTY: OutboxState = { entries: [], tries: 0, notBefore: 0 };
const VERSION = 1;

function isEntry(value: unknown): value is Entry {
  const { receipt, sent } = Object(value) as Partial<Entry>;
  return typeof sent === 'boolean' && typeof receipt?.receipt_id === 'string' && receipt.schema_version === 'jitsi-gate-receipt-1';
}

function parse(text: string | null): OutboxState {
  try {
    const stored = Object(JSON.parse(text ?? '{}')) as Partial<OutboxState> & { v?: unknown };
    if (stored.v !== VERSION || !Array.isArray(stored.entries)) return EMPTY;
    const entries = stored.entries.filter(isEntry).slice(-KEPT);
    return { entries, tries: Number(stored.tries) || 0, notBefore: Number(stored.notBefore) || 0 };
  } catch {
    return EMPTY; // Damaged, and receipts are copies: the decisions themselves stand in the ledger.
  }
}

/** Creates the outbox over a store. Every change is written before anything else happens. */
export function createOutbox(store: Store): Outbox {
  const change = (next: (state: OutboxState) => OutboxState): void => {
    store.write(JSON.stringify({ v: VERSION, ...next(parse(store.read())) }));
  };
  return {
    state: () => parse(store.read()),
    add: (receipt) => change((state) => ({ ...state, entries: [...state.entries, { receipt, sent: false }].slice(-KEPT) })),
    markSent: (id) => change(({ entries }) => ({
      entries: entries.map((entry) => (entry.receipt.receipt_id === id ? { receipt: entry.receipt, sent: true } : entry)),
      tries: 0,
      notBefore: 0,
    })),
    postpone: (notBefore) => change((state) => ({ ...state, tries: state.tries + 1, notBefore })),
  };
}

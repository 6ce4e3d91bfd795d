import { now } from '../lib/clock.js';
import type { Store } from '../storage/store.js';
import { sha256 } from '../lib/sha256.js';
import { isReceipt } from './is-receipt.js';
import type { Receipt } from './receipt-schema.js';
import { withoutText } from './seal.js';

/** How many receipts are kept, the newest first to stay. */
export const KEPT = 50;

/** How far the delivery of a receipt has come. */
export interface Delivery {
  /** Whether the site's endpoint has it. */
  readonly sent: boolean;
  /** Failed tries. */
  readonly tries: number;
  /** When the last of them failed, in milliseconds since 1970. */
  readonly failedAt: number;
}

/** A kept receipt. */
export interface Entry extends Delivery {
  /** Where it is kept; in the order of decisions. */
  readonly name: string;
  readonly receipt: Receipt;
}

/** Keeps receipts, newest fifty, and how far each has come. Each is written on its own: two tabs never undo each other. */
export interface Outbox {
  /** What is kept, oldest first. */
  entries(): Entry[];
  add(receipt: Receipt): void;
  /** Notes how far a receipt has come; nothing where it is no longer kept. */
  update(entry: Entry, delivery: Delivery): void;
}

const VERSION = 1;
let made = 0;

/** A name that sorts by the time of the decision, and by order within a millisecond. */
function nameOf({ receipt_id: id, events }: Receipt): string {
  made += 1;
  return [events[0]?.event_time ?? '', String(made).padStart(6, '0'), id].join('.');
}

const NAME = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z\.\d{6,}\.[\da-f-]{36}$/i;

/**
 * Names in the order of decisions. What no outbox has named so, or is from the future, comes first: it is the first to go,
 * and keeps no receipt out.
 */
function inOrder(names: readonly string[]): string[] {
  const time = new Date(now()).toISOString();
  const isLikely = (name: string): boolean => NAME.test(name) && name.slice(0, time.length) <= time;
  return [...names.filter((name) => !isLikely(name)), ...names.filter(isLikely)];
}

/** A browser sends no more than 64 KiB for a page that may go (Fetch Standard, keepalive); ours have about 3 kB. */
const MAX_TEXT = 65_536;

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function parse(name: string, text: string | null): Entry[] {
  if (text === null || text.length > MAX_TEXT) return [];
  try {
    const { v, receipt, sent, tries, failedAt } = Object(JSON.parse(text)) as Partial<Entry> & { v?: unknown };
    if (v !== VERSION || !receipt || !isReceipt(receipt)) return [];
    return [{ name, receipt, sent: sent === true, tries: numberOf(tries), failedAt: numberOf(failedAt) }];
  } catch {
    return []; // Damaged, and receipts are copies: the decisions themselves stand in the ledger.
  }
}

/** A receipt with the text that was shown, where that is kept and still the one whose hash it has. */
function withText(entry: Entry, texts: Store): Entry {
  const { receipt, receipt: { shown } } = entry;
  const text = shown.sha256 === undefined ? null : texts.read(shown.sha256);
  return text === null || sha256(text) !== shown.sha256 ? entry : { ...entry, receipt: { ...receipt, shown: { ...shown, text } } };
}

/**
 * Creates the outbox over a store, and another one for the texts that were shown: each is kept once, however many receipts have its
 * hash. Every change is written before anything else happens.
 */
export function createOutbox(store: Store, texts: Store): Outbox {
  const write = (name: string, receipt: Receipt, { sent, tries, failedAt }: Delivery): boolean => (
    store.write(name, JSON.stringify({ v: VERSION, sent, tries, failedAt, receipt: { ...receipt, shown: withoutText(receipt.shown) } })));
  const kept = (): Entry[] => inOrder(store.names()).slice(-KEPT).flatMap((name) => parse(name, store.read(name)));
  return {
    entries: () => kept().map((entry) => withText(entry, texts)),
    add(receipt) {
      const { sha256: hash, text } = receipt.shown;
      // First the receipt: a text that no receipt needs is removed by any other tab.
      write(nameOf(receipt), receipt, { sent: false, tries: 0, failedAt: 0 });
      if (hash !== undefined && text !== undefined) texts.write(hash, text);
      for (const name of inOrder(store.names()).slice(0, -KEPT)) store.remove(name);
      const needed = kept().map(({ receipt: { shown } }) => shown.sha256);
      for (const name of texts.names()) if (!needed.includes(name)) texts.remove(name);
    },
    update({ name, receipt }, delivery) {
      if (store.read(name) === null || write(name, receipt, delivery) || !delivery.sent) return;
      // A receipt that is delivered must not stand there as undelivered; without it there is room.
      store.remove(name);
      write(name, receipt, delivery);
    },
  };
}

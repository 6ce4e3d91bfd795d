import type { Settings } from '../config/settings.js';
import { now } from '../lib/clock.js';
import { warnOnce } from '../lib/warn-once.js';
import type { Store } from '../storage/store.js';
import { type DecisionRecord, parseRecord, serializeRecord } from './record.js';

/**
 * The decisions in a store, one entry for each operator. Where a newer version has written one, that entry is left as it
 * is: this view then keeps its decision in memory, and tells it.
 */
export interface Entries {
  read(key: string): DecisionRecord | undefined;
  write(key: string, record: DecisionRecord): void;
  /** Forgets what only this view knows of an operator. */
  forget(key: string): void;
}

/** Opens the decisions in a store. */
export function openEntries(store: Store): Entries {
  const ofThisView = new Map<string, DecisionRecord>();
  return {
    read(key) {
      const text = store.read(key);
      const record = parseRecord(text);
      if (text !== null && typeof record !== 'object') warnOnce('record', 'stored decisions cannot be read; the visitor is asked again');
      if (record === 'newer') return ofThisView.get(key);
      ofThisView.delete(key);
      return record;
    },
    write(key, record) {
      const text = serializeRecord(record);
      if (parseRecord(store.read(key)) !== 'newer') return void store.write(key, text);
      ofThisView.set(key, record);
      // A withdrawal has to be heard, kept or not.
      store.tell?.(key, text);
    },
    forget: (key) => void ofThisView.delete(key),
  };
}

/** What an entry of ours begins with, whatever is wrong with the rest: what else has our prefix may be the site's own. */
const OURS = '{"v":';

/**
 * Removes the entries of operators that are no longer declared once they have run out or cannot be read: nobody would look
 * at them again. What has not run out stays, for a page that declares the operator.
 */
export function removeLeftovers(store: Store, { operators }: Settings): void {
  for (const name of store.names().filter((key) => !operators.has(key))) {
    const text = store.read(name);
    const record = parseRecord(text);
    const isOver = typeof record === 'object' ? Date.parse(record.until) <= now() : record === undefined && text?.startsWith(OURS);
    if (isOver) store.remove(name);
  }
}

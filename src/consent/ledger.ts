import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import { now } from '../lib/clock.js';
import { createListeners } from '../lib/listeners.js';
import { warnOnce } from '../lib/warn-once.js';
import type { Store } from '../storage/store.js';
import { type DecisionInput, createRecord } from './create-record.js';
import { type Grant, grantFrom } from './grant.js';
import { mergeTold, outweighs } from './merge.js';
import { type DecisionRecord, type DecisionRecords, isCurrent, limitAge, parseRecords, serializeRecords } from './record.js';
import { termsDigest } from './terms.js';

/**
 * `consent`: what the visitor decided and whether that still counts. It renders nothing and loads nothing;
 * `grant.ts` in here is the only place where a Grant comes into being.
 */

/** What counts for an operator now. `none`: ask. */
export type Standing = 'none' | 'granted' | 'declined';

/** A recorded decision and whom it concerns. */
export interface DecisionChange {
  readonly operator: string;
  /** Undefined where another tab removed it. */
  readonly record: DecisionRecord | undefined;
}

/** Keeps decisions, one for each operator. */
export interface Ledger {
  /** The stored decision, current or not. */
  decision(operator: Operator): DecisionRecord | undefined;
  /** What counts now. */
  standing(operator: Operator): Standing;
  /** Proof that loading is allowed now, if it is. */
  grant(operator: Operator): Grant | undefined;
  /** Records a decision before anything else happens. Written at once; kept in memory where storage fails. */
  record(operator: Operator, input: DecisionInput): DecisionRecord;
  /** Looks again at what is stored: for a page that was frozen and missed what other tabs did. */
  refresh(): void;
  /** Calls back after each change, here or in another tab; returns how to stop. */
  subscribe(listener: (change: DecisionChange) => void): () => void;
  /** Stops listening to other tabs. */
  close(): void;
}

interface Records {
  read(): DecisionRecords;
  write(records: DecisionRecords): void;
}

/** The records in a store. A text from a newer version is left as it is; this view then keeps its decisions in memory, and tells them. */
function openRecords(store: Store): Records {
  let ownView: DecisionRecords | undefined;
  return {
    read() {
      if (ownView) return ownView;
      const text = store.read();
      const records = parseRecords(text);
      if (!records?.size && text !== null) warnOnce('record', 'stored decisions cannot be read; the visitor is asked again');
      return records ?? (ownView = new Map());
    },
    write(records) {
      if (ownView) ownView = records;
      // A withdrawal has to be heard, kept or not.
      (ownView ? store.tell : store.write)?.(serializeRecords(records));
    },
  };
}

/** What a page view knows: the stored records, and what it decided itself. */
interface View {
  readonly records: Records;
  /** A yes for once counts here until it is refused or withdrawn, in whichever tab. */
  readonly own: Map<string, DecisionRecord>;
}

/** Whether what was heard ends what this view agreed to: a refusal that is no older, or nothing at all. */
function endsOwn(heard: DecisionRecord | undefined, mine: DecisionRecord | undefined, time: string): boolean {
  if (!heard) return true;
  return heard.decision !== 'granted' && !(mine && outweighs(mine, heard, time));
}

/** Takes in what another tab wrote, so that no decision is lost and no refusal is overlooked. */
function hear(text: string | null, { records, own }: View, keys: Iterable<string>): void {
  const read = text === null ? undefined : parseRecords(text);
  // What holds no decision is no other tab's word: the storage was cleared or damaged.
  const told = read?.size ? read : undefined;
  const time = new Date(now()).toISOString();
  const merged = mergeTold({ told, stored: records.read(), own, time });
  if (merged) records.write(merged);
  // Another tab's refusal ends what was agreed to here, even if it agreed again since; so does clearing the storage.
  for (const key of keys) if (endsOwn(told?.get(key) ?? records.read().get(key), own.get(key), time)) own.delete(key);
}

interface Verdict {
  readonly grant: Grant | undefined;
  readonly standing: Standing;
}

/** What counts for an operator in this view: its own yes while a yes is stored, the stored decision otherwise. */
function evaluate({ records, own }: View, operator: Operator, settings: Settings): Verdict {
  const record = records.read().get(operator.key);
  if (!record) return { grant: undefined, standing: 'none' };
  const terms = termsDigest(operator, settings);
  const stored = limitAge(record, settings.maxAgeDays);
  const mine = own.get(operator.key);
  const isOfThisView = mine?.decision === 'granted' && stored.decision === 'granted';
  const grant = grantFrom({ operator: operator.key, record: isOfThisView ? mine : stored, terms, time: now(), isOfThisView });
  if (grant) return { grant, standing: 'granted' };
  const isRefusal = stored.decision === 'declined' && isCurrent(stored, terms, now());
  return { grant, standing: isRefusal && (stored.scope === 'remembered' || mine?.at === stored.at) ? 'declined' : 'none' };
}

/** Creates the ledger over a store. */
export function createLedger(store: Store, settings: Settings): Ledger {
  const listeners = createListeners<DecisionChange>();
  const view: View = { records: openRecords(store), own: new Map() };
  const { records, own } = view;
  const keys = (): Iterable<string> => settings.operators.keys();
  const tellAll = (): void => {
    for (const operator of keys()) listeners.notify({ operator, record: records.read().get(operator) });
  };
  const evaluateNow = (operator: Operator): Verdict => evaluate(view, operator, settings);
  const stopWatching = store.watch((text) => {
    hear(text, view, keys());
    tellAll();
  });

  return {
    decision: (operator) => records.read().get(operator.key),
    grant: (operator) => evaluateNow(operator).grant,
    standing: (operator) => evaluateNow(operator).standing,
    record(operator, input) {
      const record = createRecord(operator, input, settings);
      own.set(operator.key, record);
      records.write(new Map([...records.read(), [operator.key, record]]));
      listeners.notify({ operator: operator.key, record });
      return record;
    },
    refresh() {
      // What other tabs decided meanwhile is not known step by step, so only what still stands as it was counts.
      for (const key of keys()) if (records.read().get(key)?.at !== own.get(key)?.at) own.delete(key);
      tellAll();
    },
    subscribe: listeners.subscribe,
    close: stopWatching,
  };
}

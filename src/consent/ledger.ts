import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import { now } from '../lib/clock.js';
import { createListeners } from '../lib/listeners.js';
import type { Store } from '../storage/store.js';
import { type DecisionInput, createRecord } from './create-record.js';
import { type Entries, openEntries, removeLeftovers } from './entries.js';
import { type Grant, grantFrom } from './grant.js';
import { mergeTold, outweighs } from './merge.js';
import { type DecisionRecord, parseRecord } from './record.js';
import { type Standing, basisOf, standingOf } from './standing.js';

/**
 * `consent`: what the visitor decided and whether that still counts. It renders nothing and loads nothing;
 * `grant.ts` in here is the only place where a Grant comes into being.
 */

/** A recorded decision and whom it concerns. */
export interface DecisionChange {
  readonly operator: string;
  /** Undefined where another tab removed it. */
  readonly record: DecisionRecord | undefined;
}

/** Keeps decisions, one entry for each operator. */
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
  /** Calls back for an operator whose decision, or what counts of it, has changed, here or in another tab; returns how to stop. */
  subscribe(listener: (change: DecisionChange) => void): () => void;
  /** Stops listening to other tabs. */
  close(): void;
}

/** What a page view knows: the stored decisions, and what it decided itself. */
interface View {
  readonly entries: Entries;
  /** A yes for once counts here until it is refused or withdrawn, in whichever tab. */
  readonly own: Map<string, DecisionRecord>;
}

/** Whether what was heard ends what this view agreed to: a refusal that is no older, or nothing at all. */
function endsOwn(heard: DecisionRecord | undefined, mine: DecisionRecord | undefined, time: string): boolean {
  if (!heard) return true;
  return heard.decision !== 'granted' && !(mine && outweighs(mine, heard, time));
}

/** Takes in what another tab wrote on an operator, so that no decision is lost and no refusal is overlooked. */
function hear({ entries, own }: View, key: string, text: string | null): void {
  const read = parseRecord(text);
  // Whatever a newer version decided there, it came after what was decided here.
  if (read === 'newer') entries.forget(key);
  // What holds no decision is no other tab's word: the storage was cleared or damaged.
  const told = read === 'newer' ? undefined : read;
  const time = new Date(now()).toISOString();
  const mine = own.get(key);
  const missing = mergeTold({ told, stored: entries.read(key), own: mine, time });
  if (missing) entries.write(key, missing);
  // Another tab's refusal ends what was agreed to here, even if it agreed again since; so does removing the entry.
  if (endsOwn(told ?? entries.read(key), mine, time)) own.delete(key);
}

/** Who hears of what: an operator is spoken of where something of it is not what it was when it was last spoken of. */
function createNews(look: (operator: Operator) => readonly [DecisionRecord | undefined, Standing]) {
  const { notify, subscribe } = createListeners<DecisionChange>();
  const seen = new Map<string, string>();
  const isNew = (operator: Operator): boolean => {
    const before = seen.get(operator.key);
    const found = JSON.stringify(look(operator));
    seen.set(operator.key, found);
    return found !== before;
  };
  return {
    subscribe,
    /** Takes in what there is, and tells nobody. */
    note: (operator: Operator): unknown => isNew(operator),
    /** Tells what has changed, or a decision that was made here. */
    tell(operator: Operator, made?: DecisionRecord): void {
      if (isNew(operator) || made) notify({ operator: operator.key, record: made ?? look(operator)[0] });
    },
  };
}

/** Creates the ledger over a store, and removes from it what nobody would look at again. */
export function createLedger(store: Store, settings: Settings): Ledger {
  removeLeftovers(store, settings);
  const entries = openEntries(store);
  const own = new Map<string, DecisionRecord>();
  const operators = [...settings.operators.values()];
  const decision = ({ key }: Operator): DecisionRecord | undefined => entries.read(key);
  const standing = (operator: Operator): Standing => standingOf(decision(operator), operator, settings, own.get(operator.key));
  const news = createNews((operator) => [decision(operator), standing(operator)]);
  operators.forEach(news.note);
  const stopWatching = store.watch((key, text) => {
    const operator = settings.operators.get(key);
    if (!operator) return;
    hear({ entries, own }, key, text);
    news.tell(operator);
  });
  return {
    decision,
    standing,
    grant(operator) {
      const stored = decision(operator);
      return stored && grantFrom({ operator: operator.key, ...basisOf({ stored, own: own.get(operator.key) }, operator, settings) });
    },
    record(operator, input) {
      const record = createRecord(operator, input, settings);
      own.set(operator.key, record);
      entries.write(operator.key, record);
      news.tell(operator, record);
      return record;
    },
    refresh() {
      // What other tabs decided meanwhile is not known step by step, so only what still stands as it was counts.
      for (const { key } of operators) if (entries.read(key)?.at !== own.get(key)?.at) own.delete(key);
      for (const operator of operators) news.tell(operator);
    },
    subscribe: news.subscribe,
    close: stopWatching,
  };
}

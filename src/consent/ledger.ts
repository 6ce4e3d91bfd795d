import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import { DAY, now } from '../lib/clock.js';
import { createListeners } from '../lib/events.js';
import type { Store } from '../storage/store.js';
import { type Grant, grantFrom } from './grant.js';
import { type DecisionRecord, type DecisionRecords, isCurrent, parseRecords, serializeRecords } from './record.js';
import { termsDigest } from './terms.js';

/**
 * `consent`: what the visitor decided and whether that still counts. It renders nothing and loads nothing;
 * `grant.ts` in here is the only place where a Grant comes into being.
 */

/** What counts for an operator now. `none`: ask. */
export type Standing = 'none' | 'granted' | 'declined';

/** A decision to be recorded. */
export interface DecisionInput {
  readonly decision: DecisionRecord['decision'];
  readonly scope: DecisionRecord['scope'];
  readonly source: DecisionRecord['source'];
  /** The language in which the gate was read. */
  readonly lang: string;
}

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
  /** Calls back after each change, here or in another tab; returns how to stop. */
  subscribe(listener: (change: DecisionChange) => void): () => void;
  /** Stops listening to other tabs. */
  close(): void;
}

interface Records {
  read(): DecisionRecords;
  write(records: DecisionRecords): void;
}

/** The records in a store. A text from a newer version is left as it is; this view then keeps its decisions in memory. */
function openRecords(store: Store): Records {
  let ownView: DecisionRecords | undefined;
  return {
    read: () => ownView ?? parseRecords(store.read()) ?? (ownView = new Map()),
    write(records) {
      if (ownView) ownView = records;
      else store.write(serializeRecords(records));
    },
  };
}

/** Creates the ledger over a store. */
export function createLedger(store: Store, settings: Settings): Ledger {
  const listeners = createListeners<DecisionChange>();
  const records = openRecords(store);
  // What this page view decided itself. A yes for once counts here until it is refused or withdrawn, in whichever tab.
  const ofThisView = new Map<string, DecisionRecord>();

  const grant = (operator: Operator): Grant | undefined => {
    const stored = records.read().get(operator.key);
    const own = ofThisView.get(operator.key);
    const isOfThisView = own?.decision === 'granted' && stored?.decision === 'granted';
    const record = isOfThisView ? own : stored;
    return grantFrom({ operator: operator.key, record, terms: termsDigest(operator, settings), time: now(), isOfThisView });
  };
  const stopWatching = store.watch((text) => {
    const told = parseRecords(text);
    for (const operator of settings.operators.keys()) {
      // Another tab's refusal ends what was agreed to here, even if it agreed again since.
      if (told?.get(operator)?.decision !== 'granted') ofThisView.delete(operator);
      listeners.notify({ operator, record: records.read().get(operator) });
    }
  });

  return {
    decision: (operator) => records.read().get(operator.key),
    grant,
    standing(operator) {
      if (grant(operator)) return 'granted';
      const record = records.read().get(operator.key);
      if (record?.decision !== 'declined' || !isCurrent(record, termsDigest(operator, settings), now())) return 'none';
      return record.scope === 'remembered' || ofThisView.get(operator.key)?.at === record.at ? 'declined' : 'none';
    },
    record(operator, input) {
      const record = createRecord(operator, input, settings);
      ofThisView.set(operator.key, record);
      records.write(new Map([...records.read(), [operator.key, record]]));
      listeners.notify({ operator: operator.key, record });
      return record;
    },
    subscribe: (listener) => listeners.subscribe(listener),
    close: stopWatching,
  };
}

function createRecord(operator: Operator, { decision, scope, source, lang }: DecisionInput, settings: Settings): DecisionRecord {
  const time = now();
  return {
    decision,
    scope,
    purposes: ['load'],
    at: new Date(time).toISOString(),
    until: new Date(time + settings.maxAgeDays * DAY).toISOString(),
    terms: termsDigest(operator, settings),
    notice: settings.noticeVersion,
    lang,
    source,
  };
}

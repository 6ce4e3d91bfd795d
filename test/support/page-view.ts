import type { Operator } from '../../src/config/operator.js';
import type { ConfigInput } from '../../src/config/schema.js';
import { type Settings, readSettings } from '../../src/config/settings.js';
import type { DecisionInput } from '../../src/consent/create-record.js';
import { type Ledger, createLedger } from '../../src/consent/ledger.js';
import type { Store } from '../../src/storage/store.js';
import { clinic, minimal } from './sample-config.js';
import type { SharedEntries } from './shared-entries.js';

/** The moment at which a test with a fake clock starts. */
export const NOON = Date.parse('2026-11-01T12:00:00.000Z');

/** Decisions that a visitor can make. */
export const yes: DecisionInput = { decision: 'granted', scope: 'remembered', source: 'visitor', lang: 'de' };
export const once: DecisionInput = { ...yes, scope: 'once' };
export const no: DecisionInput = { ...yes, decision: 'declined' };
export const withdrawn: DecisionInput = { ...yes, decision: 'withdrawn' };

/** A page view with its ledger, on a site with the operators `clinic` and `school`. */
export interface PageView {
  readonly ledger: Ledger;
  readonly store: Store;
  readonly settings: Settings;
  readonly operator: Operator;
  readonly other: Operator;
}

/** A page view: a new ledger over what the browser keeps. */
export function visit(kept: SharedEntries | Store, options: Partial<ConfigInput> = {}): PageView {
  const operators = { clinic, school: { ...clinic, name: 'School' } };
  const settings = readSettings({ ...minimal, operators, defaultOperator: 'clinic', ...options });
  const [operator, other] = settings.operators.values();
  if (!operator || !other) throw new Error('two operators are needed');
  const store = 'open' in kept ? kept.open() : kept;
  return { ledger: createLedger(store, settings), store, settings, operator, other };
}

import type { Operator } from '../config/operator.js';
import { type Settings, mayRemember } from '../config/settings.js';
import { type DecisionChange, createLedger } from '../consent/ledger.js';
import type { DecisionRecord } from '../consent/record.js';
import { defineElements } from '../elements/define-elements.js';
import { type GateContext, currentContext, setContext } from '../gate/context.js';
import { GateError, describeValue } from '../lib/errors.js';
import { openStore } from '../storage/open-store.js';
import type { MountOptions } from './placeholders.js';
import { createPlaceholders } from './watch.js';

/** Who speaks for the visitor when a script records a decision (law R45). */
export interface DecisionSource {
  /** `cmp` for a consent platform, `api` for anything else. */
  readonly source: 'cmp' | 'api';
  /** Its name and version. */
  readonly name: string;
  /** Whether the decision outlives the page view; default true. */
  readonly remember?: boolean;
}

/** The gate of a page, as `configure()` and `JitsiGate.ready` give it. */
export interface Gate {
  /** Puts a gate into an element. Returns how to take it away. */
  mount(host: Element, embed: MountOptions): () => void;
  /** Puts gates into the placeholders that are there now. */
  scan(root?: ParentNode): void;
  /** Puts gates into placeholders that come later, at any depth. Returns how to stop. */
  watch(root?: Node): () => void;
  /** The stored decision on an operator, current or not; by default on the default operator. */
  decision(operator?: string): DecisionRecord | undefined;
  /** Records that the visitor agreed elsewhere. @throws GateError without a named source, or for an unknown operator. */
  grant(operator: string, source: DecisionSource): void;
  /** Records that the visitor refused elsewhere. @throws GateError as `grant`. */
  decline(operator: string, source: DecisionSource): void;
  /** Withdraws for one operator, or for all; settles when their meetings are gone from the page. */
  withdraw(operator?: string): Promise<void>;
  /** Calls back after every decision, here or in another tab. Returns how to stop. */
  subscribe(listener: (change: DecisionChange) => void): () => void;
  /** Takes every gate away, brings the authors' content back, and stops listening. */
  destroy(): void;
}

let active: Gate | undefined;

/** What only a script tag has to tell. */
export interface GateStart {
  readonly nonce?: string;
  /** See `GateContext.isChecked`. */
  readonly isChecked?: GateContext['isChecked'];
}

function createContext(settings: Settings, { nonce = pageNonce(), isChecked = true }: GateStart): GateContext {
  // Where no consent is claimed, no record of one is kept (law R60).
  const store = openStore(settings.basis === 'consent' ? settings.storage : 'memory', settings.storageKey);
  return { settings, nonce, isChecked, ledger: createLedger(store, settings), meetings: new Set() };
}

function checkSource(source: DecisionSource | undefined): void {
  const isNamed = (source?.source === 'cmp' || source?.source === 'api') && typeof source.name === 'string' && source.name.trim() !== '';
  if (isNamed) return;
  throw new GateError('grant', [{ path: 'source', expected: '{ source: "cmp" or "api", name }', found: describeValue(source) }]);
}

/** The nonce that this page's own scripts carry, so that a strict CSP lets the meeting's script in as well. */
function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}

function findOperator({ operators, defaultOperator = '' }: Settings, key = defaultOperator): Operator {
  const operator = operators.get(key);
  if (operator) return operator;
  throw new GateError('grant', [{ path: 'operator', expected: `one of ${[...operators.keys()].join(', ')}`, found: describeValue(key) }]);
}

const pageLang = (): string => document.documentElement.lang || 'en';

type Decisions = Pick<Gate, 'decision' | 'grant' | 'decline' | 'withdraw' | 'subscribe'>;

/** The part of a gate that reads and records decisions for scripts. */
function createDecisions({ settings, ledger, meetings }: GateContext): Decisions {
  const decide = (decision: 'granted' | 'declined', key: string, source: DecisionSource): void => {
    checkSource(source);
    const operator = findOperator(settings, key);
    const isLasting = (source.remember ?? true) && (decision === 'declined' || mayRemember(settings, operator));
    ledger.record(operator, { decision, scope: isLasting ? 'remembered' : 'once', source: source.source, lang: pageLang() });
  };
  return {
    decision: (key) => ledger.decision(findOperator(settings, key)),
    grant: (key, source) => decide('granted', key, source),
    decline: (key, source) => decide('declined', key, source),
    async withdraw(key) {
      const decided = [...settings.operators.values()].filter((operator) => ledger.decision(operator));
      const operators = key === undefined ? decided : [findOperator(settings, key)];
      for (const operator of operators) {
        ledger.record(operator, { decision: 'withdrawn', scope: 'remembered', source: 'api', lang: pageLang() });
      }
      const theirs = [...meetings].filter((meeting) => operators.some((operator) => operator.key === meeting.operator));
      await Promise.all(theirs.map(({ gone }) => gone));
    },
    subscribe: (listener) => ledger.subscribe(listener),
  };
}

/** Starts the gate of a page; a gate started before is destroyed first. */
export function createGate(settings: Settings, start: GateStart = {}): Gate {
  active?.destroy();
  defineElements();
  const context = createContext(settings, start);
  const placeholders = createPlaceholders();
  const gate: Gate = {
    ...createDecisions(context),
    mount: (host, embed) => placeholders.mount(host, embed),
    scan: (root = document) => placeholders.scan(root),
    watch: (root = document) => placeholders.watch(root),
    destroy() {
      placeholders.clear();
      context.ledger.close();
      if (currentContext() === context) setContext(undefined);
      if (active === gate) active = undefined;
    },
  };
  active = gate;
  setContext(context);
  return gate;
}

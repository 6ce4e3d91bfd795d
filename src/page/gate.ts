import type { Settings } from '../config/settings.js';
import { defineElements } from '../elements/define-elements.js';
import { type GateContext, currentContext, setContext } from '../gate/context.js';
import type { Receipt } from '../receipts/receipt-schema.js';
import { type GateStart, createContext } from './context.js';
import type { Decisions } from './decisions.js';
import type { MountOptions } from './placeholders.js';
import { createPlaceholders } from './watch.js';

/** What a gate does with the page. */
interface PageGate {
  /** Puts a gate into an element. Returns how to take it away. */
  mount(host: Element, embed: MountOptions): () => void;
  /** Puts gates into the placeholders that are there now. */
  scan(root?: ParentNode): void;
  /** Puts gates into placeholders that come later, at any depth. Returns how to stop. */
  watch(root?: Node): () => void;
  /** The receipts that this browser keeps, oldest first; none before they are loaded, right after the first look. */
  receipts(): Receipt[];
  /** Takes every gate away, brings the authors' content back, and stops listening. */
  destroy(): void;
}

/** The gate of a page, as `configure()` and `JitsiGate.ready` give it. */
export interface Gate extends PageGate, Decisions {
  /** Opens the settings: every operator, its decision, and ways to change it. */
  openSettings(): Promise<void>;
}

/** A gate that was started; `complete-gate.ts` adds what no first look needs. */
export interface StartedGate {
  readonly gate: PageGate;
  readonly context: GateContext;
  /** What else has to end with it. */
  readonly stops: (() => void)[];
}

let active: PageGate | undefined;

/** Starts the gate of a page; a gate started before is destroyed first. */
export function startGate(settings: Settings, start: GateStart = {}): StartedGate {
  active?.destroy();
  defineElements();
  const context = createContext(settings, start);
  const { clear, ...placeholders } = createPlaceholders();
  const stops: (() => void)[] = [];
  const gate: PageGate = {
    ...placeholders,
    receipts: () => context.receipts?.list() ?? [],
    destroy() {
      for (const stop of stops) stop();
      clear();
      void context.whenReceipts.then((receipts) => receipts?.close());
      context.ledger.close();
      if (currentContext() === context) setContext(undefined);
      if (active === gate) active = undefined;
    },
  };
  active = gate;
  setContext(context);
  return { gate, context, stops };
}

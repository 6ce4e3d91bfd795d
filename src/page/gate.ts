import type { Ledger } from '../consent/ledger.js';
import { type Site, currentSite, setSite } from '../gate/site.js';
import type { Receipt } from '../receipts/receipt-schema.js';
import { type Decisions, createDecisions } from './decisions.js';
import { mountGate, type MountOptions } from './placeholders/mount-gate.js';
import type { Placeholders } from './placeholders/placeholders.js';
import { watchPlaceholders } from './placeholders/follow.js';

/** The gate of a page, as `configure()` and `JitsiGate.ready` give it. */
export interface Gate extends Decisions {
  /** Puts a gate into an element. Returns how to remove it. */
  mount(host: Element, embed: MountOptions): () => void;
  /** Puts gates into the placeholders that are there now. */
  scan(root?: ParentNode): void;
  /** Puts gates into placeholders that come later, at any depth. Returns how to stop. */
  watch(root?: Node): () => void;
  /** The receipts that this browser keeps, oldest first; none before they are fetched, right after the first look. */
  receipts(): Receipt[];
  /** Opens the settings: every operator, its decision, and ways to change it. */
  openSettings(): Promise<void>;
  /** Removes every gate, brings the authors' content back, and stops listening. */
  destroy(): void;
}

/** What a gate is made of. */
export interface GateStart {
  readonly site: Site;
  readonly ledger: Ledger;
  readonly placeholders: Placeholders;
  openSettings(): Promise<void>;
  /** Ends what follows the page already. */
  readonly stops: readonly (() => void)[];
}

let active: Gate | undefined;

/** Ends the gate of the page, if there is one. */
export function endActiveGate(): void {
  active?.destroy();
}

/** Makes the gate of a page from what its first look has set up. */
export function createGate({ site, ledger, placeholders, openSettings, stops: follows }: GateStart): Gate {
  const stops = new Set(follows);
  const gate: Gate = {
    ...createDecisions(site, ledger),
    openSettings,
    mount(host, embed) {
      if (placeholders.isOver) return () => undefined;
      placeholders.remove(host);
      placeholders.upgraded.set(host, mountGate(host, embed));
      return () => placeholders.remove(host);
    },
    scan: placeholders.scan,
    watch(root = document) {
      const stop = watchPlaceholders(placeholders, root);
      stops.add(stop);
      return () => void (stop(), stops.delete(stop));
    },
    receipts: () => site.choice?.receipts?.list() ?? [],
    destroy() {
      for (const stop of stops) stop();
      placeholders.isOver = true;
      for (const element of placeholders.upgraded.keys()) placeholders.remove(element);
      site.choice?.receipts?.close();
      ledger.close();
      if (currentSite() === site) setSite(undefined);
      if (active === gate) active = undefined;
    },
  };
  active = gate;
  return gate;
}

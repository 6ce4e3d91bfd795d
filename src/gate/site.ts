import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import type { Ledger } from '../consent/ledger.js';
import type { DecisionRecord } from '../consent/record.js';
import { createListeners } from '../lib/listeners.js';
import type { Receipts } from '../receipts/receipts.js';

/**
 * `gate`: how a gate behaves. Pure states and transitions, and a controller that carries out their effects.
 * It draws nothing, and it touches no storage and no vendor itself.
 */

/** What all gates of a page share from the first look on. */
export interface Site {
  readonly settings: Settings;
  /** CSP nonce that our own script tag carries, or an empty string. */
  readonly nonce: string;
  /** Keeps the decisions; undefined during the first look of a script tag, which only reads them. */
  readonly ledger: Ledger | undefined;
  /** What a choice needs; undefined until it is there. */
  readonly choice: Choice | undefined;
  /**
   * Gives what a choice needs, fetched once a page, and then known to every gate. Rejects where the configuration is wrong, or
   * the gate's own file cannot be had; the next call then asks for it again.
   */
  prepareChoice(): Promise<Choice>;
  /** Settles when that is there, whoever asked for it. */
  readonly whenChoice: Promise<Choice>;
  /** Aborted when the page has another site, or none. */
  readonly ended: AbortSignal;
  end(): void;
}

/** What a choice needs: it is fetched when one is near, or was made before. */
export interface Choice {
  readonly ledger: Ledger;
  /** Undefined where no receipts are kept. */
  readonly receipts: Receipts | undefined;
  /** The meetings in the page. */
  readonly meetings: Set<RunningMeeting>;
  /** Puts on record what a consent platform says; its name is in the receipt. */
  decide(operator: Operator, decision: 'granted' | 'withdrawn', platform: string): void;
  /** Hears of each decision on loading that is made here, once a consent platform is followed. */
  onDecision?: (operator: Operator, record: DecisionRecord) => void;
}

/** A meeting in the page. */
export interface RunningMeeting {
  /** Key of its operator. */
  readonly operator: string;
  /** Settles when every trace of it is removed. */
  readonly removed: Promise<void>;
}

let current: Site | 'unusable' | undefined;
/** Who is called back when the site was set, or told that the language around may be another one. */
export const listeners = createListeners<'language' | undefined>();

/** The site of the page: undefined before configuration, `unusable` if that failed. */
export function currentSite(): Site | 'unusable' | undefined {
  return current;
}

/** The site of the page, if it can be used. */
export function usableSite(): Site | undefined {
  return typeof current === 'object' ? current : undefined;
}

/** Sets the site that every gate of the page uses from now on. */
export function setSite(site: Site | 'unusable' | undefined): void {
  if (typeof current === 'object' && current !== site) current.end();
  current = site;
  listeners.notify(undefined);
}

/** Calls back when the site was set, or the language around may be another one; returns how to stop. */
export function onSite(listener: (news: 'language' | undefined) => void): () => void {
  return listeners.subscribe(listener);
}

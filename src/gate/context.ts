import type { Settings } from '../config/settings.js';
import type { Ledger } from '../consent/ledger.js';
import { createListeners } from '../lib/listeners.js';
import type { Receipts } from '../receipts/receipts.js';

/**
 * `gate`: what a gate does. Pure states and transitions, and a controller that carries out their effects.
 * It draws nothing and touches no storage and no vendor itself.
 */

/** What all gates of a page share. */
export interface GateContext {
  readonly settings: Settings;
  readonly ledger: Ledger;
  /** CSP nonce for what is injected, or an empty string. */
  readonly nonce: string;
  /**
   * Whether the configuration was found right: true, or a promise while that is still being checked. Nothing can be
   * granted before.
   */
  isChecked: true | Promise<boolean>;
  /** The receipts once they are loaded, and undefined where none are kept. */
  receipts: Receipts | undefined;
  readonly whenReceipts: Promise<Receipts | undefined>;
  /** The meetings in the page. */
  readonly meetings: Set<RunningMeeting>;
}

/** A meeting in the page. */
export interface RunningMeeting {
  /** Key of its operator. */
  readonly operator: string;
  /** Settles when every trace of it is gone. */
  readonly gone: Promise<void>;
}

let current: GateContext | 'unusable' | undefined;
const listeners = createListeners<void>();

/** The context of the page: undefined before configuration, `unusable` if that failed. */
export function currentContext(): GateContext | 'unusable' | undefined {
  return current;
}

/** Sets the context that every gate of the page uses from now on. */
export function setContext(context: GateContext | 'unusable' | undefined): void {
  current = context;
  listeners.notify();
}

/** Calls back when the context was set; returns how to stop. */
export function onContext(listener: () => void): () => void {
  return listeners.subscribe(listener);
}

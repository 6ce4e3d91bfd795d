import type { Adapter, Answer } from '../config/platform.js';

/**
 * `cmp`: what a consent platform of the site says. `connect.ts` decides what that means, and each platform's own file knows its
 * globals, events and traps (docs/platforms.md). No file here draws, loads a meeting, or keeps a decision itself.
 */

/** A platform, asked about one service. */
export interface Bridge extends Omit<Adapter, 'name' | 'subscribe'> {
  /** Calls back when the answer may be another one; with true where the visitor has decided in this moment, whatever it was before. */
  subscribe(listener: (isWord?: boolean) => void): () => void;
  /** Whether the platform knows the service, or the category. */
  known?(): boolean;
}

/** What a platform is asked about. */
export interface Ask {
  /** The platform's name for the service. */
  readonly service: string;
  /** The platform's name for the category, where the owner names one. */
  readonly category: string | undefined;
  /** The platform itself where it has no global. */
  readonly instance: unknown;
  /** Listens to events of a target; returns how to stop. */
  listen(target: EventTarget, events: string, heard: (event: Event) => void): () => void;
  /**
   * The answer of a platform that tells a yes from everything else, and nothing more: a no is one where it has said yes before on this
   * page view.
   */
  yesOr(isYes: unknown): Answer;
  /** A cookie of the site, which the platform has written; undefined where there is none. */
  readCookie(name: string): string | undefined;
}

/** A platform that is known. */
export interface Platform {
  /** Whether it can be read now. By its shape: some share a name with others. */
  detect(instance?: unknown): boolean;
  /** Whether it has categories only, so that one has to be named. */
  readonly hasOnlyCategories?: boolean;
  open(ask: Ask): Bridge;
}

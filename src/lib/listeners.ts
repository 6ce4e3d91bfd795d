import { warnOnce } from './warn-once.js';

/** A set of listeners. A listener that throws is reported and never stops the others. */
export interface Listeners<T> {
  /** Adds a listener and returns how to remove it. */
  subscribe(listener: (value: T) => void): () => void;
  notify(value: T): void;
}

/** Creates an empty set of listeners. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify(value) {
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          // A listener of the site is not ours to fail on; the owner sees what it threw.
          warnOnce('listener', String(error), 'error');
        }
      }
    },
  };
}

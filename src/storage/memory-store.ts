import type { Store } from './store.js';

/** Keeps a text for this page view only. */
export function createMemoryStore(): Store {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
      return true;
    },
    remove() {
      kept = null;
    },
    watch: () => () => undefined,
  };
}

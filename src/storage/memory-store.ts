import type { Store } from './store.js';

/** Keeps texts for this page view only. */
export function createMemoryStore(): Store {
  const kept = new Map<string, string>();
  return {
    names: () => [...kept.keys()].sort(),
    read: (name) => kept.get(name) ?? null,
    write(name, text) {
      kept.set(name, text);
      return true;
    },
    remove: (name) => void kept.delete(name),
    watch: () => () => undefined,
  };
}

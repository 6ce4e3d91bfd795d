import { createMemoryStore } from '../../src/storage/memory-store.js';
import type { Store } from '../../src/storage/store.js';

type Listener = Parameters<Store['watch']>[0];

/** Entries that each page view keeps for itself, like session storage: the others are told, but share nothing. */
export function createSeparateEntries(): { open(): Store } {
  const tabs: Set<Listener>[] = [];
  const open = (): Store => {
    const memory = createMemoryStore();
    const listeners = new Set<Listener>();
    tabs.push(listeners);
    return {
      ...memory,
      write(name, text) {
        memory.write(name, text);
        for (const others of tabs) if (others !== listeners) for (const listener of others) listener(name, text);
        return true;
      },
      watch(changed) {
        listeners.add(changed);
        return () => void listeners.delete(changed);
      },
    };
  };
  return { open };
}

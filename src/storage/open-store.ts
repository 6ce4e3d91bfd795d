import { warnOnce } from '../lib/warn-once.js';
import { createMemoryStore } from './memory-store.js';
import type { Store } from './store.js';
import { createWebStore } from './web-store.js';

/** The kinds of store a site may choose. */
export type StorageKind = 'local' | 'session' | 'memory';

/**
 * Opens the store of the site's choice. What cannot be kept there is kept in memory for this page view,
 * and from then on memory is what counts; the owner is told once.
 */
export function openStore(kind: StorageKind, key: string): Store {
  const memory = createMemoryStore();
  if (kind === 'memory') return memory;
  const store = createWebStore(kind === 'local' ? 'localStorage' : 'sessionStorage', key);
  return {
    read: () => memory.read() ?? store.read(),
    write(text) {
      if (memory.read() === null && store.write(text)) return true;
      warnOnce('storage', 'the decision cannot be stored in this browser; it counts for this page view only');
      memory.write(text);
      // What stands there is older than this: a withdrawal that cannot be written must not leave a grant behind.
      store.remove();
      return false;
    },
    remove() {
      memory.remove();
      store.remove();
    },
    watch: (changed) => store.watch(changed),
  };
}

import { warnOnce } from '../lib/warn-once.js';
import { createCookieStore } from './cookie-store.js';
import { createMemoryStore } from './memory-store.js';
import type { Store } from './store.js';
import { openTabChannel } from './tab-channel.js';
import { createWebStore } from './web-store.js';

/** The kinds of store a site may choose. */
export type StorageKind = 'local' | 'session' | 'cookie' | 'memory';

/** Which store, and what only a cookie needs. */
export interface StoreOptions {
  readonly storage: StorageKind;
  readonly storageKey: string;
  readonly cookieDomain?: string | undefined;
  readonly maxAgeDays: number;
  /** Whether an older text may stay where a newer one could not be written; default false. */
  readonly keepsOlder?: boolean;
}

function openKind({ storage, storageKey, cookieDomain, maxAgeDays }: StoreOptions): Store {
  if (storage === 'memory') return createMemoryStore();
  if (storage === 'cookie') return createCookieStore(storageKey, { domain: cookieDomain, maxAgeDays });
  return createWebStore(storage === 'local' ? 'localStorage' : 'sessionStorage', storageKey);
}

/** A store that no event of the browser announces in other tabs, announced by a message with its text. */
function announce(store: Store, name: string): Store {
  const channel = openTabChannel(name);
  return {
    read: () => store.read(),
    write(text) {
      const isKept = store.write(text);
      channel.post(text);
      return isKept;
    },
    remove: () => store.remove(),
    watch: (changed) => channel.listen((message) => {
      if (typeof message === 'string') changed(message);
    }),
  };
}

/**
 * Opens the store of the site's choice. What cannot be kept there is kept in memory for this page view,
 * and memory is what counts until it can be written again; the owner is told once.
 */
export function openStore(options: StoreOptions): Store {
  return withFallback(openKind(options), options.keepsOlder ?? false);
}

/** Opens a store whose changes are heard in the other tabs and frames of the same origin. */
export function openSharedStore(options: StoreOptions): Store {
  const store = openStore(options);
  // Local storage is announced by the browser itself.
  return options.storage === 'local' ? store : announce(store, options.storageKey);
}

function withFallback(store: Store, keepsOlder: boolean): Store {
  const memory = createMemoryStore();
  return {
    read: () => memory.read() ?? store.read(),
    write(text) {
      if (store.write(text)) {
        memory.remove();
        return true;
      }
      warnOnce('storage', 'the decision cannot be stored in this browser; it counts for this page view only');
      memory.write(text);
      // What stands there is older than this: a withdrawal that cannot be written must not leave a grant behind.
      if (!keepsOlder) store.remove();
      return false;
    },
    remove() {
      memory.remove();
      store.remove();
    },
    watch: (changed) => store.watch((text) => {
      // Another tab could write: storage works again, and what this view kept is merged into what stands there.
      if (text !== null && store.read() === text) memory.remove();
      changed(text);
    }),
  };
}

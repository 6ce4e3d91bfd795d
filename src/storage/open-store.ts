import { warnOnce } from '../lib/warn-once.js';
import { createCookieStore } from './cookie-store.js';
import { createMemoryStore } from './memory-store.js';
import type { StorageKind, Store } from './store.js';
import { openTabChannel } from './tab-channel.js';
import { createWebStore } from './web-store.js';

/** Which store, and what only cookies need. */
export interface StoreOptions {
  readonly storage: StorageKind;
  /** What every key begins with. */
  readonly prefix: string;
  readonly cookieDomain?: string | undefined;
  readonly maxAgeDays: number;
  /**
   * Whether the text before may stay where a newer one cannot be written, and come back on the next page view. By default
   * it goes: a withdrawal that cannot be written must not leave a grant behind.
   */
  readonly leavesOlder?: boolean;
}

function openKind({ storage, prefix, cookieDomain, maxAgeDays }: StoreOptions): Store {
  if (storage === 'cookie') return createCookieStore(prefix, { domain: cookieDomain, maxAgeDays });
  return storage === 'memory' ? createMemoryStore() : createWebStore(storage, prefix);
}

/**
 * Opens the store of the site's choice. A text that cannot be kept there is kept in memory for this page view, and memory
 * is what counts until it can be written again; the owner is told once.
 */
export function openStore(options: StoreOptions): Store {
  const store = openKind(options);
  const memory = createMemoryStore();
  return {
    names: () => [...new Set([...store.names(), ...memory.names()])].sort(),
    read: (name) => memory.read(name) ?? store.read(name),
    write(name, text) {
      if (store.write(name, text)) {
        memory.remove(name);
        return true;
      }
      warnOnce('storage', 'the decision cannot be stored in this browser; it counts for this page view only');
      memory.write(name, text);
      if (!options.leavesOlder) store.remove(name);
      return false;
    },
    remove(name) {
      memory.remove(name);
      store.remove(name);
    },
    watch: (changed) => store.watch((name, text) => {
      // Another tab could write: storage works again, and whoever watches compares what stands there with what it decided.
      if (text !== null && store.read(name) === text) memory.remove(name);
      changed(name, text);
    }),
  };
}

/**
 * Opens a store whose changes are heard in the other tabs and frames of the same origin. Local storage is announced by the
 * browser itself; what could not be kept there, and every text of the other kinds, by a message.
 */
export function openSharedStore(options: StoreOptions): Store {
  const store = openStore(options);
  const isToldByBrowser = options.storage === 'local';
  const channel = openTabChannel(options.prefix);
  const tell = (name: string, text: string): void => channel.post({ name, text });
  return {
    ...store,
    tell,
    write(name, text) {
      const isKept = store.write(name, text);
      if (!isKept || !isToldByBrowser) tell(name, text);
      return isKept;
    },
    watch(changed) {
      const stops = [channel.listen((message) => {
        const { name, text } = Object(message) as Readonly<Record<string, unknown>>;
        if (typeof name === 'string' && typeof text === 'string') changed(name, text);
      })];
      if (isToldByBrowser) stops.push(store.watch(changed));
      return () => {
        for (const stop of [...stops, channel.close]) stop();
      };
    },
  };
}

import { warnOnce } from '../lib/warn-once.js';
import type { createCookieStore } from './cookie-store.js';
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
  /** How a cookie is opened: given by whoever chooses it, so that nobody else fetches that. */
  readonly openCookie?: typeof createCookieStore | undefined;
}

function openKind({ storage, storageKey, cookieDomain, maxAgeDays, openCookie }: StoreOptions): Store {
  if (storage === 'local' || storage === 'session') return createWebStore(`${storage}Storage`, storageKey);
  return storage === 'cookie' && openCookie ? openCookie(storageKey, { domain: cookieDomain, maxAgeDays }) : createMemoryStore();
}

/** A store whose texts are told to the other tabs by a message: all of them, or those that could not be kept. */
function announce(store: Store, name: string, isToldByBrowser: boolean): Store {
  const channel = openTabChannel(name);
  return {
    ...store,
    tell: channel.post,
    write(text) {
      const isKept = store.write(text);
      if (!isKept || !isToldByBrowser) channel.post(text);
      return isKept;
    },
    watch(changed) {
      const stops = [channel.listen((message) => {
        if (typeof message === 'string') changed(message);
      })];
      if (isToldByBrowser) stops.push(store.watch(changed));
      return () => {
        for (const stop of [...stops, channel.close]) stop();
      };
    },
  };
}

/**
 * Opens the store of the site's choice. What cannot be kept there is kept in memory for this page view,
 * and memory is what counts until it can be written again; the owner is told once.
 */
export function openStore(options: StoreOptions): Store {
  return withFallback(openKind(options));
}

/** Opens a store whose changes are heard in the other tabs and frames of the same origin. */
export function openSharedStore(options: StoreOptions): Store {
  // Local storage is announced by the browser itself.
  return announce(openStore(options), options.storageKey, options.storage === 'local');
}

function withFallback(store: Store): Store {
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
      store.remove();
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

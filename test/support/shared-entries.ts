import type { Store } from '../../src/storage/store.js';

type Listener = Parameters<Store['watch']>[0];

/** Entries that several page views keep, like tabs of one browser. */
export interface SharedEntries {
  /** A page view's own handle; it hears of what the others write. */
  open(): Store;
}

/** Creates shared entries, none or what earlier visits left, by name. */
export function createSharedEntries(left: Readonly<Record<string, string>> = {}): SharedEntries {
  const kept = new Map(Object.entries(left));
  const watchers = new Map<Store, Set<Listener>>();
  const open = (): Store => {
    const own = new Set<Listener>();
    const tellOthers = (name: string, text: string | null): void => {
      for (const [other, listeners] of watchers) if (other !== store) for (const listener of listeners) listener(name, text);
    };
    const store: Store = {
      names: () => [...kept.keys()].sort(),
      read: (name) => kept.get(name) ?? null,
      write(name, text) {
        kept.set(name, text);
        tellOthers(name, text);
        return true;
      },
      remove(name) {
        if (kept.delete(name)) tellOthers(name, null);
      },
      watch(changed) {
        own.add(changed);
        return () => void own.delete(changed);
      },
    };
    watchers.set(store, own);
    return store;
  };
  return { open };
}

/** Clears a store as the visitor clears the site's data: each entry is told as removed. */
export function clearStore(store: Store): void {
  for (const name of store.names()) store.remove(name);
}

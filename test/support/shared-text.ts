import type { Store } from '../../src/storage/store.js';

/** One text that several page views keep, like tabs of one browser. */
export interface SharedText {
  /** A page view's own handle; it hears of what the others write. */
  open(): Store;
}

/** Creates a shared text, empty or with what earlier visits left. */
export function createSharedText(text: string | null = null): SharedText {
  let kept = text;
  const watchers = new Map<Store, Set<(text: string | null) => void>>();
  const open = (): Store => {
    const own = new Set<(text: string | null) => void>();
    const change = (next: string | null): void => {
      kept = next;
      for (const [other, listeners] of watchers) if (other !== store) for (const listener of listeners) listener(next);
    };
    const store: Store = {
      read: () => kept,
      write(next) {
        change(next);
        return true;
      },
      remove: () => change(null),
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

import { readEntry } from './read-entry.js';
import type { Store } from './store.js';

/** Runs something that throws where storage is blocked or full; undefined then. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined; // The caller keeps it for this page view, or has nothing.
  }
}

/**
 * Keeps texts in one of the browser's two web storages. Every access is guarded: the property itself throws where storage
 * is blocked, and writing throws where it is full (https://html.spec.whatwg.org/multipage/webstorage.html).
 */
export function createWebStore(kind: 'local' | 'session', prefix: string): Store {
  const area = (): Storage => window[`${kind}Storage`];
  // What has to be told as removed when everything is cleared at once: the event does not say what there was.
  const known = new Set<string>();
  // Old libraries replace `Array.from`.
  const keys = (): string[] => attempt(() => [...Array(area().length).keys()].map((index) => area().key(index) ?? '')) ?? [];
  const names = (): string[] => keys().filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)).sort();
  return {
    names,
    read: (name) => readEntry(kind, prefix + name),
    write(name, text) {
      known.add(name);
      return attempt(() => {
        area().setItem(prefix + name, text);
        return true;
      }) ?? false;
    },
    remove: (name) => attempt(() => area().removeItem(prefix + name)),
    watch(changed) {
      for (const name of names()) known.add(name);
      const listener = ({ key, newValue }: StorageEvent): void => {
        // The key is null when everything was cleared at once.
        if (key === null) for (const name of [...known]) changed(name, null);
        if (!key?.startsWith(prefix)) return;
        const name = key.slice(prefix.length);
        known.add(name);
        changed(name, newValue);
      };
      window.addEventListener('storage', listener);
      return () => window.removeEventListener('storage', listener);
    },
  };
}

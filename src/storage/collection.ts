import { warnOnce } from '../lib/warn-once.js';
import type { WebStorageName } from './web-store.js';

/**
 * Keeps many texts, each under a name of its own, so that tabs which write in the same moment touch only what is theirs.
 * Never throws: what cannot be read is not there, what cannot be written is kept for this page view.
 */
export interface Collection {
  /** The names, in alphabetical order. */
  names(): string[];
  read(name: string): string | null;
  /** Keeps a text; false if only for this page view. What stood under the name before may then come back on the next. */
  write(name: string, text: string): boolean;
  remove(name: string): void;
}

/** Runs something that throws where storage is blocked or full; undefined then. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined; // The caller keeps it in memory, or has nothing.
  }
}

/** Opens the collection whose names begin with a prefix, in web storage or, without one, in memory. */
export function openCollection(storage: WebStorageName | undefined, prefix: string): Collection {
  const memory = new Map<string, string>();
  const area = (): Storage | undefined => attempt(() => (storage ? window[storage] : undefined));
  const stored = (): string[] => attempt(() => [...Array(area()?.length ?? 0).keys()].map((index) => area()?.key(index) ?? '')) ?? [];
  const drop = (name: string): void => attempt(() => area()?.removeItem(prefix + name));
  return {
    names() {
      const names = stored().filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [...new Set([...names, ...memory.keys()])].sort();
    },
    read: (name) => memory.get(name) ?? attempt(() => area()?.getItem(prefix + name)) ?? null,
    write(name, text) {
      memory.set(name, text);
      if (!storage) return true;
      const isKept = attempt(() => {
        window[storage].setItem(prefix + name, text);
        return memory.delete(name);
      }) ?? false;
      if (!isKept) warnOnce('storage', 'the decision cannot be stored in this browser; it counts for this page view only');
      return isKept;
    },
    remove(name) {
      memory.delete(name);
      drop(name);
    },
  };
}

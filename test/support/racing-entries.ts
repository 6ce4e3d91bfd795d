import type { Store } from '../../src/storage/store.js';

interface Write {
  readonly name: string;
  readonly text: string;
}

interface Tab {
  readonly kept: Map<string, string>;
  /** Writes on their way to the browser, oldest first. */
  readonly queue: Write[];
  readonly listeners: Set<(name: string, text: string | null) => void>;
}

/**
 * Local storage as browsers with a process for each tab have it: a tab reads its own copy and writes to it at once; the
 * writes reach the browser later, in any order between tabs, and a tab ignores what others wrote to an entry of its copy
 * while a write of its own to that entry is on the way. The last write to reach the browser is what stays.
 */
export interface RacingEntries {
  open(): Store;
  /** The write of one of the tabs that have one on the way reaches the browser and then the others; false if none is left. */
  step(choice: number): boolean;
  /** What a new visit finds, by name. */
  kept(): ReadonlyMap<string, string>;
  /** How often a tab wrote. */
  writes(): number;
}

/** Creates a storage without entries. */
export function createRacingEntries(): RacingEntries {
  const tabs: Tab[] = [];
  const kept = new Map<string, string>();
  let writes = 0;

  const arrive = (from: Tab, { name, text }: Write): void => {
    kept.set(name, text);
    const hasOwn = (tab: Tab): boolean => tab.queue.some((write) => write.name === name);
    for (const tab of tabs) if (!hasOwn(tab)) tab.kept.set(name, text);
    for (const tab of tabs) if (tab !== from) for (const listener of tab.listeners) listener(name, text);
  };

  const open = (): Store => {
    const tab: Tab = { kept: new Map(kept), queue: [], listeners: new Set() };
    tabs.push(tab);
    return {
      names: () => [...tab.kept.keys()].sort(),
      read: (name) => tab.kept.get(name) ?? null,
      write(name, text) {
        writes += 1;
        tab.kept.set(name, text);
        tab.queue.push({ name, text });
        return true;
      },
      remove: () => undefined,
      watch(changed) {
        tab.listeners.add(changed);
        return () => void tab.listeners.delete(changed);
      },
    };
  };

  return {
    open,
    step(choice) {
      const busy = tabs.filter(({ queue }) => queue.length > 0);
      const tab = busy[choice % Math.max(1, busy.length)];
      const write = tab?.queue.shift();
      if (!tab || !write) return false;
      arrive(tab, write);
      return true;
    },
    kept: () => kept,
    writes: () => writes,
  };
}

import type { Store } from '../../src/storage/store.js';

interface Tab {
  kept: string | null;
  /** How many of its own writes have not reached the browser yet. */
  pending: number;
  /** Writes on their way to the browser, oldest first. */
  readonly queue: string[];
  readonly listeners: Set<(text: string | null) => void>;
}

/**
 * Local storage as browsers with a process for each tab have it: a tab reads its own copy and writes to it at once; the
 * writes reach the browser later, in any order between tabs, and a tab ignores what others wrote to its copy while a write
 * of its own is on the way. The last write to reach the browser is what stays.
 */
export interface RacingText {
  open(): Store;
  /** The write of one of the tabs that have one on the way reaches the browser and then the others; false if none is left. */
  step(choice: number): boolean;
  /** What a new visit finds. */
  kept(): string | null;
  /** How often a tab wrote. */
  writes(): number;
}

/** Creates an empty text. */
export function createRacingText(): RacingText {
  const tabs: Tab[] = [];
  let kept: string | null = null;
  let writes = 0;

  const arrive = (from: Tab, text: string): void => {
    kept = text;
    from.pending -= 1;
    if (from.pending === 0) from.kept = text;
    const others = tabs.filter((tab) => tab !== from);
    for (const other of others) if (other.pending === 0) other.kept = text;
    for (const other of others) for (const listener of other.listeners) listener(text);
  };

  const open = (): Store => {
    const tab: Tab = { kept, pending: 0, queue: [], listeners: new Set() };
    tabs.push(tab);
    return {
      read: () => tab.kept,
      write(text) {
        writes += 1;
        tab.kept = text;
        tab.pending += 1;
        tab.queue.push(text);
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
      const text = tab?.queue.shift();
      if (!tab || text === undefined) return false;
      arrive(tab, text);
      return true;
    },
    kept: () => kept,
    writes: () => writes,
  };
}

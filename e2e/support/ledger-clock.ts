import type { Page } from 'playwright/test';

declare global {
  interface Window {
    ledgerWrittenAt?: number;
  }
}

/**
 * Runs in every page before its scripts: notes when the ledger, all entries that begin with the prefix, was first written, on the page's own clock.
 * The pause before the write makes the order visible: the clock is coarse, and a request that wrongly starts just
 * before the write would otherwise get the same time.
 */
export function noteLedgerWrites(prefix: string): void {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (this: Storage, name: string, value: string): void {
    if (!name.startsWith(prefix)) return setItem.call(this, name, value);
    const until = performance.now() + 2;
    while (performance.now() < until);
    setItem.call(this, name, value);
    window.ledgerWrittenAt ??= performance.now();
  };
}

/** When the ledger was first written and when the first foreign resource left, in ms on the page's clock. */
export interface LedgerTiming {
  readonly writtenAt: number | undefined;
  readonly leftAt: number | undefined;
}

/**
 * Reads both times; exact, unlike a look into storage while a request waits. A resource counts once it has been
 * answered, so ask when the gate has gone on (`loading` is over). `writtenAt` must be at most `leftAt`.
 */
export function readLedgerTiming(page: Page): Promise<LedgerTiming> {
  return page.evaluate(() => {
    const foreign = performance.getEntriesByType('resource').filter((entry) => !entry.name.startsWith(location.origin));
    const starts = foreign.map((entry) => entry.startTime);
    return { writtenAt: window.ledgerWrittenAt, leftAt: starts.length === 0 ? undefined : Math.min(...starts) };
  });
}

import { vi } from 'vitest';

/** What is wrong with the browser's storage: nothing, every write fails, or every access does. */
export type StorageTrouble = 'none' | 'full' | 'blocked';

/** A page in the browser: code run in it sees its own window. */
export interface Tab {
  /** Runs code as this page's. */
  run<T>(code: () => T): T;
  /** Fires an event on its window. */
  fire(event: Event): void;
  /** The page is gone, or frozen and deaf: it hears no events any more. */
  isDeaf: boolean;
}

/** One browser with its local storage and the pages that share it. */
export interface Browser {
  readonly kept: Map<string, string>;
  trouble: StorageTrouble;
  openTab(): Tab;
}

/** Web storage of one page, announced in all other pages by a storage event (HTML Standard, web storage). */
function storageOf(browser: Browser, announce: (key: string, value: string | null) => void): object {
  const change = (key: string, value: string | null): void => {
    if ((browser.kept.get(key) ?? null) === value) return;
    if (value === null) browser.kept.delete(key);
    else browser.kept.set(key, value);
    announce(key, value);
  };
  return {
    get length() {
      return browser.kept.size;
    },
    key: (index: number) => [...browser.kept.keys()][index] ?? null,
    getItem: (key: string) => browser.kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (browser.trouble === 'full') throw new DOMException('full', 'QuotaExceededError');
      change(key, value);
    },
    removeItem: (key: string) => change(key, null),
  };
}

/** Creates a browser with empty storage. Undone by `vi.unstubAllGlobals()`. */
export function createBrowser(): Browser {
  const tabs: Tab[] = [];
  const browser: Browser = { kept: new Map(), trouble: 'none', openTab };

  function openTab(): Tab {
    const page = new EventTarget();
    const tab: Tab = {
      isDeaf: false,
      run(code) {
        const before: unknown = Reflect.get(globalThis, 'window');
        vi.stubGlobal('window', page);
        try {
          return code();
        } finally {
          // What goes on later, after an await, finds a window of this browser: they share one storage.
          vi.stubGlobal('window', before ?? page);
        }
      },
      fire: (event) => tab.run(() => void page.dispatchEvent(event)),
    };
    const storage = storageOf(browser, (key, newValue) => {
      const others = tabs.filter((other) => other !== tab && !other.isDeaf);
      for (const other of others) other.fire(Object.assign(new Event('storage'), { key, newValue }));
    });
    const get = (): object => {
      if (browser.trouble === 'blocked') throw new DOMException('denied', 'SecurityError');
      return storage;
    };
    Object.defineProperty(page, 'localStorage', { get });
    tabs.push(tab);
    return tab;
  }

  return browser;
}

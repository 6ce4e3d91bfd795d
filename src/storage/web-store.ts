import type { Store } from './store.js';

/** Which of the browser's two web storages. */
export type WebStorageName = 'localStorage' | 'sessionStorage';

/**
 * Keeps a text in web storage. Every access is guarded: the property itself throws where storage is blocked,
 * and writing throws where it is full (HTML Standard, web storage).
 */
export function createWebStore(name: WebStorageName, key: string): Store {
  return {
    read() {
      try {
        return window[name].getItem(key);
      } catch {
        return null; // Blocked: nothing is known, so nothing is granted.
      }
    },
    write(text) {
      try {
        window[name].setItem(key, text);
        return true;
      } catch {
        return false; // Blocked or full: the caller keeps it for this page view.
      }
    },
    remove() {
      try {
        window[name].removeItem(key);
      } catch {
        // Blocked storage keeps nothing.
      }
    },
    watch(changed) {
      // `key` is null when everything was cleared at once, and so is the value.
      const listener = (event: StorageEvent): void => {
        if ((event.key ?? key) === key) changed(event.newValue);
      };
      window.addEventListener('storage', listener);
      return () => window.removeEventListener('storage', listener);
    },
  };
}

import { ofDocument } from '../lib/of-document.js';
import { cookieName } from './has-entry.js';
import type { StorageKind } from './store.js';

/**
 * Reads one kept text by its whole key, or gives null. Every access is guarded: the property itself throws where storage is
 * blocked (https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage-dev), and a cookie may not be ours.
 */
export function readEntry(kind: StorageKind, key: string): string | null {
  try {
    if (kind === 'memory') return null;
    if (kind !== 'cookie') return window[`${kind}Storage`].getItem(key);
    const start = `${cookieName(key)}=`;
    const found = ofDocument('cookie').split('; ').find((pair) => pair.startsWith(start));
    return found === undefined ? null : decodeURIComponent(found.slice(start.length));
  } catch {
    return null; // Nothing is known, so nothing is granted.
  }
}

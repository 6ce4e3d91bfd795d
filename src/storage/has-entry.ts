import { ofDocument } from '../lib/of-document.js';
import type { StorageKind } from './store.js';

/**
 * The name of the cookie for a key. What a cookie's name cannot hold is percent-encoded; a colon can be held, and a domain
 * with a port stays readable (https://httpwg.org/specs/rfc6265.html#storage-model). Throws for half a surrogate pair.
 */
export function cookieName(key: string): string {
  return encodeURIComponent(key).replaceAll('%3A', ':');
}

/** Whether something may be kept under a key; a later look says what. Every access is guarded, as in `readEntry`. */
export function hasEntry(kind: StorageKind, key: string): boolean {
  try {
    if (kind === 'cookie') return ofDocument('cookie').includes(`${cookieName(key)}=`);
    return kind !== 'memory' && window[`${kind}Storage`].getItem(key) !== null;
  } catch {
    return false; // Nothing is known, so nothing is granted.
  }
}

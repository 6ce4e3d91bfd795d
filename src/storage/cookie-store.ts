import { ofDocument } from '../lib/of-document.js';
import type { Store } from './store.js';

// RFC 6265bis lets browsers drop a cookie whose name and value exceed 4096 bytes together; some room for its attributes.
const MAX_BYTES = 3800;

/** Where and how long a cookie is kept. */
export interface CookieOptions {
  /** A parent domain to share with subdomains; by default the page's own host only. */
  readonly domain?: string | undefined;
  readonly maxAgeDays: number;
}

/**
 * Keeps a text in one first-party cookie, for sites whose subdomains share decisions: `SameSite=Lax`, and `Secure` wherever
 * the page itself is. A text that is too long is not written, because a browser would drop it silently.
 */
export function createCookieStore(key: string, { domain, maxAgeDays }: CookieOptions): Store {
  const read = (): string | null => {
    try {
      const found = ofDocument('cookie').split('; ').find((pair) => pair.startsWith(`${key}=`));
      return found ? decodeURIComponent(found.slice(key.length + 1)) : null;
    } catch {
      return null; // Cookies are blocked (sandboxed frame), or the value is not ours.
    }
  };
  const set = (value: string, maxAge: number, scope: string | undefined): void => {
    const attributes = [`${key}=${value}`, `Max-Age=${maxAge}`, 'Path=/', 'SameSite=Lax'];
    if (scope) attributes.push(`Domain=${scope}`);
    if (location.protocol === 'https:') attributes.push('Secure');
    try {
      Reflect.set(Document.prototype, 'cookie', attributes.join('; '), document);
    } catch {
      // Cookies are blocked; reading back tells.
    }
  };
  // A cookie of the host alone would stand in front of the one that subdomains share.
  const drop = (): void => {
    set('', 0, undefined);
    if (domain) set('', 0, domain);
  };
  return {
    read,
    write(text) {
      const value = encodeURIComponent(text);
      if (key.length + value.length > MAX_BYTES) return false;
      const before = read();
      if (domain) set('', 0, undefined);
      set(value, maxAgeDays * 86_400, domain);
      // Another tab may write in between: then something newer stands there, and the write has not failed.
      const after = read();
      return after === text || (after !== null && after !== before);
    },
    remove: drop,
    watch: () => () => undefined,
  };
}

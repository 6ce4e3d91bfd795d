import { ofDocument } from '../lib/of-document.js';
import { cookieName } from './has-entry.js';
import { readEntry } from './read-entry.js';
import type { Store } from './store.js';

// Browsers may drop a cookie whose name and value exceed 4096 bytes together
// (https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-limits); some room for its attributes.
const MAX_BYTES = 3800;

/** Where and how long cookies are kept. */
export interface CookieOptions {
  /** A parent domain to share with subdomains; by default the page's own host only. */
  readonly domain?: string | undefined;
  readonly maxAgeDays: number;
}

/** The names of the cookies that begin with a prefix. What we would have named otherwise is not ours. */
function namesOf(prefix: string): string[] {
  const start = cookieName(prefix);
  return ofDocument('cookie').split('; ').flatMap((pair) => {
    const [cookie = ''] = pair.split('=');
    if (!cookie.startsWith(start)) return [];
    try {
      const name = decodeURIComponent(cookie.slice(start.length));
      return cookieName(prefix + name) === cookie ? [name] : [];
    } catch {
      return []; // Not ours.
    }
  });
}

/** Sets a cookie for the whole site, or lets it run out; throws where cookies are blocked. */
function setCookie(pair: string, maxAge: number, domain?: string): void {
  const attributes = [pair, `Max-Age=${maxAge}`, 'Path=/', 'SameSite=Lax'];
  if (domain) attributes.push(`Domain=${domain}`);
  if (location.protocol === 'https:') attributes.push('Secure');
  Reflect.set(Document.prototype, 'cookie', attributes.join('; '), document);
}

/**
 * Keeps each text in a first-party cookie of its own, for sites whose subdomains share decisions: `SameSite=Lax`, and
 * `Secure` wherever the page itself is. A text that is too long is not written, because a browser would drop it silently.
 */
export function createCookieStore(prefix: string, { domain, maxAgeDays }: CookieOptions): Store {
  const readNow = (name: string): string | null => readEntry('cookie', prefix + name);
  // Another tab may write at any moment, also while this one is at work: whoever looks twice in a turn has to see the same.
  const seen = new Map<string, string | null>();
  const note = (name: string, text: string | null): string | null => {
    if (seen.size === 0) queueMicrotask(() => seen.clear());
    seen.set(name, text);
    return text;
  };
  return {
    names() {
      try {
        return [...new Set(namesOf(prefix))].sort();
      } catch {
        return []; // Cookies are blocked (sandboxed frame).
      }
    },
    read: (name) => (seen.has(name) ? seen.get(name) ?? null : note(name, readNow(name))),
    write(name, text) {
      try {
        const pair = `${cookieName(prefix + name)}=${encodeURIComponent(text)}`;
        if (pair.length > MAX_BYTES) return false;
        const before = readNow(name);
        // A cookie of the host alone would stand in front of the one that subdomains share.
        if (domain) setCookie(`${cookieName(prefix + name)}=`, 0);
        setCookie(pair, maxAgeDays * 86_400, domain);
        // Another tab may write in between: then something newer stands there, and the write has not failed.
        const after = note(name, readNow(name));
        return after === text || (after !== null && after !== before);
      } catch {
        return false; // Blocked, or a name or text that no cookie can hold.
      }
    },
    remove(name) {
      seen.delete(name);
      try {
        for (const scope of new Set([undefined, domain])) setCookie(`${cookieName(prefix + name)}=`, 0, scope);
      } catch {
        // Blocked cookies keep nothing.
      }
    },
    watch: () => () => undefined,
  };
}

import { ofDocument } from './of-document.js';

/** Parses a URL, or gives undefined where the browser would throw. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined; // Not a URL: an expected answer, not an error.
  }
}

/** Whether a host name is this computer itself: the only hosts that may use plain http. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

/** The origin of a host with optional port: https, or http for this computer itself. */
export function originOf(host: string): string {
  const url = new URL(`https://${host}`);
  return `${isLoopback(url.hostname) ? 'http' : 'https'}://${url.host}`;
}

/** A host with optional port the way browsers write it, or undefined where there is anything else: scheme, path, user. */
export function canonicalHost(text: string): string | undefined {
  return /[\s/\\?#@*%]|:$/.test(text) ? undefined : parseUrl(`https://${text}`)?.host;
}

/** The page's address, or an empty string where there is no page (on a server). */
export function pageUrl(): string {
  return globalThis.document ? ofDocument('baseURI') : '';
}

import { vi } from 'vitest';

/**
 * Gives code in Node the little of a page that it asks for: its address and the base of its relative links.
 * Undone by `vi.unstubAllGlobals()`.
 */
export function stubPage(url: string, baseURI = url): void {
  const location = new URL(url);
  vi.stubGlobal('location', location);
  vi.stubGlobal('Document', { prototype: { baseURI } });
  vi.stubGlobal('document', { URL: url, baseURI, location, documentElement: { lang: '' } });
}

import { pageUrl, parseUrl } from './url.js';

/** Whether a URL belongs to the page's own origin. On a server, where there is no page, nothing can be compared. */
export function isSameOrigin(text: string): boolean {
  const own = globalThis.location?.origin;
  return own === undefined || parseUrl(text, pageUrl())?.origin === own;
}

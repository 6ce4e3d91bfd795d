import { ofDocument } from '../lib/of-document.js';

/** The value of a cookie that something else on the site has written, decoded; undefined where there is none that can be read. */
export function readSiteCookie(name: string): string | undefined {
  try {
    const start = `${name}=`;
    const found = ofDocument('cookie').split('; ').find((one) => one.startsWith(start));
    return found && decodeURIComponent(found.slice(start.length));
  } catch {
    return undefined; // No cookies here, or none of ours to understand: nothing is known.
  }
}

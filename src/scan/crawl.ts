import { elementsOf } from './elements.js';

/** A page of a site as it was sent. */
export interface CrawledPage {
  readonly url: string;
  readonly html: string;
}

/** Gives the HTML of an address of the site; undefined where there is none. */
export type FetchPage = (url: URL) => Promise<string | undefined>;

/** How a site is read. */
export interface Crawl {
  /** At most so many pages. */
  readonly pages: number;
  readonly fetchPage: FetchPage;
  /** Addresses that the site asks machines to leave alone. */
  readonly isAllowed: (url: URL) => boolean;
  /** Hears of each page before it is asked for. */
  readonly onPage: (url: URL) => void;
}

/** What is no page by its name. */
const FILE = /\.(?:pdf|zip|png|jpe?g|gif|svg|webp|mp[34]|css|js|json|xml|ics|woff2?)$/i;

/** The pages of the same origin to which a page links. */
function linksIn(html: string, base: URL): URL[] {
  return elementsOf(html).filter(({ tagName }) => tagName === 'a').flatMap(({ attrs }) => {
    const href = attrs.find(({ name }) => name === 'href')?.value ?? '';
    if (!URL.canParse(href, base)) return [];
    const url = new URL(href, base);
    url.hash = '';
    return url.origin === base.origin && !FILE.test(url.pathname) ? [url] : [];
  });
}

/** Which addresses `robots.txt` leaves to every machine (RFC 9309), by the longest rule that fits. */
export function allowedBy(robots: string): (url: URL) => boolean {
  const rules: (readonly [isAllowed: boolean, path: string])[] = [];
  let isForAll = false;
  let wasAgent = false;
  for (const line of robots.split('\n')) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === 'user-agent') {
      isForAll = (wasAgent && isForAll) || value.trim() === '*';
      wasAgent = true;
    } else if (key === 'allow' || key === 'disallow') {
      wasAgent = false;
      if (isForAll && value.trim()) rules.push([key === 'allow', value.trim()]);
    }
  }
  const patterns = rules.map(([isAllowed, path]) => ({ isAllowed, length: path.length, parts: path.replace(/\$$/, '').split('*'), isWhole: path.endsWith('$') }));
  const fits = (path: string, { parts, isWhole }: (typeof patterns)[number]): boolean => {
    let at = 0;
    for (const [index, part] of parts.entries()) {
      const found = index === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return !isWhole || at === path.length;
  };
  return ({ pathname, search }) => {
    const [best] = patterns.filter((pattern) => fits(pathname + search, pattern)).toSorted((one, other) => other.length - one.length || Number(other.isAllowed) - Number(one.isAllowed));
    return best?.isAllowed ?? true;
  };
}

/** The pages of a site, one after the other from its first one: of its own origin alone, and at most so many. */
export async function* crawl(start: URL, { pages, fetchPage, isAllowed, onPage }: Crawl): AsyncGenerator<CrawledPage> {
  const open = [start];
  const seen = new Set([start.href]);
  let count = 0;
  for (let url = open.shift(); url && count < pages; url = open.shift()) {
    if (!isAllowed(url)) continue;
    onPage(url);
    count += 1;
    const html = await fetchPage(url);
    if (html === undefined) continue;
    yield { url: url.href, html };
    for (const link of linksIn(html, url)) {
      if (seen.has(link.href) || seen.size > pages * 20) continue;
      seen.add(link.href);
      open.push(link);
    }
  }
}

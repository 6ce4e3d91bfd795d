import type { Operator } from '../config/operator.js';
import { isolate } from '../i18n/format.js';
import { isSameOrigin } from '../lib/same-origin.js';
import { pageUrl, parseUrl } from '../lib/url.js';
import { h } from './h.js';

/** Whether an address is one of another host. */
function isForeign(url: string): boolean {
  return /^https?:/.test(parseUrl(url, pageUrl())?.protocol ?? '') && !isSameOrigin(url);
}

/**
 * A label with whom the link reaches, unless it says so itself: a number, an e-mail address or a host, and who runs the
 * meeting's own host. A link without any stays on this site.
 */
export function labelWithTarget(label: string, url: string, { domain, name }: Pick<Operator, 'domain' | 'name'>): string {
  const { protocol = '', pathname = '', host = '' } = parseUrl(url, pageUrl()) ?? {};
  if (host && !isForeign(url)) return label;
  const target = host || pathname.replace(/;.*/, '');
  // Numbers are written in many ways, with and without the country: the last eight digits tell one from another.
  const isSaid = protocol === 'tel:'
    ? label.replace(/\D/g, '').includes(target.replace(/\D/g, '').slice(-8))
    : label.toLowerCase().includes(target.toLowerCase());
  if (isSaid) return label;
  return `${label} (${isolate(label, host === domain ? `${host}, ${name}` : target)})`;
}

/**
 * A link, written in the direction of its own words. One that leads to another host has its address only while it is used
 * (`follow-links.ts`): browsers look up the host of an ordinary link as soon as the pointer is over it, and may even connect
 * (docs/law.md R6).
 */
export function linkView(url: string, text: string): HTMLElement {
  return h('a', isForeign(url) ? { role: 'link', tabindex: '0', dir: 'auto', rel: 'noopener noreferrer', title: url } : { dir: 'auto', href: url }, text);
}

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
 * A link, written in the direction of its own words. One that leads to another host has its address only while the browser
 * answers a click or opens its menu, so both are the browser's own: with Ctrl, Cmd, Shift or the middle button it opens
 * a tab or a window, and the menu copies the address. Browsers look up the host of an ordinary link as soon as the pointer is over it,
 * and may even connect (docs/law.md R6).
 */
export function linkView(url: string, text: string): HTMLElement {
  if (!isForeign(url)) return h('a', { dir: 'auto', href: url }, text);
  const use = (event: Event): void => {
    if (!event.isTrusted) return;
    link.setAttribute('href', url);
    // After the browser's own answer, which is in this turn.
    setTimeout(() => link.removeAttribute('href'));
  };
  const link = h('a', {
    role: 'link', tabindex: '0', dir: 'auto', rel: 'noopener noreferrer', title: url,
    click: use, auxclick: use, contextmenu: use,
    keydown: (event) => (event as KeyboardEvent).key === 'Enter' && use(event),
    // The middle button would scroll where there is no address yet.
    mousedown: (event) => (event as MouseEvent).button === 1 && event.preventDefault(),
  }, text);
  return link;
}

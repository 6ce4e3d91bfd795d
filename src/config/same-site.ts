import { pageUrl, parseUrl } from '../lib/url.js';

/** Whether a domain is the page's own host or a parent of it, so that a cookie can be set for it. */
export function isParentDomain(domain: string): boolean {
  const own = globalThis.location?.hostname;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(domain) && (own === undefined || isWithin(own, domain.toLowerCase()));
}

/** Whether an address stays with the site: the page's own host, a parent or a subdomain of it, over the same scheme. */
export function isSameSite(text: string): boolean {
  const { hostname: own, protocol } = globalThis.location ?? {};
  if (text.trim() === '') return false;
  if (own === undefined || protocol === undefined) return true;
  const url = parseUrl(text, pageUrl());
  return url?.protocol === protocol && !url.username && !url.password && (isWithin(own, url.hostname) || isWithin(url.hostname, own));
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || (domain.includes('.') && host.endsWith(`.${domain}`));
}

import { pageUrl, parseUrl } from './url.js';

const SAFE_PROTOCOL = /^(https?|mailto|tel):$/;

/** Whether a link is safe to render: http(s), mailto, tel, or relative to the page. */
export function isSafeLink(text: string): boolean {
  return text.trim() !== '' && SAFE_PROTOCOL.test(parseUrl(text, pageUrl() || 'https://page.invalid')?.protocol ?? '');
}

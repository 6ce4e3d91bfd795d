import { type TemplateResult, html } from 'lit/html.js';
import { isSameOrigin } from '../lib/same-origin.js';
import { parseUrl, pageUrl } from '../lib/url.js';

/** Follows a foreign address the way a real click on a link would, without telling where the visitor came from. */
function follow(url: string, event: Event): void {
  if (!event.isTrusted) return;
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noopener noreferrer';
  link.click();
}

/**
 * A link. One that leads to another host has no address until it is used: browsers look up the host of a real link as soon
 * as the pointer is over it, and may even connect (law R6).
 */
export function linkView(url: string, text: string): TemplateResult {
  const isForeign = /^https?:/.test(parseUrl(url, pageUrl())?.protocol ?? '') && !isSameOrigin(url);
  if (!isForeign) return html`<a href=${url}>${text}</a>`;
  return html`<button type="button" role="link" class="link" title=${url} @click=${(event: Event) => follow(url, event)}>${text}</button>`;
}

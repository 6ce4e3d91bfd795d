import { textIn } from '../../config/text-in.js';
import { h } from '../h.js';
import { labelWithTarget, linkView } from '../link-view.js';
import type { GateLook } from './look.js';

/** Ways to take part without loading the meeting, each with whom it reaches (docs/law.md R57, R58). */
export function alternativesView({ t, lang, embed: { operator } }: GateLook): HTMLElement[] {
  const links = operator.alternatives ?? [];
  if (links.length === 0) return [];
  const items = links.map((link) => {
    const url = textIn(link.url, lang);
    return h('li', {}, linkView(url, labelWithTarget(textIn(link.label, lang), url, operator)));
  });
  return [h('div', {}, h('p', { class: 'muted' }, t('alternatives')), h('ul', { class: 'links' }, ...items))];
}

import { h } from '../h.js';
import { labelWithTarget, linkView } from '../link-view.js';
import type { GateLook } from './look.js';

/** Ways to take part without loading the meeting, each with whom it reaches (docs/law.md R57, R58). */
export function alternativesView({ t, embed: { operator } }: GateLook): HTMLElement[] {
  const links = operator.alternatives ?? [];
  if (links.length === 0) return [];
  const items = links.map(({ label, url }) => h('li', {}, linkView(url, labelWithTarget(label, url, operator))));
  return [h('div', {}, h('p', { class: 'muted' }, t('alternatives')), h('ul', { class: 'links' }, ...items))];
}

import type { Block, Line, Notice, Piece } from '../../notice/notice.js';
import { h } from '../h.js';
import { linkView } from '../link-view.js';

function piece(one: Piece): Node | string {
  if (typeof one === 'string') return one;
  if ('own' in one) return h('bdi', {}, one.own);
  if ('code' in one) return h('code', { dir: 'ltr' }, one.code);
  return 'gap' in one ? h('mark', {}, one.gap) : linkView(one.href, one.text);
}

const line = (pieces: Line): (Node | string)[] => pieces.map(piece);
const heading = (level: number, ...words: readonly (Node | string)[]): HTMLElement => h(`h${Math.min(level, 6)}`, {}, ...words);

/** A table, whose meaning no layout takes away. */
function table(head: readonly string[], rows: readonly (readonly Line[])[]): HTMLElement {
  const row = (cells: readonly HTMLElement[]): HTMLElement => h('tr', { role: 'row' }, ...cells);
  return h('table', { role: 'table' },
    h('thead', { role: 'rowgroup' }, row(head.map((cell) => h('th', { role: 'columnheader', scope: 'col' }, cell)))),
    h('tbody', { role: 'rowgroup' }, ...rows.map((cells) => row(cells.map((cell) => h('td', { role: 'cell' }, ...line(cell)))))));
}

/** Makes a block, below a heading of the level above. */
function block(one: Block, level: number): HTMLElement {
  if (one.type === 'text') return h('p', {}, ...line(one.line));
  if (one.type === 'about') return heading(level, ...line(one.line));
  if (one.type === 'settings') return h('p', {}, h('button', { 'type': 'button', 'data-jitsi-settings': '' }, one.text));
  if (one.type === 'list') return h('ul', {}, ...one.items.map((item) => h('li', {}, ...line(item))));
  if (one.head.length > 0) return table(one.head, one.rows);
  return h('dl', {}, ...one.rows.flatMap(([term = [], ...cells]) => [h('dt', {}, ...line(term)), ...cells.map((cell) => h('dd', {}, ...line(cell)))]));
}

/** The notice as a section of a page, its title as a heading of `level` (1 to 6). */
export function noticeView({ lang, dir, title, intro, sections, version }: Notice, level: number): HTMLElement {
  const parts = sections.map(({ id, title: name, blocks }) => h('section', { id: `jitsi-gate-${id}` }, heading(level + 1, name), ...blocks.map((one) => block(one, level + 2))));
  return h('section', { id: 'jitsi-gate-notice', lang, dir }, heading(level, title), h('p', {}, ...line(intro)), ...parts, h('p', {}, version));
}

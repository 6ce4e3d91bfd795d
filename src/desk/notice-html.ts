import type { Block, Line, Notice, Piece } from '../notice/notice.js';

/** A text as it stands in HTML. */
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function piece(one: Piece): string {
  if (typeof one === 'string') return escape(one);
  if ('own' in one) return `<bdi>${escape(one.own)}</bdi>`;
  if ('code' in one) return `<code dir="ltr">${escape(one.code)}</code>`;
  if ('gap' in one) return `<mark>${escape(one.gap)}</mark>`;
  return `<a href="${escape(one.href)}" rel="noreferrer">${escape(one.text)}</a>`;
}

const line = (pieces: Line): string => pieces.map(piece).join('');

/** Makes a block, below a heading of a level. */
function block(one: Block, level: number): string {
  if (one.type === 'text') return `<p>${line(one.line)}</p>`;
  if (one.type === 'about') return `<h${level}>${line(one.line)}</h${level}>`;
  if (one.type === 'settings') return `<p><button type="button" data-jitsi-settings>${escape(one.text)}</button></p>`;
  if (one.type === 'list') return `<ul>\n${one.items.map((item) => `  <li>${line(item)}</li>\n`).join('')}</ul>`;
  if (one.head.length === 0) return `<dl>\n${one.rows.map(([term = [], ...cells]) => `  <dt>${line(term)}</dt>${cells.map((cell) => `<dd>${line(cell)}</dd>`).join('')}\n`).join('')}</dl>`;
  const head = one.head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('');
  return `<table>\n  <thead><tr>${head}</tr></thead>\n  <tbody>\n${one.rows.map((cells) => `    <tr>${cells.map((cell) => `<td>${line(cell)}</td>`).join('')}</tr>\n`).join('')}  </tbody>\n</table>`;
}

/** The notice as HTML to paste into a page, its title as a heading of `level` (1 to 4). */
export function noticeHtml({ lang, dir, title, intro, sections, version }: Notice, level = 2): string {
  const parts = sections.map(({ id, title: name, blocks }) => `<section id="jitsi-gate-${id}">\n<h${level + 1}>${escape(name)}</h${level + 1}>\n${blocks.map((one) => block(one, level + 2)).join('\n')}\n</section>\n`);
  return `<section id="jitsi-gate-notice" lang="${escape(lang)}" dir="${dir}">\n<h${level}>${escape(title)}</h${level}>\n<p>${line(intro)}</p>\n${parts.join('')}<p>${escape(version)}</p>\n</section>\n`;
}

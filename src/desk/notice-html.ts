import { escapeHtml } from '../lib/escape-html.js';
import type { Block, Line, Notice, Piece } from '../notice/notice.js';

function piece(one: Piece): string {
  if (typeof one === 'string') return escapeHtml(one);
  if ('own' in one) return `<bdi>${escapeHtml(one.own)}</bdi>`;
  if ('code' in one) return `<code dir="ltr">${escapeHtml(one.code)}</code>`;
  if ('gap' in one) return `<mark>${escapeHtml(one.gap)}</mark>`;
  return `<a href="${escapeHtml(one.href)}" rel="noreferrer">${escapeHtml(one.text)}</a>`;
}

const line = (pieces: Line): string => pieces.map(piece).join('');

/** Makes a block, below a heading of a level. */
function block(one: Block, level: number): string {
  if (one.type === 'text') return `<p>${line(one.line)}</p>`;
  if (one.type === 'about') return `<h${level}>${line(one.line)}</h${level}>`;
  if (one.type === 'settings') return `<p><button type="button" data-jitsi-settings>${escapeHtml(one.text)}</button></p>`;
  if (one.type === 'list') return `<ul>\n${one.items.map((item) => `  <li>${line(item)}</li>\n`).join('')}</ul>`;
  if (one.head.length === 0) return `<dl>\n${one.rows.map(([term = [], ...cells]) => `  <dt>${line(term)}</dt>${cells.map((cell) => `<dd>${line(cell)}</dd>`).join('')}\n`).join('')}</dl>`;
  const head = one.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  return `<table>\n  <thead><tr>${head}</tr></thead>\n  <tbody>\n${one.rows.map((cells) => `    <tr>${cells.map((cell) => `<td>${line(cell)}</td>`).join('')}</tr>\n`).join('')}  </tbody>\n</table>`;
}

/** The notice as HTML to paste into a page, its title as a heading of `level` (1 to 4). */
export function noticeHtml({ lang, dir, title, intro, sections, version }: Notice, level = 2): string {
  const parts = sections.map(({ id, title: name, blocks }) => `<section id="jitsi-gate-${id}">\n<h${level + 1}>${escapeHtml(name)}</h${level + 1}>\n${blocks.map((one) => block(one, level + 2)).join('\n')}\n</section>\n`);
  return `<section id="jitsi-gate-notice" lang="${escapeHtml(lang)}" dir="${dir}">\n<h${level}>${escapeHtml(title)}</h${level}>\n<p>${line(intro)}</p>\n${parts.join('')}<p>${escapeHtml(version)}</p>\n</section>\n`;
}

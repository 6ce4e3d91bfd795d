import type { Block, Line, Notice, Piece } from '../notice/notice.js';

/** A text as it stands in Markdown: every sign that could mean something is no more than a sign. */
const escape = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>()#+\-.!|~&$^=:@]/g, (sign) => (/[.\-():=@$^{}+]/.test(sign) ? sign : `\\${sign}`));

function piece(one: Piece): string {
  if (typeof one === 'string') return escape(one);
  if ('own' in one) return escape(one.own);
  if ('code' in one) return `\`${one.code.replaceAll('`', '')}\``;
  if ('gap' in one) return `**[${escape(one.gap)}]**`;
  return `[${escape(one.text)}](<${encodeURI(one.href)}>)`;
}

const line = (pieces: Line): string => pieces.map(piece).join('');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

function block(one: Block, level: number): string {
  if (one.type === 'text') return line(one.line);
  if (one.type === 'about') return `${'#'.repeat(level)} ${line(one.line)}`;
  if (one.type === 'settings') return '';
  if (one.type === 'list') return one.items.map((item) => `- ${line(item)}`).join('\n');
  if (one.head.length === 0) return one.rows.map(([term = [], ...cells]) => `- **${line(term)}:** ${cells.map(line).join('; ')}`).join('\n');
  return (row(one.head.map(escape)) + row(one.head.map(() => '---')) + one.rows.map((cells) => row(cells.map(line))).join('')).trimEnd();
}

/** The notice as Markdown (GitHub's tables), its title as a heading of `level` (1 to 4). */
export function noticeMarkdown({ title, intro, sections, version }: Notice, level = 2): string {
  const parts = sections.map(({ title: name, blocks }) => [`${'#'.repeat(level + 1)} ${escape(name)}`, ...blocks.map((one) => block(one, level + 2))]);
  return `${[`${'#'.repeat(level)} ${escape(title)}`, line(intro), ...parts.flat(), escape(version)].filter(Boolean).join('\n\n')}\n`;
}

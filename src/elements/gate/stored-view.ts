import type { DetailKey } from '../../i18n/detail-messages.js';
import type { Translate } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/messages.js';
import type { Line } from '../../notice/notice.js';
import { storedRows } from '../../notice/stored-rows.js';
import { h } from '../h.js';
import type { Look } from './first-facts.js';

/** A line of names and words; names are set apart from the direction around them. */
const cells = (line: Line): (Node | string)[] => line.map((piece) => (typeof piece === 'string' ? piece : h('bdi', {}, Object.values(piece).join(''))));

/** A row of the table, whose meaning no layout takes away. */
function row(part: 'th' | 'td', lines: readonly Line[]): HTMLElement {
  const role = part === 'th' ? 'columnheader' : 'cell';
  return h('tr', { role: 'row' }, ...lines.map((line) => h(part, { role }, ...cells(line))));
}

/** What is stored in the visitor's browser: each entry's name, what it is for, and where and how long it is kept. */
export function storedView({ embed, settings, lang }: Look, t: Translate<DetailKey | MessageKey>): HTMLElement {
  return h('table', { role: 'table', class: 'stored', 'aria-label': t('kept') },
    h('thead', { role: 'rowgroup' }, row('th', [[t('kept')], [t('purpose')], [t('stored')]])),
    h('tbody', { role: 'rowgroup' }, ...storedRows(embed.operator, { settings, lang, t }).map((one) => row('td', one))));
}

import { type Settings, entryPrefix } from '../../config/settings.js';
import { JITSI_STORED, THEIR_SPELLING } from '../../facts/software/jitsi-stored.js';
import type { StoredEntry } from '../../facts/software/stored-entry.js';
import type { DetailKey } from '../../i18n/detail-messages.js';
import { type Translate, duration } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/messages.js';
import { h } from '../h.js';
import type { Look } from './first-facts.js';

/** How long, and where, an entry is kept. */
const KEPT = { meeting: 'keptOnSite', deleted: 'keptUntilDeleted', tab: 'keptForTab' } as const;

/** Where the gate keeps the choice itself. */
const STORAGES: Readonly<Record<Settings['storage'], string | undefined>> = { local: 'localStorage', session: 'sessionStorage', cookie: 'Cookie', memory: undefined };

type Cell = Node | string;

/** A row of the table, whose meaning no layout takes away. */
function row(part: 'th' | 'td', cells: readonly (readonly Cell[])[]): HTMLElement {
  const role = part === 'th' ? 'columnheader' : 'cell';
  return h('tr', { role: 'row' }, ...cells.map((content) => h(part, { role }, ...content)));
}

/** Names as the software's source has them, with its own spelling marked as that. */
function namesView(keys: readonly string[]): Cell[] {
  return keys.flatMap((key, index) => [...index > 0 ? [', '] : [], h('bdi', {}, THEIR_SPELLING.includes(key) ? `${key} [sic]` : key)]);
}

/** Entries that are kept alike and for the same: one row for them. */
function groups(stored: readonly StoredEntry[]): StoredEntry[][] {
  const kindOf = ({ purpose, kept, storage }: StoredEntry): string => `${purpose} ${kept} ${storage}`;
  return [...new Set(stored.map(kindOf))].map((kind) => stored.filter((entry) => kindOf(entry) === kind));
}

/** The gate's own entry, where there is one. */
function ownRow({ settings, lang, embed }: Look, t: Translate<DetailKey | MessageKey>): HTMLElement[] {
  const storage = STORAGES[settings.storage];
  if (!storage || settings.basis !== 'consent') return [];
  return [row('td', [namesView([entryPrefix(settings) + embed.operator.key, ...settings.cmp === 'none' ? [] : [`${settings.storageKey}-platform.${embed.operator.key}`]]), [t('for_choice')], [h('bdi', {}, `${storage}: ${settings.site}`), `, ${duration(settings.maxAgeDays, lang)}`]])];
}

/** What is stored in the visitor's browser: each entry's name, what it is for, and where and how long it is kept. */
export function storedView(look: Look, t: Translate<DetailKey | MessageKey>): HTMLElement {
  const { software, known } = look.embed.operator;
  const rows = groups(software ? known?.stored ?? [] : JITSI_STORED).map((entries) => {
    const [{ storage, purpose, kept }] = entries as [StoredEntry];
    return row('td', [namesView(entries.map(({ key }) => key)), [t(`for_${purpose}` as DetailKey)], [h('bdi', {}, storage), `: ${t(KEPT[kept])}`]]);
  });
  return h('table', { role: 'table', class: 'stored', 'aria-label': t('kept') },
    h('thead', { role: 'rowgroup' }, row('th', [[t('kept')], [t('purpose')], [t('stored')]])),
    h('tbody', { role: 'rowgroup' }, ...ownRow(look, t), ...rows));
}

import type { Operator } from '../config/operator.js';
import { entryPrefix } from '../config/settings.js';
import { JITSI_STORED, THEIR_SPELLING } from '../facts/software/jitsi-stored.js';
import type { StoredEntry } from '../facts/software/stored-entry.js';
import type { DetailKey } from '../i18n/detail-messages.js';
import { type Translate, duration } from '../i18n/format.js';
import type { MessageKey } from '../i18n/messages.js';
import type { Line, Piece, Source } from './notice.js';

/** How long, and where, an entry is kept. */
const KEPT = { meeting: 'keptOnSite', deleted: 'keptUntilDeleted', tab: 'keptForTab' } as const;

/** Where the gate keeps the choice itself. */
const STORAGES = { local: 'localStorage', session: 'sessionStorage', cookie: 'Cookie', memory: undefined } as const;

/** Names that stand in software, as a line. */
export function codes(words: readonly string[]): Piece[] {
  return words.flatMap((code, index): Piece[] => (index > 0 ? [', ', { code }] : [{ code }]));
}

/** Names as the software's source has them, with its own spelling marked as that. */
const names = (keys: readonly string[]): Line => codes(keys.map((key) => (THEIR_SPELLING.includes(key) ? `${key} [sic]` : key)));

/** Entries that are kept alike and for the same: one row for them. */
function groups(stored: readonly StoredEntry[]): StoredEntry[][] {
  const kindOf = ({ purpose, kept, storage }: StoredEntry): string => `${purpose} ${kept} ${storage}`;
  return [...new Set(stored.map(kindOf))].map((kind) => stored.filter((entry) => kindOf(entry) === kind));
}

/** What the rows are made of: settings, language, and its texts. */
export interface RowSource extends Pick<Source, 'settings' | 'lang'> {
  readonly t: Translate<DetailKey | MessageKey>;
}

/** The gate's own entries about an operator, where it keeps any. */
function ownRows(operator: Operator, { settings, lang, t }: RowSource): Line[][] {
  const storage = STORAGES[settings.storage];
  if (!storage || settings.basis !== 'consent') return [];
  const keys = [entryPrefix(settings) + operator.key, ...settings.cmp === 'none' ? [] : [`${settings.storageKey}-platform.${operator.key}`]];
  return [[names(keys), [t('for_choice')], [{ code: storage }, ...settings.site ? [': ', { own: settings.site }] : [], `, ${duration(settings.maxAgeDays, lang)}`]]];
}

/**
 * What is stored in the visitor's browser for an operator, the gate's own entries first: each row has names, what they are for, and where and
 * how long they are kept. The details of a gate and the notice show the same rows.
 */
export function storedRows(operator: Operator, source: RowSource): Line[][] {
  const { software, known } = operator;
  const { t } = source;
  return [...ownRows(operator, source), ...groups(software ? known?.stored ?? [] : JITSI_STORED).map((entries) => {
    const [{ storage, purpose, kept }] = entries as [StoredEntry];
    return [names(entries.map(({ key }) => key)), [t(`for_${purpose}` as DetailKey)], [{ code: storage }, `: ${t(KEPT[kept])}`]];
  })];
}

import type { Operator } from '../config/operator.js';
import { textIn } from '../config/text-in.js';
import { entryPrefix } from '../config/settings.js';
import { JITSI_STORED, THEIR_SPELLING } from '../facts/software/jitsi-stored.js';
import type { StoredEntry } from '../facts/software/stored-entry.js';
import { duration } from '../i18n/format.js';
import type { DetailKey } from '../i18n/detail-messages.js';
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

/** The gate's own entries about an operator, where it keeps any. */
export function ownRows(operator: Operator, { settings, lang, t }: Source): Line[][] {
  const storage = STORAGES[settings.storage];
  if (!storage || settings.basis !== 'consent') return [];
  const keys = [entryPrefix(settings) + operator.key, ...settings.cmp === 'none' ? [] : [`${settings.storageKey}-platform.${operator.key}`]];
  return [[names(keys), [t('for_choice')], [{ code: storage }, ...settings.site ? [': ', { own: settings.site }] : [], `, ${duration(settings.maxAgeDays, lang)}`]]];
}

/** What a meeting of an operator stores in the visitor's browser: name, purpose, and where and how long. */
export function meetingRows({ software, known, stored }: Operator, { lang, t }: Source): Line[][] {
  if (stored) return [[[{ own: textIn(stored, lang) }], [], []]];
  return groups(software ? known?.stored ?? [] : JITSI_STORED).map((entries) => {
    const [{ storage, purpose, kept }] = entries as [StoredEntry];
    return [names(entries.map(({ key }) => key)), [t(`for_${purpose}` as DetailKey)], [{ code: storage }, `: ${t(KEPT[kept])}`]];
  });
}

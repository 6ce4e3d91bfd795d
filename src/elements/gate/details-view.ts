import type { Operator } from '../../config/operator.js';
import { JITSI_STORED, type StoredEntry } from '../../facts/software/jitsi-stored.js';
import { enDetails } from '../../i18n/detail-messages.js';
import { countryName, createTranslate, isolate } from '../../i18n/format.js';
import { loadTexts } from '../../i18n/load.js';
import { en } from '../../i18n/messages.js';
import { addStyles } from '../add-styles.js';
import { h } from '../h.js';
import { linkView } from '../link-view.js';
import { detailsStyles } from './details.styles.js';
import { type Look, operatorParams } from './first-facts.js';
import { type ConductedGate, later } from './later.js';

type Content = Node | string;
type Row = readonly [term: string, ...content: readonly Content[]] | undefined;

/** What is stored for that long, and how that is told. */
function storedFor(kept: StoredEntry['kept'], text: string): string {
  const keys = JITSI_STORED.filter((entry) => entry.kept === kept).map(({ key }) => key).join(', ');
  return `${isolate(text, keys)}: ${text}`;
}

/** The owner's own words, in whatever language: set apart from the direction around them. */
function own(words: string): HTMLElement {
  return h('bdi', {}, words);
}

function list(items: readonly Content[]): HTMLElement {
  return h('ul', {}, ...items.map((item) => h('li', {}, item)));
}

/** A day (ISO 8601) as the language writes it. */
function dateOf(day: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/**
 * Whether meetings are recorded. That the server asks first (`recordings.requireConsent`) an embedding page can neither set nor
 * see beforehand, so it is told where the owner states it, in the owner's name, and nowhere else (docs/law.md R47).
 */
function recordingIs({ recording, recordingConsentEnforced }: Operator, certainty: string, asked: string): Content {
  return recordingConsentEnforced && recording !== 'never' ? list([certainty, asked]) : certainty;
}

function rows(look: Look): Row[] {
  const { lang, settings, texts, embed: { operator } } = look;
  const t = createTranslate({ ...en, ...enDetails, ...texts }, look.own);
  const params = operatorParams(look);
  const { role, hosting, hosts = [], recipients = [], privacyUrl, transfer } = operator;
  const stored = [storedFor('meeting', t('keptOnSite')), storedFor('deleted', t('keptUntilDeleted')), storedFor('tab', t('keptForTab'))];
  const named = recipients.map(({ name, country, purpose }) => t('recipientIs', { name, country: countryName(country, lang), purpose }));
  return [
    [t('site'), own(settings.site)],
    role ? [t('role'), t(`role_${role}`, params)] : undefined,
    hosting ? [t('hosting'), t('operatorIs', { name: hosting.name, country: countryName(hosting.country, lang) })] : undefined,
    [t('contacted'), list([operator.domain, ...hosts].map(own))],
    named.length > 0 ? [t('recipients'), list(named)] : undefined,
    transfer.evidenceUrl ? [t('transfer'), linkView(transfer.evidenceUrl, transfer.evidenceUrl), ...transfer.checkedOn ? [' ', t('checkedOn', { date: dateOf(transfer.checkedOn, lang) })] : []] : undefined,
    [t('recording'), recordingIs(operator, t(`certainty_${operator.recording}`), t('recordingAsked', params))],
    ...(['transcription', 'livestream'] as const).map((key): Row => [t(key), t(`certainty_${operator[key]}`)]),
    [t('kept'), list(stored)],
    [t('retention'), operator.retention ? own(operator.retention) : t('retentionUnknown')],
    [t('record'), t(settings.basis === 'consent' ? 'recordIs' : 'recordIsNone', params)],
    [t('rights'), t('rightsAre'), ...settings.basis === 'consent' ? [' ', t('withdrawing')] : []],
    privacyUrl ? [t('operatorNotice', params), linkView(privacyUrl, privacyUrl)] : undefined,
  ];
}

/** Everything that the first look leaves to be opened, one click away: hosts, recipients, stored entries, retention, record, rights. */
export function detailsView(look: Look): HTMLElement {
  return h('dl', { class: 'facts' }, ...rows(look).flatMap((row) => (row ? [h('dt', {}, row[0]), h('dd', {}, ...row.slice(1))] : [])));
}

/** Shows the details of a gate where they are opened, once their language is there. Closed and opened again, they are there. */
export async function showDetails(gate: ConductedGate): Promise<void> {
  await loadTexts(gate.language, 'more');
  later.areDetailsOpen = true;
  const [details, look] = [gate.root.querySelector('details'), gate.look()];
  if (!look || !details?.open || details.querySelector('dl')) return;
  addStyles(gate.root, detailsStyles);
  details.append(detailsView(look));
}

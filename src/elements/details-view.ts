import { type TemplateResult, html, nothing } from 'lit/html.js';
import { enDetails } from '../i18n/detail-messages.js';
import { countryName, createTranslate, isolate } from '../i18n/format.js';
import { en } from '../i18n/messages.js';
import { type Look, operatorParams } from './facts.js';
import { linkView } from './link-view.js';
import { JITSI_STORAGE, type StoredEntry } from './jitsi-storage.js';

type Row = readonly [term: string, content: unknown] | undefined;

/** What is stored in a place, and for how long. */
function storedIn(where: StoredEntry['where'], kept: string): string {
  const keys = JITSI_STORAGE.filter((entry) => entry.where === where).map(({ key }) => key).join(', ');
  return `${isolate(kept, keys)}: ${kept}`;
}

/** The owner's own words, in whatever language: set apart from the direction around them. */
function own(words: string): TemplateResult {
  return html`<bdi>${words}</bdi>`;
}

function list(items: readonly unknown[]): TemplateResult {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** A day (ISO 8601) as the language writes it. */
function dateOf(day: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

function rows(look: Look): Row[] {
  const { lang, settings, texts, embed: { operator } } = look;
  const t = createTranslate({ ...en, ...enDetails, ...texts }, look.own);
  const params = operatorParams(look);
  const { role, hosting, hosts = [], recipients = [], privacyUrl, transfer } = operator;
  const stored = [storedIn('site', t('keptOnSite')), storedIn('operator', t('keptUntilDeleted')), storedIn('tab', t('keptForTab'))];
  const named = recipients.map(({ name, country, purpose }) => t('recipientIs', { name, country: countryName(country, lang), purpose }));
  return [
    [t('site'), own(settings.site)],
    role && [t('role'), t(`role_${role}`, params)],
    hosting && [t('hosting'), t('operatorIs', { name: hosting.name, country: countryName(hosting.country, lang) })],
    [t('contacted'), list([operator.domain, ...hosts].map(own))],
    named.length > 0 ? [t('recipients'), list(named)] : undefined,
    transfer.evidenceUrl ? [t('transfer'), html`${linkView(transfer.evidenceUrl, transfer.evidenceUrl)} ${transfer.checkedOn ? t('checkedOn', { date: dateOf(transfer.checkedOn, lang) }) : nothing}`] : undefined,
    ...(['recording', 'transcription', 'livestream'] as const).map((key): Row => [t(key), t(`certainty_${operator[key]}`)]),
    [t('kept'), list(stored)],
    [t('retention'), operator.retention ? own(operator.retention) : t('retentionUnknown')],
    [t('record'), t(settings.basis === 'consent' ? 'recordIs' : 'recordIsNone', params)],
    [t('rights'), settings.basis === 'consent' ? [t('rightsAre'), ' ', t('withdrawing')] : t('rightsAre')],
    privacyUrl ? [t('operatorNotice', params), linkView(privacyUrl, privacyUrl)] : undefined,
  ];
}

/** Everything else that SPEC 3 lists, one click away: hosts, recipients, stored entries, retention, record, rights. */
export function detailsView(look: Look): TemplateResult {
  return html`<dl class="facts">${rows(look).map((row) => (row ? html`<div><dt>${row[0]}</dt><dd>${row[1]}</dd></div>` : nothing))}</dl>`;
}

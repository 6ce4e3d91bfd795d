import { type PartyAbroad, abroad } from '../../config/abroad.js';
import type { Operator } from '../../config/operator.js';
import { contactedHosts, isDirect } from '../../facts/software/jitsi-hosts.js';
import { textIn } from '../../config/text-in.js';
import { entryPrefix } from '../../config/settings.js';
import { type DetailKey, enDetails } from '../../i18n/detail-messages.js';
import { type Translate, countryName, createTranslate } from '../../i18n/format.js';
import { dateText } from '../../i18n/format-date.js';
import { loadTexts } from '../../i18n/load.js';
import { type MessageKey, en } from '../../i18n/messages.js';
import { addStyles } from '../add-styles.js';
import { h } from '../h.js';
import { linkView } from '../link-view.js';
import { detailsStyles } from './details.styles.js';
import { type Look, operatorParams, transferText } from './first-facts.js';
import { type ConductedGate, later } from './later.js';
import { storedView } from './stored-view.js';

type Content = Node | string;
type Row = readonly [term: string, ...content: readonly Content[]] | undefined;

/** The owner's own words, in whatever language: set apart from the direction around them. */
function own(words: string): HTMLElement {
  return h('bdi', {}, words);
}

function list(items: readonly Content[]): HTMLElement {
  return h('ul', {}, ...items.map((item) => h('li', {}, item)));
}

/**
 * Whether meetings are recorded. That the server asks first (`recordings.requireConsent`) an embedding page can neither set nor
 * see beforehand, so it is told where the owner states it, in the owner's name, and nowhere else (docs/law.md R47).
 */
function recordingIs({ recording, recordingConsentEnforced }: Operator, certainty: string, asked: string): Content {
  return recordingConsentEnforced && recording !== 'never' ? list([certainty, asked]) : certainty;
}

/** What protects the data of somebody abroad, and where that can be read. */
function transferView(look: Look, party: PartyAbroad): Content {
  const { transfer: { evidenceUrl, checkedOn } } = party;
  const t = translateOf(look);
  const day = checkedOn ? [' ', t('checkedOn', { date: dateText(checkedOn, look.lang) })] : [];
  return h('span', {}, transferText(look, party), ...evidenceUrl ? [' ', linkView(evidenceUrl, evidenceUrl)] : [], ...day);
}

const translateOf = (look: Look): Translate<DetailKey | MessageKey> => createTranslate({ ...en, ...enDetails, ...look.texts }, look.own);

/** Who is responsible for what, and who else takes part. */
function partyRows(look: Look): Row[] {
  const { lang, settings, embed: { operator } } = look;
  const t = translateOf(look);
  const { role, hosting, recipients = [] } = operator;
  const { legalBasis, basis, jitsi } = settings;
  const config = operator.software ? undefined : jitsi?.configOverwrite;
  const named = recipients.map(({ name, country, purpose }) => t('recipientIs', { name, country: countryName(country, lang), purpose: textIn(purpose, lang) }));
  const parties = abroad(operator);
  return [
    [t('site'), own(settings.site)],
    [t('legalBasis'), legalBasis ? own(textIn(legalBasis, lang)) : t(`legalBasis_${basis}`)],
    role ? [t('role'), t(`role_${role}`, operatorParams(look))] : undefined,
    hosting ? [t('hosting'), t('operatorIs', { name: hosting.name, country: countryName(hosting.country, lang) })] : undefined,
    [t('contacted'), list(contactedHosts(operator, config).map(own))],
    isDirect(config) ? [t('direct'), t('directIs')] : undefined,
    named.length > 0 ? [t('recipients'), list(named)] : undefined,
    parties.length > 0 ? [t('transfer'), list(parties.map((party) => transferView(look, party)))] : undefined,
  ];
}

/** What is recorded, stored and kept, and what the visitor may ask for. */
function dataRows(look: Look): Row[] {
  const { lang, settings, embed: { operator } } = look;
  const t = translateOf(look);
  const params = operatorParams(look);
  const { privacyUrl, retention } = operator;
  const notice = privacyUrl && textIn(privacyUrl, lang);
  return [
    [t('recording'), recordingIs(operator, t(`certainty_${operator.recording}`), t('recordingAsked', params))],
    ...(['transcription', 'livestream'] as const).map((key): Row => [t(key), t(`certainty_${operator[key]}`)]),
    [t('kept'), storedView(look, t)],
    [t('retention'), retention ? own(textIn(retention, lang)) : t('retentionUnknown')],
    [t('record'), t(settings.basis === 'consent' ? 'recordIs' : 'recordIsNone', { ...params, key: entryPrefix(settings) + operator.key })],
    [t('rights'), t('rightsAre'), ...settings.basis === 'consent' ? [' ', t('withdrawing')] : []],
    notice ? [t('operatorNotice', params), linkView(notice, notice)] : undefined,
  ];
}

/** Everything that the first look leaves to be opened, one click away: hosts, recipients, stored entries, retention, record, rights. */
export function detailsView(look: Look): HTMLElement {
  return h('dl', { class: 'facts' }, ...[...partyRows(look), ...dataRows(look)].flatMap((row) => (row ? [h('dt', {}, row[0]), h('dd', {}, ...row.slice(1))] : [])));
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

import { type PartyAbroad, abroad } from '../config/abroad.js';
import type { Operator } from '../config/operator.js';
import { mayRemember } from '../config/settings.js';
import { textIn } from '../config/text-in.js';
import { contactedHosts, isDirect } from '../facts/software/jitsi-hosts.js';
import { SOFTWARE, storedText } from '../facts/software/jitsi-kinds.js';
import { type Params, countryName, duration, isolate } from '../i18n/format.js';
import { dateText } from '../i18n/format-date.js';
import type { Block, Line, Piece, SectionId, Source } from './notice.js';
import { codes, storedRows } from './stored-rows.js';

/** Something, where it is so. */
const where = <V, T>(value: V, make: (value: NonNullable<V>) => T): T[] => (value ? [make(value)] : []);

const text = (...line: Line): Block => ({ type: 'text', line });
const own = (words: string): Piece => ({ own: words });

/** The name of an operator's software, as visitors know it. */
export const softwareOf = ({ softwareName, known }: Operator, lang: string): string => (softwareName ? textIn(softwareName, lang) : known?.name ?? SOFTWARE);

const isConsent = ({ settings: { basis } }: Source): boolean => basis === 'consent';

/** What Jitsi is told by the owner, where an operator runs Jitsi. */
const configFor = ({ settings: { jitsi } }: Source, { software }: Operator): Parameters<typeof isDirect>[0] => (software ? undefined : jitsi?.configOverwrite);

/** Who is responsible for the site; undefined where nobody has said so: a host is no controller. */
function controllerOf({ settings: { site, cookieDomain } }: Source): string | undefined {
  return [cookieDomain, globalThis.location?.host, ''].includes(site) ? undefined : site;
}

/** The facts that texts about an operator are filled with. */
function paramsOf(source: Source, operator?: Operator): Params {
  const { settings, lang, t } = source;
  const { maxAgeDays, noticeVersion } = settings;
  const shared = { site: controllerOf(source) ?? `[${t('missing_site')}]`, notice: noticeVersion, duration: duration(maxAgeDays, lang) };
  return operator ? { ...shared, software: softwareOf(operator, lang), domain: operator.domain, name: operator.name, country: countryName(operator.country, lang) } : shared;
}

/** A fact that is missing, as a gap that nobody overlooks. */
const gap = ({ t }: Source, what: string): Piece => ({ gap: t('missing', { what }) });

/** What is told of each operator, below its name where there are several. */
function ofEach(source: Source, tell: (operator: Operator, params: Params) => readonly Block[]): Block[] {
  const { operators } = source;
  return operators.flatMap((operator) => {
    const blocks = tell(operator, paramsOf(source, operator));
    const about: readonly Block[] = [{ type: 'about', line: [own(operator.name), ' (', { code: operator.domain }, ')'] }];
    return operators.length > 1 && blocks.length > 0 ? about.concat(blocks) : blocks;
  });
}

const table = (head: readonly string[], rows: readonly (readonly Line[])[]): Block => ({ type: 'table', head, rows });

/** Terms and what is so of them. */
const facts = (rows: readonly (readonly [term: string, ...line: Piece[]])[]): Block => table([], rows.map(([term, ...line]) => [[term], line]));

function loading(source: Source): Block[] {
  const { t, settings } = source;
  return [
    text(t(isConsent(source) ? 'loadingBefore' : 'loadingBeforeService')),
    ...ofEach(source, ({ software, embeddable }, params) => {
      if (embeddable === false) return [text(t('loadingLink', params))];
      return [text(t('loadingAfter', params), ' ', t(!software && settings.mode === 'api' ? 'loadingScript' : 'loadingFrame', params))];
    }),
  ];
}

/** Whether anything of a kind may happen in a meeting of any operator: what nobody has ruled out may. */
const mayBe = ({ operators }: Source, kind: 'recording' | 'transcription' | 'livestream'): boolean => operators.some((operator) => operator[kind] !== 'never');

function purposes(source: Source): Block[] {
  const { t, lang, settings: { basis, legalBasis } } = source;
  const recorded = (['recording', 'transcription', 'livestream'] as const).filter((kind) => mayBe(source, kind));
  return [table([t('purpose'), t('legalBasis')], [
    [[t('purposeIs')], [legalBasis ? own(textIn(legalBasis, lang)) : t(`legalBasis_${basis}`)]],
    ...isConsent(source) ? [[[t('choicePurpose')], [t('choiceBasis')]]] : [],
    ...where(recorded.length, () => [[recorded.map((kind) => t(kind)).join(', ')], [t('recordingBasis')]]),
  ])];
}

function data(source: Source): Block[] {
  const { t, operators } = source;
  return [facts([
    [t('sent'), t('sentIs')],
    [t('joined'), t('joinedIs')],
    [t('call'), t('callIs')],
    [t('acts'), t('actsIs')],
    [t('technical'), t('technicalIs')],
    ...where(operators.some(({ analytics }) => analytics), () => [t('analytics'), t('analyticsIs')] as const),
  ])];
}

function recipients(source: Source): Block[] {
  const { t, lang } = source;
  const others: Block = table([t('receiver'), t('receiverFor')], [[[t('participants')], [t('participantsIs')]]]);
  const blocks = ofEach(source, (operator, params) => {
    const { role, hosting, recipients: named = [], privacyUrl } = operator;
    const notice = privacyUrl && textIn(privacyUrl, lang);
    const config = configFor(source, operator);
    return [facts([
      [t('operator'), t('operatorIs', params)],
      [t('role'), role ? t(`role_${role}`, params) : gap(source, t('missing_role', params))],
      ...where(hosting, (host) => [t('hosting'), t('operatorIs', { name: host.name, country: countryName(host.country, lang) })] as const),
      ...named.map(({ name, country, purpose }) => [t('recipients'), t('recipientIs', { name, country: countryName(country, lang), purpose: textIn(purpose, lang) })] as const),
      [t('contacted'), ...codes(contactedHosts(operator, config))],
      ...where(isDirect(config), () => [t('direct'), t('directIs')] as const),
      ...where(notice, (href) => [t('operatorNotice', params), { href, text: href }] as const),
    ])];
  });
  return [...blocks, others];
}

/** What protects the data of somebody abroad, and where that can be read; a gap where nobody has said so. */
function transferLine(source: Source, { name, country, transfer: { tool, evidenceUrl, checkedOn } }: PartyAbroad): Line {
  const { t, lang } = source;
  const params = { ...paramsOf(source), name, country: countryName(country, lang) };
  const said = t(`transfer_${tool as Exclude<typeof tool, 'none-needed'>}`, params);
  const line: Piece[] = [`${isolate(said, name)}: ${said}`];
  if (evidenceUrl) line.push(' ', { href: evidenceUrl, text: evidenceUrl });
  if (checkedOn) line.push(' ', t('checkedOn', { date: dateText(checkedOn, lang) }));
  if (tool === 'unknown') line.push(' ', gap(source, t('missing_transfer', params)));
  return line;
}

function transfers(source: Source): Block[] {
  const { t } = source;
  const blocks = ofEach(source, (operator) => abroad(operator).map((party) => text(...transferLine(source, party))));
  return blocks.length > 0 ? blocks : [text(t('transfersNone', paramsOf(source)))];
}

function retention(source: Source): Block[] {
  const { t, lang } = source;
  return ofEach(source, ({ key, retention: kept }, params) => [facts([
    [t('retention'), kept ? own(textIn(kept, lang)) : gap(source, t('missing_retention', params))],
    [t('record'), t(isConsent(source) ? 'recordIs' : 'recordIsNone', { ...params, key: `${source.settings.storageKey}.${key}` })],
  ])]);
}

function stored(source: Source): Block[] {
  const { t, lang } = source;
  return ofEach(source, (operator) => {
    const { kind, software, known, stored: theirs } = operator;
    const rows = storedRows(operator, source);
    const summary = text(theirs ? own(textIn(theirs, lang)) : t(software ? known?.storedIs ?? 'storedUnknown' : storedText(kind)));
    return rows.length > 0 ? [summary, table([t('kept'), t('purpose'), t('stored')], rows)] : [summary];
  });
}

function withdrawal(source: Source): Block[] {
  const { t } = source;
  if (!isConsent(source)) return [text(t('endingIs'))];
  return [text(t('withdrawingIs'), ' ', t('withdrawing')), { type: 'settings', text: t('settings') }];
}

function obligation(source: Source): Block[] {
  const { t, lang } = source;
  return [
    text(t('obligationIs'), ' ', t('automatedIs')),
    ...ofEach(source, ({ alternatives = [] }) => {
      if (alternatives.length === 0) return [];
      return [text(t('alternatives')), { type: 'list', items: alternatives.map(({ label, url }) => [{ href: textIn(url, lang), text: textIn(label, lang) }]) }];
    }),
  ];
}

function recording(source: Source): Block[] {
  const { t, settings: { recordingPolicy } } = source;
  const seen = source.operators.some(({ software, known }) => !software || known?.hear);
  const shown = seen && (['recording', 'transcription', 'livestream'] as const).some((kind) => mayBe(source, kind));
  return [
    ...ofEach(source, (operator, params) => [facts([
      ...(['recording', 'transcription', 'livestream'] as const).map((kind) => [t(kind), t(`certainty_${operator[kind]}`)] as const),
      ...where(operator.recordingConsentEnforced && operator.recording !== 'never', () => [t('recording'), t('recordingAsked', params)] as const),
    ])]),
    ...shown ? [text(t('recordingShown'), ...recordingPolicy === 'ask' ? [' ', t('recordingAsks')] : [])] : [],
  ];
}

function children(source: Source): Block[] {
  const { t, settings, operators } = source;
  const isForgotten = isConsent(source) && operators.every((operator) => !mayRemember(settings, operator));
  return [text(t('childrenIs'), ...isForgotten ? [' ', t('childrenKept')] : [])];
}

/** What stands in each section (docs/law.md R130). */
export const TELL: Readonly<Record<SectionId, (source: Source) => readonly Block[]>> = {
  controller: (source) => [text(...controllerOf(source) ? [source.t('controllerIs', paramsOf(source))] : [gap(source, source.t('missing_site'))])],
  loading,
  purposes,
  data,
  recipients,
  transfers,
  retention,
  stored,
  withdrawal,
  rights: ({ t }) => [text(t('rightsAre'))],
  obligation,
  recording,
  children,
};

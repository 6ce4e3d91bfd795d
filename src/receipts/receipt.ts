import { type PartyAbroad, abroad } from '../config/abroad.js';
import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import { textIn } from '../config/text-in.js';
import type { DecisionRecord } from '../consent/record.js';
import { TERM_PARTS, termsOf } from '../consent/terms.js';
import { contactedHosts } from '../facts/software/jitsi-hosts.js';
import { JITSI_STORED } from '../facts/software/jitsi-stored.js';
import type { StoredEntry } from '../facts/software/stored-entry.js';
import { canonicalJson } from '../lib/canonical-json.js';
import { DAY } from '../lib/clock.js';
import { definedOf } from '../lib/defined-of.js';
import { sha256 } from '../lib/sha256.js';
import { VERSION } from '../lib/version.js';
import type { Receipt } from './receipt-schema.js';
import { seal } from './seal.js';

/**
 * `receipts`: proof of decisions. Makes receipts from decisions, keeps them, and hands them to the site's own endpoint if
 * it has one. It decides nothing and contacts no third party.
 */

/** All that a receipt is made from. */
export interface ReceiptFacts {
  /** UUID, by which a receiver drops doubles. */
  readonly id: string;
  readonly record: DecisionRecord;
  readonly operator: Operator;
  readonly settings: Settings;
  /** Address of the privacy notice, absolute. */
  readonly noticeUrl: string;
  /** The text that was shown; empty where there was none. */
  readonly text: string;
  /** Name and version of the platform or script that decided, if it was not the visitor. */
  readonly sourceName: string | null;
}

type Party = Receipt['party_identification'][number];
type Processing = Receipt['processing'][number];

const STATES = { granted: 'given', declined: 'refused', withdrawn: 'withdrawn' } as const;
/** What a decision is about, and what of the visitor it concerns. */
const PURPOSES = {
  load: {
    text: 'Taking part in a video meeting',
    data: [
      'IP address', 'browser and device data', 'time of access', 'address of the site', 'address of the meeting', 'picture', 'sound',
      'name that is entered', 'chat messages', 'shared screens', 'identifier of the participant',
    ],
    withdrawal: 'The button above the meeting, or the meeting settings of the site',
  },
  recording: { text: 'Being recorded in a video meeting', data: ['voice', 'picture', 'shown name', 'messages'], withdrawal: 'Leaving the meeting' },
  transcription: { text: 'Being transcribed in a video meeting', data: ['spoken words', 'shown name'], withdrawal: 'Leaving the meeting' },
} as const;

/** The longest text that a receipt carries, in bytes of UTF-8: with it a receipt has at most 16 kB, as its receivers want. */
export const MAX_SHOWN = 9000;

function parties({ operator, settings, noticeUrl, record }: ReceiptFacts): Party[] {
  const { name, country, privacyUrl, role = 'controller', hosting, recipients = [] } = operator;
  const party = (id: string, named: { readonly name: string; readonly country?: string }, type: Party['party_type']): Party => (
    { party_id: id, party_name: named.name, ...named.country && { party_country: named.country }, party_type: type });
  return [
    { ...party('site', { name: settings.site }, 'controller'), party_contact: noticeUrl },
    { ...party(operator.key, { name, country }, role), ...privacyUrl && { party_contact: textIn(privacyUrl, record.lang) } },
    ...hosting ? [party('hosting', hosting, 'hosting')] : [],
    ...recipients.map((recipient) => party(recipient.name, recipient, 'recipient')),
  ];
}

/** The purpose of a decision. */
function purposeOf({ purposes }: DecisionRecord): keyof typeof PURPOSES {
  const [purpose] = purposes;
  return purpose === 'recording' || purpose === 'transcription' ? purpose : 'load';
}

/** What is stored in the browser, entries of a kind together. */
function storedEntries({ software, known }: Operator): Processing['stored'] {
  const stored = software ? known?.stored ?? [] : JITSI_STORED;
  const kindOf = (entry: StoredEntry): string => `${entry.purpose} ${entry.kept} ${entry.storage}`;
  return [...new Set(stored.map(kindOf))].map((kind) => {
    const alike = stored.filter((entry) => kindOf(entry) === kind);
    const [{ where, storage, purpose, kept }] = alike as [StoredEntry];
    return { keys: alike.map(({ key }) => key), where, storage, purpose, kept };
  });
}

function transferOf({ name, country, transfer: { tool, evidenceUrl, checkedOn } }: PartyAbroad): Processing['transfers'][number] {
  return { party: name, country, tool, ...definedOf({ evidence: evidenceUrl, checked_on: checkedOn }) };
}

function processing({ operator, settings, noticeUrl, record }: ReceiptFacts): Processing {
  const { country, hosting, recipients = [], retention = 'not stated', role } = operator;
  const { legalBasis, jitsi } = settings;
  const purpose = purposeOf(record);
  const { text, data, withdrawal } = PURPOSES[purpose];
  return {
    purpose,
    purpose_text: text,
    lawful_basis: 'eu-gdpr:A6-1-a',
    ...legalBasis && { lawful_basis_text: textIn(legalBasis, record.lang) },
    pii_information: data.map((type) => ({ pii_type: type, special_pii_category: false })),
    pii_controllers: role === 'processor' ? ['site'] : ['site', operator.key],
    recipient_third_parties: [operator.key, ...hosting ? ['hosting'] : [], ...recipients.map(({ name }) => name)],
    storage_locations: contactedHosts(operator, operator.software ? undefined : jitsi?.configOverwrite),
    stored: storedEntries(operator),
    retention_period: textIn(retention, record.lang),
    processing_location: hosting?.country ?? country,
    transfers: abroad(operator).map(transferOf),
    withdrawal_method: withdrawal,
    privacy_rights: noticeUrl,
    jurisdiction: 'EU',
  };
}

/** The text that the visitor read, with its hash; without the text where it is too long, which its length tells. */
function shownOf({ record, text }: ReceiptFacts): Receipt['shown'] {
  const bytes = new TextEncoder().encode(text).length;
  return { language: record.lang, version: VERSION, bytes, ...text && { sha256: sha256(text) }, ...text && bytes <= MAX_SHOWN && { text } };
}

/** The facts that the terms are made of, each as the text whose digest is in the record. */
function termFacts({ operator, settings }: ReceiptFacts): Receipt['terms']['facts'] {
  const terms = termsOf(operator, settings);
  return Object.fromEntries(TERM_PARTS.map((part) => [part, canonicalJson(terms[part])])) as Receipt['terms']['facts'];
}

/** How long a decision counts. One for once ends with the page view. */
function validity({ scope, at, until }: DecisionRecord): Pick<Receipt['events'][number], 'validity_duration' | 'valid_until'> {
  if (scope === 'once') return { validity_duration: 'page view' };
  return { validity_duration: `P${Math.round((Date.parse(until) - Date.parse(at)) / DAY)}D`, valid_until: until };
}

/** Makes the receipt of one decision. It holds no IP address, user agent or room name. */
export function createReceipt(facts: ReceiptFacts): Receipt {
  const { id, record, operator, noticeUrl, sourceName } = facts;
  const isVisitor = record.source === 'visitor';
  return seal({
    schema_version: 'jitsi-gate-receipt-1',
    conforms_to: 'ISO/IEC TS 27560:2023 (aligned)',
    receipt_id: id,
    pii_principal_id: 'device-local',
    language: record.lang,
    shown: shownOf(facts),
    privacy_notice: { url: noticeUrl, version: record.notice },
    terms: { digest: record.terms, facts: termFacts(facts) },
    party_identification: parties(facts),
    processing: [processing(facts)],
    events: [{
      event_time: record.at,
      ...validity(record),
      entity_id: isVisitor ? 'device-local' : operator.key,
      event_type: isVisitor ? 'explicit' : 'expressed',
      event_state: STATES[record.decision],
      collection_method: isVisitor ? 'click in the gate' : 'recorded by a script of the site',
      source: record.source,
      ...sourceName !== null && { source_name: sourceName },
      scope: record.scope,
    }],
  });
}

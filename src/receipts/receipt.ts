import type { Operator } from '../config/operator.js';
import { textIn } from '../config/text-in.js';
import type { Settings } from '../config/settings.js';
import type { DecisionRecord } from '../consent/record.js';
import type { Receipt } from './receipt-schema.js';

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
  /** SHA-256 of the shown text, lower-case hex; null where none was shown or it cannot be computed. */
  readonly sha256: string | null;
  /** Name and version of the platform or script that decided, if it was not the visitor. */
  readonly sourceName: string | null;
}

const STATES = { granted: 'given', declined: 'refused', withdrawn: 'withdrawn' } as const;
/** What a decision is about, and what of the visitor it concerns. */
const PURPOSES = {
  load: {
    text: 'Taking part in a video meeting',
    data: ['IP address', 'browser and device data', 'time of access', 'address of the site', 'address of the meeting'],
    withdrawal: 'The button above the meeting, or the meeting settings of the site',
  },
  recording: { text: 'Being recorded in a video meeting', data: ['voice', 'picture', 'shown name', 'messages'], withdrawal: 'Leaving the meeting' },
  transcription: { text: 'Being transcribed in a video meeting', data: ['spoken words', 'shown name'], withdrawal: 'Leaving the meeting' },
} as const;

function parties({ operator, settings, noticeUrl, record }: ReceiptFacts): Receipt['party_identification'] {
  const { name, country, privacyUrl, role = 'controller', hosting, recipients = [] } = operator;
  const others = recipients.map((recipient): Receipt['party_identification'][number] => (
    { party_id: recipient.name, party_name: recipient.name, party_address: recipient.country, party_contact: null, party_type: 'recipient' }));
  return [
    { party_id: 'site', party_name: settings.site, party_address: '', party_contact: noticeUrl, party_type: 'controller' },
    { party_id: operator.key, party_name: name, party_address: country, party_contact: privacyUrl ? textIn(privacyUrl, record.lang) : null, party_type: role },
    ...(hosting ? [{ party_id: 'hosting', party_name: hosting.name, party_address: hosting.country, party_contact: null, party_type: 'hosting' as const }] : []),
    ...others,
  ];
}

/** The purpose of a decision. */
function purposeOf({ purposes }: DecisionRecord): keyof typeof PURPOSES {
  const [purpose] = purposes;
  return purpose === 'recording' || purpose === 'transcription' ? purpose : 'load';
}

function processing({ operator, noticeUrl, record }: ReceiptFacts): Receipt['processing'][number] {
  const { transfer, country, domain, hosts = [], recipients = [], retention = 'not stated', role } = operator;
  const purpose = purposeOf(record);
  const { text, data, withdrawal } = PURPOSES[purpose];
  return {
    purpose,
    purpose_text: text,
    lawful_basis: 'eu-gdpr:A6-1-a',
    pii_information: data.map((type) => ({ pii_type: type, special_pii_category: false })),
    pii_controllers: role === 'processor' ? ['site'] : ['site', operator.key],
    recipient_third_parties: [operator.key, ...recipients.map(({ name }) => name)],
    storage_locations: [domain, ...hosts],
    retention_period: textIn(retention, record.lang),
    processing_location: operator.hosting?.country ?? country,
    transfer: { country, tool: transfer.tool, evidence: transfer.evidenceUrl ?? null, checked_on: transfer.checkedOn ?? null },
    withdrawal_method: withdrawal,
    privacy_rights: noticeUrl,
    jurisdiction: 'EU',
  };
}

/** Makes the receipt of one decision. It holds no IP address, user agent or room name. */
export function createReceipt(facts: ReceiptFacts): Receipt {
  const { id, record, operator, noticeUrl, sha256, sourceName } = facts;
  return {
    schema_version: 'jitsi-gate-receipt-1',
    conforms_to: 'ISO/IEC TS 27560:2023 (aligned)',
    receipt_id: id,
    pii_principal_id: 'device-local',
    language: record.lang,
    privacy_notice: { url: noticeUrl, version: record.notice, sha256 },
    terms: record.terms,
    party_identification: parties(facts),
    processing: [processing(facts)],
    events: [{
      event_time: record.at,
      valid_until: record.until,
      entity_id: record.source === 'visitor' ? 'device-local' : operator.key,
      event_type: record.source === 'visitor' ? 'explicit' : 'expressed',
      event_state: STATES[record.decision],
      collection_method: record.source === 'visitor' ? 'click in the gate' : 'recorded by a script of the site',
      source: record.source,
      source_name: sourceName,
      scope: record.scope,
    }],
  };
}

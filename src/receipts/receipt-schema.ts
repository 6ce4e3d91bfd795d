import { iso, optional, uuid, type z } from 'zod/mini';
import { between, exactly, fields, listOf, matching, oneOf, only, text as anyText } from '../config/fields.js';

/**
 * The shape of a receipt, after ISO/IEC TS 27560:2023 in the mapping of the DPV community group (docs/law.md): aligned with
 * it, not certified. Its JSON Schema ships in the package; browsers check by its compact form and never load this file.
 */

const text = anyText();
const time = iso.datetime({ precision: 3, error: 'time' });
const texts = listOf(text);

const party = fields({
  party_id: text,
  party_name: text,
  party_country: optional(text),
  party_contact: optional(text),
  party_type: oneOf('controller', 'joint-controller', 'processor', 'recipient', 'hosting'),
});

const stored = fields({
  keys: texts,
  where: oneOf('site', 'operator'),
  storage: oneOf('localStorage', 'sessionStorage', 'IndexedDB', 'Cookie'),
  purpose: oneOf('copy', 'settings', 'person', 'identifier', 'signIn', 'content', 'account', 'key', 'log'),
  kept: oneOf('meeting', 'deleted', 'tab'),
});

const processing = fields({
  purpose: oneOf('load', 'recording', 'transcription'),
  purpose_text: text,
  lawful_basis: only('eu-gdpr:A6-1-a'),
  lawful_basis_text: optional(text),
  pii_information: listOf(fields({ pii_type: text, special_pii_category: exactly(false) })),
  pii_controllers: texts,
  recipient_third_parties: texts,
  storage_locations: texts,
  stored: listOf(stored),
  retention_period: text,
  processing_location: text,
  transfers: listOf(fields({ party: text, country: text, tool: text, evidence: optional(text), checked_on: optional(text) })),
  withdrawal_method: text,
  privacy_rights: text,
  jurisdiction: text,
});

const event = fields({
  event_time: time,
  validity_duration: text,
  valid_until: optional(time),
  entity_id: text,
  event_type: oneOf('explicit', 'expressed'),
  event_state: oneOf('given', 'refused', 'withdrawn'),
  collection_method: text,
  source: oneOf('visitor', 'cmp', 'api'),
  source_name: optional(text),
  scope: oneOf('once', 'remembered'),
});

/** The members of a receipt that each have a digest of their own. */
const members = {
  schema_version: only('jitsi-gate-receipt-1'),
  conforms_to: only('ISO/IEC TS 27560:2023 (aligned)'),
  receipt_id: uuid({ version: 'v4', error: 'uuid' }),
  pii_principal_id: only('device-local'),
  language: text,
  shown: fields({
    language: text,
    version: text,
    bytes: between(0, 1_000_000_000),
    sha256: optional(matching(/^[0-9a-f]{64}$/, 'sha256')),
    text: optional(text),
  }),
  privacy_notice: fields({ url: text, version: text }),
  terms: fields({
    digest: text,
    facts: fields({ operator: text, recipients: text, purposes: text, storage: text, transfer: text, recording: text, notice: text }),
  }),
  party_identification: listOf(party),
  processing: listOf(processing),
  events: listOf(event),
};

/** A text under each name. */
const mapOf = <Name extends string>(shape: Readonly<Record<Name, unknown>>): { readonly [name in Name]: typeof text } => (
  Object.fromEntries(Object.keys(shape).map((name) => [name, text])) as { readonly [name in Name]: typeof text });

/** One receipt: proof of one decision. */
export const receiptSchema = fields({ ...members, digests: fields({ ...mapOf(members), all: text }) });

export type Receipt = z.output<typeof receiptSchema>;

import { array, enum as oneOf, iso, literal, nullable, regex, strictObject, string, uuid, type z } from 'zod/mini';

/**
 * The shape of a receipt, after ISO/IEC TS 27560:2023 in the mapping of the DPV community group (law §12): aligned with it,
 * not certified. Its JSON Schema ships in the package; browsers never load this file.
 */

const text = string();
const time = iso.datetime();

const party = strictObject({
  party_id: text,
  party_name: text,
  party_address: text,
  party_contact: nullable(text),
  party_type: oneOf(['controller', 'joint-controller', 'processor', 'recipient', 'hosting']),
});

const processing = strictObject({
  purpose: oneOf(['load', 'recording', 'transcription']),
  purpose_text: text,
  lawful_basis: literal('eu-gdpr:A6-1-a'),
  pii_information: array(strictObject({ pii_type: text, special_pii_category: literal(false) })),
  pii_controllers: array(text),
  recipient_third_parties: array(text),
  storage_locations: array(text),
  retention_period: text,
  processing_location: text,
  transfer: strictObject({ country: text, tool: text, evidence: nullable(text), checked_on: nullable(text) }),
  withdrawal_method: text,
  privacy_rights: text,
  jurisdiction: text,
});

const event = strictObject({
  event_time: time,
  valid_until: time,
  entity_id: text,
  event_type: oneOf(['explicit', 'expressed']),
  event_state: oneOf(['given', 'refused', 'withdrawn']),
  collection_method: text,
  source: oneOf(['visitor', 'cmp', 'api']),
  source_name: nullable(text),
  scope: oneOf(['once', 'remembered']),
});

/** One receipt: proof of one decision. */
export const receiptSchema = strictObject({
  schema_version: literal('jitsi-gate-receipt-1'),
  conforms_to: literal('ISO/IEC TS 27560:2023 (aligned)'),
  receipt_id: uuid(),
  pii_principal_id: literal('device-local'),
  language: text,
  privacy_notice: strictObject({
    url: text,
    version: text,
    /** SHA-256 of the text that the gate showed, or null where nothing was shown or the browser cannot compute it. */
    sha256: nullable(string().check(regex(/^[0-9a-f]{64}$/))),
  }),
  terms: text,
  party_identification: array(party),
  processing: array(processing),
  events: array(event),
});

export type Receipt = z.output<typeof receiptSchema>;

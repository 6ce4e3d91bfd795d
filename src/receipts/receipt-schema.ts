import { iso, uuid, type z } from 'zod/mini';
import { exactly, fields, listOf, matching, oneOf, only, orNull, text as anyText } from '../config/fields.js';

/**
 * The shape of a receipt, after ISO/IEC TS 27560:2023 in the mapping of the DPV community group (docs/law.md): aligned with
 * it, not certified. Its JSON Schema ships in the package; browsers check by its compact form and never load this file.
 */

const text = anyText();
const time = iso.datetime({ precision: 3, error: 'time' });

const party = fields({
  party_id: text,
  party_name: text,
  party_address: text,
  party_contact: orNull(text),
  party_type: oneOf('controller', 'joint-controller', 'processor', 'recipient', 'hosting'),
});

const processing = fields({
  purpose: oneOf('load', 'recording', 'transcription'),
  purpose_text: text,
  lawful_basis: only('eu-gdpr:A6-1-a'),
  pii_information: listOf(fields({ pii_type: text, special_pii_category: exactly(false) })),
  pii_controllers: listOf(text),
  recipient_third_parties: listOf(text),
  storage_locations: listOf(text),
  retention_period: text,
  processing_location: text,
  transfer: fields({ country: text, tool: text, evidence: orNull(text), checked_on: orNull(text) }),
  withdrawal_method: text,
  privacy_rights: text,
  jurisdiction: text,
});

const event = fields({
  event_time: time,
  valid_until: time,
  entity_id: text,
  event_type: oneOf('explicit', 'expressed'),
  event_state: oneOf('given', 'refused', 'withdrawn'),
  collection_method: text,
  source: oneOf('visitor', 'cmp', 'api'),
  source_name: orNull(text),
  scope: oneOf('once', 'remembered'),
});

/** One receipt: proof of one decision. */
export const receiptSchema = fields({
  schema_version: only('jitsi-gate-receipt-1'),
  conforms_to: only('ISO/IEC TS 27560:2023 (aligned)'),
  receipt_id: uuid({ version: 'v4', error: 'uuid' }),
  pii_principal_id: only('device-local'),
  language: text,
  privacy_notice: fields({
    url: text,
    version: text,
    /** SHA-256 of the text that the gate showed, or null where nothing was shown or the browser cannot compute it. */
    sha256: orNull(matching(/^[0-9a-f]{64}$/, 'sha256')),
  }),
  terms: text,
  party_identification: listOf(party),
  processing: listOf(processing),
  events: listOf(event),
});

export type Receipt = z.output<typeof receiptSchema>;

type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string';
const matching = (pattern: RegExp): Test => (value) => typeof value === 'string' && pattern.test(value);
const time: Test = (value) => matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)(value) && !Number.isNaN(Date.parse(String(value)));
const oneOf = (...values: readonly unknown[]): Test => (value) => values.includes(value);
const orNull = (test: Test): Test => (value) => value === null || test(value);
const listOf = (test: Test): Test => (value) => Array.isArray(value) && value.every(test);

/** An object with exactly these fields. */
function exactly(fields: Readonly<Record<string, Test>>): Test {
  const count = Object.keys(fields).length;
  return (value) => {
    const entries = Object.entries(Object(value) as object);
    return entries.length === count && entries.every(([name, entry]) => Object.hasOwn(fields, name) && fields[name]?.(entry));
  };
}

const party = exactly({
  party_id: text,
  party_name: text,
  party_address: text,
  party_contact: orNull(text),
  party_type: oneOf('controller', 'joint-controller', 'processor', 'recipient', 'hosting'),
});

const processing = exactly({
  purpose: oneOf('load', 'recording', 'transcription'),
  purpose_text: text,
  lawful_basis: oneOf('eu-gdpr:A6-1-a'),
  pii_information: listOf(exactly({ pii_type: text, special_pii_category: oneOf(false) })),
  pii_controllers: listOf(text),
  recipient_third_parties: listOf(text),
  storage_locations: listOf(text),
  retention_period: text,
  processing_location: text,
  transfer: exactly({ country: text, tool: text, evidence: orNull(text), checked_on: orNull(text) }),
  withdrawal_method: text,
  privacy_rights: text,
  jurisdiction: text,
});

const event = exactly({
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

/**
 * Whether what was found in storage has the shape of a receipt and no field besides. Every script of the site can write there
 * (law R87), and what it writes must not be sent. By hand, as browsers never load `receipt-schema.ts`; a test holds the two
 * together.
 */
export const isReceipt = exactly({
  schema_version: oneOf('jitsi-gate-receipt-1'),
  conforms_to: oneOf('ISO/IEC TS 27560:2023 (aligned)'),
  receipt_id: matching(/^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i),
  pii_principal_id: oneOf('device-local'),
  language: text,
  privacy_notice: exactly({ url: text, version: text, sha256: orNull(matching(/^[\da-f]{64}$/)) }),
  terms: text,
  party_identification: listOf(party),
  processing: listOf(processing),
  events: listOf(event),
});

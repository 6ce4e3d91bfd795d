// Made from receipt-schema.ts by `npm run forms`; see lib/check-form.ts.
import type { Form } from '../lib/check-form.js';

export const receiptForm: Form = [
  'schema_version!', '|jitsi-gate-receipt-1',
  'conforms_to!', '|ISO/IEC TS 27560:2023 (aligned)',
  'receipt_id!', 'uuid',
  'pii_principal_id!', '|device-local',
  'language terms!', 'text',
  'privacy_notice!', ['url version!', 'text', 'sha256!', 'sha256?'],
  'party_identification!', [
    '#', [
      'party_id party_name party_address!', 'text',
      'party_contact!', 'text?',
      'party_type!', '|controller|joint-controller|processor|recipient|hosting',
    ],
  ],
  'processing!', [
    '#', [
      'purpose!', '|load|recording|transcription',
      'purpose_text retention_period processing_location withdrawal_method privacy_rights jurisdiction!', 'text',
      'lawful_basis!', '|eu-gdpr:A6-1-a',
      'pii_information!', [
        '#', ['pii_type!', 'text', 'special_pii_category!', 'false'],
      ],
      'pii_controllers recipient_third_parties storage_locations!', ['#', 'text'],
      'transfer!', ['country tool!', 'text', 'evidence checked_on!', 'text?'],
    ],
  ],
  'events!', [
    '#', [
      'event_time valid_until!', 'time',
      'entity_id collection_method!', 'text',
      'event_type!', '|explicit|expressed',
      'event_state!', '|given|refused|withdrawn',
      'source!', '|visitor|cmp|api',
      'source_name!', 'text?',
      'scope!', '|once|remembered',
    ],
  ],
];

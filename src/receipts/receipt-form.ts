// Made from receipt-schema.ts by `npm run forms`; see lib/check-form.ts.
import type { Form } from '../lib/check-form.js';

export const receiptForm: Form = [
  'schema_version!', '|jitsi-gate-receipt-1',
  'conforms_to!', '|ISO/IEC TS 27560:2023 (aligned)',
  'receipt_id!', 'uuid',
  'pii_principal_id!', '|device-local',
  'language!', 'text',
  'shown!', [
    'language version!', 'text',
    'bytes!', 'int|0|1000000000',
    'sha256', 'sha256',
    'text', 'text',
  ],
  'privacy_notice!', ['url version!', 'text'],
  'terms!', [
    'digest!', 'text',
    'facts!', [
      'operator recipients purposes storage transfer recording notice!', 'text',
    ],
  ],
  'party_identification!', [
    '#', [
      'party_id party_name!', 'text',
      'party_country party_contact', 'text',
      'party_type!', '|controller|joint-controller|processor|recipient|hosting',
    ],
  ],
  'processing!', [
    '#', [
      'purpose!', '|load|recording|transcription',
      'purpose_text retention_period processing_location withdrawal_method privacy_rights jurisdiction!', 'text',
      'lawful_basis!', '|eu-gdpr:A6-1-a',
      'lawful_basis_text', 'text',
      'pii_information!', [
        '#', ['pii_type!', 'text', 'special_pii_category!', 'false'],
      ],
      'pii_controllers recipient_third_parties storage_locations!', ['#', 'text'],
      'stored!', [
        '#', [
          'keys!', ['#', 'text'],
          'where!', '|site|operator',
          'storage!', '|localStorage|sessionStorage|IndexedDB|Cookie',
          'purpose!', '|copy|settings|person|identifier|signIn|content|account|key|log',
          'kept!', '|meeting|deleted|tab',
        ],
      ],
      'transfers!', [
        '#', [
          'party country tool!', 'text',
          'evidence checked_on', 'text',
        ],
      ],
    ],
  ],
  'events!', [
    '#', [
      'event_time!', 'time',
      'validity_duration entity_id collection_method!', 'text',
      'valid_until', 'time',
      'event_type!', '|explicit|expressed',
      'event_state!', '|given|refused|withdrawn',
      'source!', '|visitor|cmp|api',
      'source_name', 'text',
      'scope!', '|once|remembered',
    ],
  ],
  'digests!', [
    'schema_version conforms_to receipt_id pii_principal_id language shown privacy_notice terms party_identification processing events all!', 'text',
  ],
];

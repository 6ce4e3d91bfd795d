// Made from record-schema.ts by `npm run forms`; see lib/check-form.ts.
import type { Form } from '../lib/check-form.js';

export const recordForm: Form = [
  'v!', '1',
  'decision!', '|granted|declined|withdrawn',
  'scope!', '|once|remembered',
  'purposes!', ['#', 'text|500'],
  'at until!', 'time',
  'terms notice lang!', 'text|500',
  'source!', '|visitor|cmp|api',
  '.', 'term',
];

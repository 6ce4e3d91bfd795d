// Made from schema.ts by `npm run forms`; see lib/check-form.ts.
import type { Form } from '../lib/check-form.js';

export const placeholderForm: readonly Form[] = [
  'room!', 'room',
  'operator domain', 'text',
  'label subject', 'text|200',
  'lang', 'tag',
  'start', '|click|auto',
  'height', 'height',
  'poster', 'poster',
  'heading-level', '|1|2|3|4|5|6',
];

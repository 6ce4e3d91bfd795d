import { fieldsOf } from '../lib/check-form.js';
import { placeholderForm } from './placeholder-form.js';
import type { placeholderSchema } from './schema.js';

export type EmbedAttribute = keyof typeof placeholderSchema.shape;

/** The attributes of a placeholder, without their prefix. Untrusted: whoever edits a page can write them (docs/law.md R71). */
export const EMBED_ATTRIBUTES = fieldsOf(placeholderForm).map(([name]) => name) as readonly EmbedAttribute[];

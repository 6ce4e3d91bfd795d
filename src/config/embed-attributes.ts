import { PLACEHOLDER_FIELDS } from './placeholder-fields.js';

export type EmbedAttribute = keyof typeof PLACEHOLDER_FIELDS;

/** The attributes of a placeholder, without their prefix. Untrusted: whoever edits a page can write them (docs/law.md R71). */
export const EMBED_ATTRIBUTES = Object.keys(PLACEHOLDER_FIELDS) as readonly EmbedAttribute[];

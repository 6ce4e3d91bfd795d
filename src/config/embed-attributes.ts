/** The attributes of a placeholder, without their prefix. Untrusted: whoever edits a page can write them (SPEC 2.3). */
export const EMBED_ATTRIBUTES = ['room', 'operator', 'domain', 'title', 'lang', 'start', 'subject', 'height', 'poster'] as const;

export type EmbedAttribute = (typeof EMBED_ATTRIBUTES)[number];

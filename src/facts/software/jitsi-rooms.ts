/** The longest room's name, tenant included, in characters (docs/law.md R73). */
export const MAX_ROOM_LENGTH = 200;

/**
 * What may not be in a room's name. `external_api.js` puts it into an address as it is, so `?` and `#` would bring settings
 * along (docs/jitsi.md §1.5); the rest could leave the path, hide in it, or read as something else:
 * `\`, escapes that a server would decode, controls, line and direction marks, lone surrogates (docs/law.md R73).
 */
export const NOT_IN_ROOM = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\u200b\u2060-\u206f\ufeff#?\\]|%[0-9a-f]{2}/iu;

/** `NOT_IN_ROOM` in words (docs/law.md R73). */
export const NOT_IN_ROOM_IS = '# ? \\ %-escapes, control or direction characters';

/** A part between slashes that is no name: empty, or a step in a path (docs/law.md R73). */
export const EMPTY_PART = /^\.*$/;

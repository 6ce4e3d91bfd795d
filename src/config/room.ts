import { describeValue } from '../lib/errors.js';

/** The longest room name, tenant included, in characters (law R73). */
export const MAX_ROOM_LENGTH = 200;

// What could leave the path of the meeting's address, hide in it, or read as something else: controls, line and
// direction marks, lone surrogates, `#`, `?`, `\`, and escapes that a server would decode (law R73).
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\u200b\u2060-\u206f\ufeff#?\\]|%[0-9a-f]{2}/iu;

/**
 * Says what is wrong with a room name (`room` or `tenant/room`), or undefined if it may be used.
 * Quotes at most the character that is wrong: a room's name can be a secret (law R44).
 */
export function roomProblem(text = ''): { expected: string; found: string } | undefined {
  const room = text.normalize('NFC');
  if (room.trim() === '') return { expected: 'a room name', found: room ? describeValue(room) : 'nothing' };
  if (room.length > MAX_ROOM_LENGTH) return { expected: `at most ${MAX_ROOM_LENGTH} characters`, found: `${room.length}` };
  const bad = FORBIDDEN.exec(room)?.[0];
  if (bad) return { expected: 'a room name without # ? \\ %-escapes, control or direction characters', found: describeCharacter(bad) };
  const hasBadSegment = room.split('/').some((segment) => /^\.*$/.test(segment.trim()));
  return hasBadSegment ? { expected: 'a room name without empty parts, "." or ".."', found: 'one' } : undefined;
}

function describeCharacter(text: string): string {
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^[\x21-\x7e]+$/.test(text) ? `"${text}"` : `the character U+${code}`;
}

import { EMPTY_PART, MAX_ROOM_LENGTH, NOT_IN_ROOM, NOT_IN_ROOM_IS } from '../facts/software/jitsi-rooms.js';
import { describeValue } from '../lib/errors.js';

/**
 * Says what is wrong with a room name (`room` or `tenant/room`), or undefined if it may be used (`isRoom`).
 * Quotes at most the character that is wrong: a room's name can be a secret (docs/law.md R44).
 */
export function roomProblem(text: unknown = ''): { expected: string; found: string } | undefined {
  if (typeof text !== 'string') return { expected: 'a room name', found: typeof text === 'object' ? describeValue(text) : `a ${typeof text}` };
  const room = text.normalize('NFC');
  if (room.trim() === '') return { expected: 'a room name', found: room ? describeValue(room) : 'nothing' };
  if (room.length > MAX_ROOM_LENGTH) return { expected: `at most ${MAX_ROOM_LENGTH} characters`, found: `${room.length}` };
  const bad = NOT_IN_ROOM.exec(room)?.[0];
  if (bad) return { expected: `a room name without ${NOT_IN_ROOM_IS}`, found: describeCharacter(bad) };
  const hasBadPart = room.split('/').some((part) => EMPTY_PART.test(part.trim()));
  return hasBadPart ? { expected: 'a room name without empty parts, "." or ".."', found: 'one' } : undefined;
}

function describeCharacter(text: string): string {
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^[\x21-\x7e]+$/.test(text) ? `"${text}"` : `the character U+${code}`;
}

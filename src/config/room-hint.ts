import { ROOM_PROTECTION } from '../facts/software/jitsi-advice.js';
import { warnOnce } from '../lib/warn-once.js';

/** What about a room's name its owner may want to know: that it names a person, or that it can be guessed. */
export type RoomHint = 'person' | 'guessable';

const SAID: Readonly<Record<RoomHint, string>> = {
  person: 'a room here looks like the name, e-mail address or phone number of a person; it becomes part of an address, which servers and browsers write down. A name from createRoomName() (npm: jitsi-gate) tells nothing',
  guessable: `a room here is short or made of plain words, so strangers could guess it and come in. That is fine for open meetings; otherwise take a name from createRoomName() (npm: jitsi-gate), or ${ROOM_PROTECTION}`,
};

const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]{2,}/;
const PHONE = /^\(?(\+|0)[\d ().-]{6,}$/;
const DATE = /^\d\d?[ .-]\d\d?[ .-]\d{4}$/;
/** `anna.beier`, also with a part in between, hyphens and a number after it. */
const FULL_NAME = /^[\p{L}\p{M}-]{2,}(\.[\p{L}\p{M}-]+)?\.[\p{L}\p{M}-]{2,}\d{0,4}$/u;

/** Below this many bits a name can be guessed: what eight random letters and digits have is enough. */
const ENOUGH_BITS = 36;
const BITS = { wordLetter: 1.5, letter: 4.7, digit: 3.3, mixed: 5 } as const;

/** Whether letters read like words of a European language; those of other scripts are taken for words. */
function readLikeWords(letters: string): boolean {
  if (letters.length < 8 || /[^a-z]/.test(letters)) return true;
  const vowels = letters.replace(/[^aeiouy]/g, '').length;
  return vowels >= letters.length / 4 && !/q(?!u)|[jqvwx][bdfgjkmqvxz]|[^aeiouy]{5}/.test(letters);
}

/**
 * About how many bits somebody has to guess. A letter of words counts 1.5 (Shannon, 1951: English has 1 to 1.5), a letter
 * among others that spell no word 4.7, a digit 3.3 and the digits of a year or a room number 5 together, and what mixes
 * letters and digits 5 for each sign.
 */
function guessBits(name: string): number {
  const tokens = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isMixed = (token: string): boolean => /\p{L}\p{N}+\p{L}|\p{N}\p{L}+\p{N}/u.test(token);
  const mixed = tokens.filter(isMixed).join('');
  const plain = tokens.filter((token) => !isMixed(token));
  const letters = plain.join('').replace(/\P{L}/gu, '');
  const digits = plain.flatMap((token) => token.match(/\p{N}+/gu) ?? []);
  const digitBits = digits.reduce((sum, { length }) => sum + (length > 4 ? length * BITS.digit : 5), 0);
  return mixed.length * BITS.mixed + letters.length * (readLikeWords(letters) ? BITS.wordLetter : BITS.letter) + digitBits;
}

/** What its owner may want to know of a room (`room` or `tenant/room`), or undefined where it is fine. */
export function hintOn(room: string): RoomHint | undefined {
  const parts = room.trim().split('/');
  const isPerson = parts.some((part) => EMAIL.test(part) || (PHONE.test(part) && !DATE.test(part)) || FULL_NAME.test(part));
  if (isPerson) return 'person';
  return guessBits(parts.at(-1) ?? '') < ENOUGH_BITS ? 'guessable' : undefined;
}

/** Tells the owner, once a page view for each kind of hint. The room itself is never printed (docs/law.md R44). */
export function tellRoomHint(room: string): void {
  const hint = hintOn(room);
  if (hint) warnOnce('room', SAID[hint]);
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomProblem } from '../../src/config/room-issue.js';
import { MAX_ROOM_LENGTH } from '../../src/facts/software/jitsi-rooms.js';
import { roomPath } from '../../src/facts/software/jitsi-address.js';
import { anyText } from '../support/any-text.js';
import { sampleEmbed, sampleSettings } from '../support/sample-config.js';
import { checkEmbed } from '../support/check-embed.js';

describe('a room', () => {
  it.each([
    'consulting-hour',
    'Sprechstunde Dr. Müller',
    'tenant/room',
    'a/b/c',
    'room.v2',
    '...room',
    'room..',
    'a..b',
    '日本語',
    'مرحبا',
    '👩‍⚕️ practice',
    'a&b=c;d,e+f',
    "it's(fine)!*~",
    '<b>bold</b>',
    '"quoted"',
    '100%',
    '50%zz',
    'a:b@c',
    '[room]',
    'x'.repeat(200),
    '-',
    '0',
  ])('may be called %j', (room) => {
    expect(roomProblem(room)).toBeUndefined();
  });

  it.each([
    ['nothing at all', undefined, 'nothing'],
    ['an empty text', '', 'nothing'],
    ['a space', ' ', '" "'],
    ['spaces only', ' \u00a0 ', '" \u00a0 "'],
    ['#', 'room#config.startWithAudioMuted=false', '"#"'],
    ['?', 'room?jwt=x', '"?"'],
    ['\\', 'room\\other', '"\\"'],
    ['NUL', 'a\u0000b', 'the character U+0000'],
    ['a line feed', 'a\nb', 'the character U+000A'],
    ['a tab', 'a\tb', 'the character U+0009'],
    ['DEL', 'a\u007fb', 'the character U+007F'],
    ['a C1 control', 'a\u0085b', 'the character U+0085'],
    ['a line separator', 'a\u2028b', 'the character U+2028'],
    ['a paragraph separator', 'a\u2029b', 'the character U+2029'],
    ['Arabic letter mark', 'a\u061cb', 'the character U+061C'],
    ['right-to-left override', 'a\u202eb', 'the character U+202E'],
    ['a direction mark', 'a\u200fb', 'the character U+200F'],
    ['an isolate', 'a\u2066b', 'the character U+2066'],
    ['a zero-width space', 'a\u200bb', 'the character U+200B'],
    ['a byte-order mark', 'a\ufeffb', 'the character U+FEFF'],
    ['half a character', 'a\ud83d', 'the character U+D83D'],
    ['the other half', '\ude00a', 'the character U+DE00'],
    ['an escaped slash', 'a%2fb', '"%2f"'],
    ['an escaped slash in capitals', 'a%2Fb', '"%2F"'],
    ['an escaped dot', '%2e%2e/b', '"%2e"'],
    ['a doubly escaped slash', 'a%252fb', '"%25"'],
    ['..', '..', 'one'],
    ['.. at the start', '../other', 'one'],
    ['.. in the middle', 'a/../b', 'one'],
    ['.. at the end', 'a/..', 'one'],
    ['.. with spaces', 'a/ .. /b', 'one'],
    ['.', '.', 'one'],
    ['. in the middle', 'a/./b', 'one'],
    ['...', 'a/.../b', 'one'],
    ['a leading slash', '/a', 'one'],
    ['a trailing slash', 'a/', 'one'],
    ['two slashes', 'a//b', 'one'],
    ['slashes only', '//', 'one'],
    ['an empty part', 'a/ /b', 'one'],
    ['201 characters', 'x'.repeat(201), '201'],
    ['a megabyte', 'x'.repeat(1_000_000), '1000000'],
  ])('may not be %s', (_, room, found) => {
    expect(roomProblem(room)).toEqual({ found, expected: expect.stringMatching(/\w/) });
  });

  it('is at most 200 characters long also once it is normalised', () => {
    // Each of these becomes two characters in NFC.
    const room = '\u0344'.repeat(MAX_ROOM_LENGTH);
    expect(room.normalize('NFC')).toHaveLength(2 * MAX_ROOM_LENGTH);
    expect(checkEmbed({ room }, sampleSettings())).toEqual([expect.objectContaining({ path: 'room' })]);
  });

  it('is the same room however its accents were typed', () => {
    expect(checkEmbed({ room: 'A\u0308rzte' }, sampleSettings())).toMatchObject({ room: 'Ärzte' });
  });
});

// Made of what is dangerous in addresses, besides any character there is.
const piece = fc.oneof(
  fc.constantFrom('/', '//', '..', '.', '%', '%2', '%2f', '%2e', '\\', '?', '#', '&', '=', ':', '@', ';', ' ', 'a', 'room'),
  // Characters that change when they are normalised, or look like others.
  fc.constantFrom('\u0344', '\u212b', '\uff0f', '\uff03', '\u037e', '\u2024'),
  anyText(3),
);
const pieces = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
const hostileRoom = fc.oneof(pieces, anyText(), fc.string({ unit: 'grapheme' }));

/** The addresses that a browser may make of a room's path: below the server, and below a tenant. */
const addressesOf = (room: string): readonly (readonly [URL, readonly string[]])[] => {
  const path = roomPath(sampleEmbed({ room }));
  const segments = room.split('/');
  return [
    [new URL(`https://x.test/${path}`), segments],
    [new URL(path, 'https://x.test/tenant/'), ['tenant', ...segments]],
  ];
};

describe('any accepted room', () => {
  it('is one path with its own segments, no query and no fragment', () => {
    let accepted = 0;
    fc.assert(fc.property(hostileRoom, (text) => {
      const embed = checkEmbed({ room: text }, sampleSettings());
      if (Array.isArray(embed)) return;
      accepted += 1;
      for (const [url, segments] of addressesOf(embed.room)) {
        expect(url).toMatchObject({ origin: 'https://x.test', search: '', hash: '', username: '', password: '' });
        expect(url.pathname.slice(1).split('/').map(decodeURIComponent)).toEqual(segments);
      }
    }), { numRuns: 1500 });
    expect(accepted).toBeGreaterThan(100);
  });

  it('is refused or accepted without a throw, and a refusal says why', () => {
    fc.assert(fc.property(hostileRoom, (text) => {
      const problem = roomProblem(text);
      if (problem) expect(problem.expected.length * problem.found.length).toBeGreaterThan(0);
    }), { numRuns: 500 });
  });
});

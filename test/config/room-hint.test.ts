import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_ROOM_LENGTH } from '../../src/facts/software/jitsi-rooms.js';
import { hintOn, tellRoomHint } from '../../src/config/room-hint.js';
import { randomId } from '../../src/lib/random-id.js';
import { createRoomName } from '../../src/lib/room-name.js';
import { anyText } from '../support/any-text.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a room looks like a person', () => {
  it.each([
    'anna.beier@example.org', 'Anna.Beier+call@mail.example.org', 'practice/anna@example.org', 'call with anna@example.org',
    '+49 761 000000', '+4917604069042', '0176 040690-42', '(0761) 000000', '0041.44.000.00.00', '0170000000',
    'anna.beier', 'Anna.Beier', 'anna.maria.beier', 'Hans-Peter.Müller', 'zoë.o-brien', 'anna.beier2', 'clinic/anna.beier', 'Анна.Байер',
  ])('named %s', (room) => expect(hintOn(room)).toBe('person'));
});

describe('a room can be guessed', () => {
  it.each([
    'consulting-hour', 'ConsultingHour', 'test', 'a', '1', '4711', 'room-1', 'standup', 'MyTeamMeeting', 'team-meeting-2024', 'sprechstunde',
    'Sprechstunde-Dr-Müller', 'Büro', 'x8K2pQ', '482913', '01.02.2026', '05-11-2026', 'clinic/waiting-room', 'Praxis/Ärzte', 'kabinet', 'приём', '会议室',
    'a long tenant name that nobody guesses/room', '---',
  ])('named %s', (room) => expect(hintOn(room)).toBe('guessable'));
});

describe('a room is fine', () => {
  it.each([
    'f47ac10b-58cc-4372-a567-0e02b2c3d479', 'F47AC10B58CC4372A5670E02B2C3D479', 'lusab-babad-gutih-tugad-mudof', 'x8k2pq9zmw4t', 'V1StGXR8_Z5jdHi6B-myT',
    'clinic/x8k2pq9zmw4t', 'consulting-hour-x8k2pq9z', 'qzvxkjhwpfmd', 'general meeting of the society for the promotion of reading',
  ])('named %s', (room) => expect(hintOn(room)).toBeUndefined());

  const random = (alphabet: string, length: number): fc.Arbitrary<string> => (
    fc.array(fc.integer({ min: 0, max: alphabet.length - 1 }), { minLength: length, maxLength: length }).map((signs) => signs.map((sign) => alphabet[sign]).join('')));
  const lower = 'abcdefghijklmnopqrstuvwxyz';
  const tokens = { 'hexadecimal digits': random('0123456789abcdef', 32), 'letters and digits': random(`${lower}0123456789`, 26) };

  it.each(Object.entries(tokens))('that is made of random %s', (_, room) => {
    // Without shrinking towards what chance does not make, and without its bias for the same sign again and again.
    const rooms = fc.sample(fc.noBias(room), 2000);
    expect(rooms.filter(hintOn)).toEqual([]);
  });

  it.each([
    ['createRoomName()', createRoomName],
    ['a UUID', randomId],
  ])('that comes from %s', (_, create) => {
    expect(Array.from({ length: 2000 }, create).filter(hintOn)).toEqual([]);
  });
});

describe('the hint', () => {
  const rooms = ['anna.beier', 'consulting-hour', 'anna.beier@example.org', 'standup', 'lusab-babad-gutih-tugad-mudof'];

  it('is printed once for each kind, and names what helps', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    for (const room of [...rooms, ...rooms]) tellRoomHint(room);
    const lines = warn.mock.calls.map(String);
    expect(lines.map((line) => /^\[jitsi-gate\] room: .*createRoomName\(\)/.test(line))).toEqual([true, true]);
  });

  it('never holds a room, whatever it is, and takes no time', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    fc.assert(fc.property(anyText(MAX_ROOM_LENGTH), (room) => tellRoomHint(room)));
    for (const sign of ['a', '.', '@', '0', '-', 'a.', 'a1']) tellRoomHint(sign.repeat(MAX_ROOM_LENGTH / sign.length));
    const printed = warn.mock.calls.join();
    expect(rooms.filter((room) => printed.includes(room))).toEqual([]);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { roomProblem } from '../../src/config/room-issue.js';
import { createRoomName } from '../../src/lib/room-name.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const MANY = 4000;
const names = Array.from({ length: MANY }, createRoomName);

/** What stands at a place of a name, and how often. */
function countAt(place: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name.charAt(place), (counts.get(name.charAt(place)) ?? 0) + 1);
  return counts;
}

/** The places of letters; hyphens stand between the groups. */
const places = Array.from({ length: 29 }, (_, place) => place).filter((place) => place % 6 !== 5);

/** Fills what asks for random values with one value each. */
function stubRandom(value: number): void {
  vi.stubGlobal('crypto', { getRandomValues: (values: Uint16Array<ArrayBuffer>) => values.fill(value) });
}

describe('a room name', () => {
  it('is five groups of letters that can be read aloud, in lower case', () => {
    expect(names.filter((name) => !/^([bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz](-([bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz]){4}$/.test(name))).toEqual([]);
  });

  it('has 80 bits, by the letters that come up at each of its places', () => {
    const bits = places.reduce((sum, place) => sum + Math.log2(countAt(place).size), 0);
    expect([places.length, bits]).toEqual([25, 80]);
  });

  it('has each letter of a place about as often as the others', () => {
    // Chi-squared over 15 places of 16 letters and 10 of 4: 15 * 15 + 10 * 3 = 255 degrees of freedom.
    const chi = places.reduce((sum, place) => {
      const counts = [...countAt(place).values()];
      const wanted = MANY / counts.length;
      return sum + counts.reduce((total, count) => total + (count - wanted) ** 2 / wanted, 0);
    }, 0);
    // The mean is 255, the standard deviation 22.6: eight of them either way, so that chance does not fail a run.
    expect(chi).toBeGreaterThan(75);
    expect(chi).toBeLessThan(436);
  });

  it('is another one each time', () => {
    expect(new Set(names).size).toBe(MANY);
  });

  it('stays as it is in an address, and is taken by a placeholder', () => {
    expect(names.filter((name) => encodeURIComponent(name.normalize('NFKC').toLowerCase()) !== name || roomProblem(name))).toEqual([]);
  });

  it.each([
    [0x0000, 'babab-babab-babab-babab-babab'],
    [0xffff, 'zuzuz-zuzuz-zuzuz-zuzuz-zuzuz'],
    [0x7f00, 'lusab-lusab-lusab-lusab-lusab'],
  ])('spells 0x%i the way proquints do', (value, name) => {
    stubRandom(value);
    expect(createRoomName()).toBe(name);
  });
});

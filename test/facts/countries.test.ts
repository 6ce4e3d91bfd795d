import { describe, expect, it } from 'vitest';
import { englishName, isInEea } from '../../src/facts/countries.js';

const MEMBERS = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' ');

describe('the European Economic Area', () => {
  it('has the 27 members of the European Union and Iceland, Liechtenstein and Norway', () => {
    expect(new Set(MEMBERS).size).toBe(30);
    expect(MEMBERS.filter((code) => !isInEea(code))).toEqual([]);
  });

  it.each(['CH', 'GB', 'US', 'TR', 'UA', 'IL', 'IN'])('has not %s', (code) => {
    expect(isInEea(code)).toBe(false);
  });

  it.each(['', 'de', 'T B', 'AT BE', ' '])('has nothing that is no country: %j', (code) => {
    expect(isInEea(code)).toBe(false);
  });

  it('has no other of all codes that two letters can make', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const all = letters.flatMap((first) => letters.map((second) => first + second));
    expect(all.filter(isInEea).toSorted()).toEqual(MEMBERS.toSorted());
  });
});

describe('the English name of a country', () => {
  it.each(['AT', 'DE', 'FR', 'US'])('is what every browser says: %s', (code) => {
    expect(englishName(code)).toBe(new Intl.DisplayNames(['en'], { type: 'region' }).of(code));
  });

  it.each(['SE', 'XX', 'de', ''])('is not here for %j', (code) => {
    expect(englishName(code)).toBeUndefined();
  });
});

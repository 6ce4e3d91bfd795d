import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { countryName, createTranslate, duration } from '../../src/i18n/format.js';
import { anyText } from '../support/any-text.js';

const texts = { hello: 'Hello {name} in {country}', plain: 'Yes', twice: '{name}, {name}', odd: 'a { b } {} {two words} {name' };

describe('a text', () => {
  it.each([
    ['hello', { name: 'Ann', country: 'Chile' }, 'Hello Ann in Chile'],
    ['hello', { name: 'Ann' }, 'Hello Ann in {country}'],
    ['hello', {}, 'Hello {name} in {country}'],
    ['hello', { name: 'Ann', country: '' }, 'Hello Ann in '],
    ['twice', { name: 'Ann' }, 'Ann, Ann'],
    ['plain', { name: 'Ann' }, 'Yes'],
    ['odd', { name: 'Ann' }, 'a { b } {} {two words} {name'],
    ['hello', { name: 182, country: 0 }, 'Hello 182 in 0'],
    ['hello', { name: '{country}', country: 'Chile' }, 'Hello {country} in Chile'],
    ['hello', { name: '$&$1', country: "$'" }, "Hello $&$1 in $'"],
  ] as const)('%s with %j reads %j', (key, params, text) => {
    expect(createTranslate(texts)(key, params)).toBe(text);
  });

  it('takes no fact that only a prototype has', () => {
    expect(createTranslate({ x: '{constructor} {toString} {__proto__}' })('x', {})).toBe('{constructor} {toString} {__proto__}');
  });

  it('shows every fact as it is, also one that looks like markup or a pattern', () => {
    fc.assert(fc.property(anyText(), (name) => {
      const shown = createTranslate({ x: 'a {name} b' })('x', { name });
      expect([`a ${name} b`, `a \u2068${name}\u2069 b`]).toContain(shown);
    }));
  });

  it.each([
    ['in an Arabic text', 'من {name}', 'Example, Inc.'],
    ['in a Hebrew text', 'של {name}', '+49 761 000000'],
    ['that is Arabic itself', 'Run by {name}', 'شركة (8)'],
  ])('sets a fact apart %s', (...[, text, name]) => {
    expect(createTranslate({ x: text })('x', { name })).toBe(text.replace('{name}', `\u2068${name}\u2069`));
  });

  it.each(['Άλφα', 'Приклад', 'Ünal', 'ÞÆÐ', '会議'])('adds no sign where fact and text are written left to right: %s', (name) => {
    expect(createTranslate({ x: 'Von {name}.' })('x', { name })).toBe(`Von ${name}.`);
  });
});

describe("the owner's own text", () => {
  it('wins, with its facts', () => {
    const t = createTranslate(texts, { hello: 'Hi {name}!' });
    expect([t('hello', { name: 'Ann' }), t('plain')]).toEqual(['Hi Ann!', 'Yes']);
  });

  it('may be empty', () => {
    expect(createTranslate(texts, { plain: '' })('plain')).toBe('');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('under a hostile key changes no other: %s', (key) => {
    const own = JSON.parse(`{"${key}":"evil"}`) as Record<string, string>;
    expect(createTranslate(texts, own)('plain')).toBe('Yes');
    expect(createTranslate({ ...texts, toString: 'text' }, {})('toString')).toBe('text');
  });

  it.each([5, null, true, ['x'], { x: 1 }])('that is no text does not break the page: %j', (wrong) => {
    const own = { plain: wrong } as unknown as Record<string, string>;
    expect(typeof createTranslate(texts, own)('plain')).toBe('string');
  });
});

describe('a country', () => {
  it.each([
    ['DE', 'en', 'Germany'],
    ['DE', 'de', 'Deutschland'],
    ['DE', 'en-GB', 'Germany'],
    ['CH', 'en', 'Switzerland'],
    ['US', 'en', 'United States'],
    ['XX', 'en', 'XX'],
    ['DE', 'not a language', 'DE'],
    ['', 'en', ''],
  ])('%s in %s is %s', (code, lang, name) => {
    expect(countryName(code, lang)).toBe(name);
  });
});

describe('a number of days', () => {
  it.each([
    [1, 'en', '1 day'],
    [2, 'en-US', '2 days'],
    [182, 'en', '182 days'],
    [1, 'de', '1 Tag'],
    [182, 'de-AT', '182 Tage'],
    [1, 'pl', '1 dzień'],
    [3, 'pl', '3 dni'],
    [182, 'not a language', '182'],
  ])('%d in %s is %s', (days, lang, text) => {
    expect(duration(days, lang)).toBe(text);
  });
});

describe('the first look in English', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('does not wait for the browser to make itself ready for names and numbers', () => {
    vi.stubGlobal('Intl', {});
    expect([countryName('FR', 'en'), countryName('US', 'EN-us'), duration(30, 'en')]).toEqual(['France', 'United States', '30 days']);
  });

  it('takes the code where neither the file nor the browser knows a country', () => {
    vi.stubGlobal('Intl', {});
    expect([countryName('GB', 'en-AU'), countryName('DE', 'fr-BE')]).toEqual(['GB', 'DE']);
  });
});

import { describe, expect, it } from 'vitest';
import { textIn } from '../../src/config/text-in.js';

describe('a text by language', () => {
  it.each([
    ['is itself, where it is one for all', 'a week', 'de', 'a week'],
    ['is that of the tag', { 'de': 'Woche', 'de-AT': 'Wochn' }, 'de-AT', 'Wochn'],
    ['is that of the language, where the tag has none', { en: 'week', de: 'Woche' }, 'de-CH', 'Woche'],
    ['is English, where the language has none', { de: 'Woche', en: 'week' }, 'fr', 'week'],
    ['is the first, where English has none', { de: 'Woche', fr: 'semaine' }, 'it', 'Woche'],
  ])('%s', (...[, text, lang, expected]) => {
    expect(textIn(text as string, lang)).toBe(expected);
  });
});

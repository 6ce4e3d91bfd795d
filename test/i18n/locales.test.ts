import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { enChanges } from '../../src/i18n/change-messages.js';
import { enChoice } from '../../src/i18n/choice-messages.js';
import { enDetails } from '../../src/i18n/detail-messages.js';
import { first as rare } from '../../src/i18n/locales/en.js';
import { LOCALES } from '../../src/i18n/locales.js';
import { enMeeting } from '../../src/i18n/meeting-messages.js';
import { en } from '../../src/i18n/messages.js';
import { NOTICE_LOCALES } from '../../src/i18n/notice-locales.js';
import { enNotice } from '../../src/i18n/notice-messages.js';
import { LANGUAGES } from '../../src/i18n/resolve-locale.js';
import { enSettings } from '../../src/i18n/settings-messages.js';
import { SOFTWARE_LOCALES } from '../../src/i18n/software-locales.js';
import { enSoftware } from '../../src/i18n/software-messages.js';

const first: Readonly<Record<string, string>> = { ...en, ...rare, ...enChoice };
const more: Readonly<Record<string, string>> = { ...enChanges, ...enMeeting, ...enDetails, ...enSettings };
const software: Readonly<Record<string, string>> = enSoftware;
const notice: Readonly<Record<string, string>> = enNotice;
const PARTS = ['first', 'more', 'software', 'notice'] as const;
const english = { first, more, software, notice };
const languages = await Promise.all(Object.entries(LOCALES).map(async ([language, { first: loadFirst, more: loadMore }]) => {
  const texts: Readonly<Record<string, string>> = (await loadFirst()).first;
  return {
    language, first: texts, more: (await loadMore()).more as Readonly<Record<string, string>>,
    software: ((await SOFTWARE_LOCALES[language]?.())?.software ?? {}) as Readonly<Record<string, string>>,
    notice: ((await NOTICE_LOCALES[language]?.())?.notice ?? {}) as Readonly<Record<string, string>>,
  };
}));

const placeholders = (text = ''): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
/** Words that a language may share with English, and texts that are facts alone. */
const isBare = (text: string): boolean => text.replace(/\{\w+\}/g, '').replace(/[\s,:;.()–-]/g, '') === '';
const SHARED = new Set(['Hosting', 'hosting', 'Transcript', 'Transcription', 'Transfer', 'Livestream', 'Live stream', 'no', 'No', 'Details', 'Transkript']);

describe('the languages', () => {
  it('are those of the European Union, and Norwegian, Icelandic, Ukrainian, Turkish, Arabic and Hebrew', () => {
    const union = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');
    expect(LANGUAGES.toSorted()).toEqual([...union, 'ar', 'he', 'is', 'nb', 'tr', 'uk'].toSorted());
    expect(Object.keys(LOCALES).toSorted()).toEqual(LANGUAGES.filter((language) => language !== 'en').toSorted());
  });

  it('have a file each for the first look, for the rest, for other software and for the notice, English one for its rarer texts, and no other file is there', () => {
    const files = readdirSync(new URL('../../src/i18n/locales/', import.meta.url)).toSorted();
    expect(files).toEqual(['en.ts', ...Object.keys(LOCALES).flatMap((language) => [`${language}.ts`, `${language}-more.ts`, `${language}-software.ts`, `${language}-notice.ts`])].toSorted());
  });
});

describe.each(languages)('the texts in $language', (locale) => {
  it.each(PARTS)('are complete: %s', (part) => {
    expect(Object.keys(locale[part]).toSorted()).toEqual(Object.keys(english[part]).toSorted());
  });

  const pairs = PARTS.flatMap((part) => Object.entries(english[part]).map(([key, text]) => ({ key, english: text, text: locale[part][key] ?? '' })));

  it('hold exactly the facts of the English ones', () => {
    const wrong = pairs.filter(({ english: original, text }) => placeholders(text).join() !== placeholders(original).join());
    expect(wrong).toEqual([]);
  });

  it('are no longer than a gate can bear, and none is empty', () => {
    const wrong = pairs.filter(({ english: original, text }) => text.trim() === '' || text !== text.trim() || text.length > original.length * 1.8 + 20);
    expect(wrong).toEqual([]);
  });

  it('leave nothing in English', () => {
    const left = pairs.filter(({ english: original, text }) => text === original && !isBare(text) && !SHARED.has(text));
    expect(left).toEqual([]);
  });

  it('have no markup, line breaks, straight apostrophes, direction marks or exclamation', () => {
    expect(pairs.filter(({ text }) => /[<>\n'"`!\u200e\u200f\u202a-\u202e]|&\w+;/.test(text))).toEqual([]);
  });

  it('name agreeing and refusing in about as many words', () => {
    // Without the operator's name, which only the one that loads something must hold (docs/law.md R22, R25).
    const [accept = '', decline = ''] = ['accept', 'decline'].map((key) => (locale.first[key] ?? '').replace('{name}', '').trim());
    expect(Math.abs(accept.length - decline.length)).toBeLessThanOrEqual(24);
  });
});

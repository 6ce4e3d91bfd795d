import { describe, expect, it } from 'vitest';
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
import { PRESSING_WORDS, pressingWords } from '../support/pressing-words.js';

async function textsIn(language: string): Promise<Readonly<Record<string, string>>> {
  const locale = LOCALES[language];
  const notice = (await NOTICE_LOCALES[language]?.())?.notice ?? enNotice;
  return locale ? { ...(await locale.first()).first, ...(await locale.more()).more, ...notice } : { ...en, ...rare, ...enChoice, ...enMeeting, ...enDetails, ...enSettings, ...notice };
}

const languages = await Promise.all(LANGUAGES.map(async (language) => ({ language, texts: Object.entries(await textsIn(language)) })));

describe.each(languages)('the texts in $language', ({ language, texts }) => {
  it('use no word that urges, blames, praises or plays down', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.flatMap(([key, text]) => pressingWords(language, text).map((word) => `${key}: ${word} (${text})`))).toEqual([]);
  });

  it('ask no question that doubts a choice, call nothing out, and shout no word', () => {
    expect(texts.filter(([, text]) => /[!?¡¿؟‼…]{2}|[!?¡¿؟‼]|\p{Extended_Pictographic}|\p{Lu}{6}/u.test(text))).toEqual([]);
  });

  it('speak of refusing as plainly as of agreeing', () => {
    // Neither is said in more than one sentence, and neither says why.
    const said = Object.fromEntries(texts);
    for (const key of ['accept', 'decline', 'stay', 'leaveInstead', 'reconsider', 'allow', 'allowOnce', 'refuse']) {
      expect(said[key], key).not.toMatch(/[.,;:،؛](?!\s*\{name\})/);
    }
  });
});

describe('the list of pressing words', () => {
  it('has a dozen for each language', () => {
    expect(Object.keys(PRESSING_WORDS).toSorted()).toEqual(LANGUAGES.toSorted());
    expect(Object.entries(PRESSING_WORDS).filter(([, words]) => words.split(' ').length < 12)).toEqual([]);
  });

  it.each([
    ['en', 'Unfortunately you must agree; we recommend it.', ['Unfortunately', 'must', 'recommend']],
    ['de', 'Leider müssen Sie zustimmen, das empfehlen wir.', ['Leider', 'müssen', 'empfehlen']],
    ['fr', 'Malheureusement, vous devez accepter.', ['Malheureusement', 'devez']],
    ['ro', 'Din păcate trebuie să acceptați.', ['Din păcate', 'trebuie']],
    ['ar', 'للأسف يجب عليك الموافقة', ['للأسف', 'يجب']],
    ['en', 'A mustard is no pressing word, nor is a needle.', []],
  ])('finds what presses in %s: %s', (language, text, words) => {
    expect(pressingWords(language, text)).toEqual(words);
  });
});

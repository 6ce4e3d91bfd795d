import { describe, expect, it } from 'vitest';
import { MEETING_FIELDS, OPERATOR_FIELDS, SITE_FIELDS } from '../../src/desk/draft.js';
import { HEADER_FORMATS } from '../../src/desk/header-formats.js';
import { PRESETS } from '../../src/desk/presets.js';
import { SCREENINGS } from '../../src/desk/screening-languages.js';
import { QUESTIONS } from '../../src/desk/screening-questions.js';
import { screeningMarkdown } from '../../src/desk/screening.js';
import { de } from '../../src/desk-page/texts/de.js';
import { en } from '../../src/desk-page/texts/en.js';
import { fr } from '../../src/desk-page/texts/fr.js';
import { readRepoFile } from '../support/repo-files.js';

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, de, fr };
/** Names of products and headers, which no language translates. */
const NAMES = /^(?:preset_(?:jaas|meet-jit-si|renater|webconf|visio|element-call|whereby)|format_(?:nginx|apache|caddy|netlify)|headersFor)$/;

describe.each(Object.keys(texts))('the desk in %s', (lang) => {
  const { [lang]: own = {} } = texts;

  it('has every text, and none in English', () => {
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.entries(own).filter(([key, text]) => text.trim() === '' || (lang !== 'en' && text === (en as Readonly<Record<string, string>>)[key] && !NAMES.test(key)))).toEqual([]);
  });

  it('has words for every preset, question and server', () => {
    const keys = [...PRESETS.map(({ id }) => `preset_${id}`), ...OPERATOR_FIELDS, ...MEETING_FIELDS, ...SITE_FIELDS, ...Object.keys(HEADER_FORMATS).map((name) => `format_${name}`)];
    expect(keys.filter((key) => own[key] === undefined)).toEqual([]);
  });

  it('has words for every advice that can follow from its questions', () => {
    // What only other options bring about.
    const others = ['max-age', 'memory', 'auto-start', 'stun'];
    const ids = [...readRepoFile('src/desk/advice.ts').matchAll(/^ {4}\['([a-z-]+)', '(?:info|low|medium)'/gm)].map(([, id = '']) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect([...ids, 'recording', 'transcription', 'livestream'].filter((id) => !others.includes(id) && own[`advice_${id}`] === undefined)).toEqual([]);
  });

  it('never says that anything is compliant', () => {
    expect(JSON.stringify([own, SCREENINGS[lang as 'en']])).not.toMatch(/compliant|konform|conforme|rechtssicher/i);
  });
});

describe.each(['de', 'fr'] as const)('the screening in %s', (lang) => {
  const { [lang]: screening } = SCREENINGS;

  it('asks and advises as the English one does', () => {
    const lengths = (one: typeof screening): number[] => QUESTIONS.map(({ id }) => one.questions[id].length);
    expect(lengths(screening)).toEqual(lengths(SCREENINGS.en));
    // Where an option is named, it is the same one.
    const [own, english] = [screening, SCREENINGS.en].map((one) => JSON.stringify(one).match(/\b(?:audience|remember|recordingPolicy|livestream): [\w-]+|\((?:recipients|alternatives|transfer\.tool|recipients, hosts, analytics|retention|role)\)/g)?.toSorted());
    expect(english?.length).toBeGreaterThan(10);
    expect(own).toEqual(english);
  });

  it('leaves nothing in English', () => {
    const report = screeningMarkdown(Object.fromEntries(QUESTIONS.map(({ id }) => [id, true])), screening);
    expect(report).not.toMatch(/\b(?:the|and|not answered|What to do|None)\b/);
    expect(report.split('\n').length).toBe(screeningMarkdown(Object.fromEntries(QUESTIONS.map(({ id }) => [id, true]))).split('\n').length);
  });
});

import { englishName } from '../facts/countries.js';

/** Facts that stand in texts. */
export type Params = Readonly<Record<string, string | number>>;

/** Gives a text with its facts filled in. */
export type Translate<Key extends string> = (key: Key, params?: Params) => string;

/** Makes the function that gives texts: the owner's own words first, the language's otherwise. */
export function createTranslate<Key extends string>(
  messages: Readonly<Record<Key, string>>,
  own: Readonly<Record<string, string>> = {},
): Translate<Key> {
  return (key, params = {}) => {
    const text = Object.hasOwn(own, key) ? String(own[key]) : messages[key];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? isolate(text, String(params[name])) : whole));
  };
}

/**
 * A fact for a text. Where either is written right to left, it is set apart by signs that nobody sees (U+2068, U+2069):
 * otherwise `8x8, Inc.` and `+49 761 …` would have their ends turned round (docs/law.md R103).
 */
export function isolate(text: string, fact: string): string {
  return /[\u0590-\u08ff]/.test(text + fact) ? `\u2068${fact}\u2069` : fact;
}

/** Texts that the browser has made once: a page may have a hundred gates of one operator. */
const made = new Map<string, string>();

/**
 * Gives a text that the browser makes; something else where it cannot. The first one costs 10 to 15 ms, so English does
 * without, and other languages have it made while their texts are fetched.
 */
function makeOnce(key: string, otherwise: string, make: () => string | undefined): string {
  let text = made.get(key);
  if (text !== undefined) return text;
  try {
    text = make() ?? otherwise;
  } catch {
    text = otherwise; // An unknown tag, or a browser that knows less.
  }
  made.set(key, text);
  return text;
}

const isEnglish = (lang: string): boolean => /^en\b/i.test(lang);

/** The name of a country (ISO 3166-1 alpha-2) in a language; the code itself where the browser knows none. */
export function countryName(code: string, lang: string): string {
  return makeOnce(`${code} ${lang}`, code, () => (isEnglish(lang) && englishName(code)) || new Intl.DisplayNames([lang], { type: 'region' }).of(code));
}

/** A number of days in words, with the plural of the language; the number alone where the browser cannot tell. */
export function duration(days: number, lang: string): string {
  if (isEnglish(lang)) return `${days} day${days === 1 ? '' : 's'}`;
  return makeOnce(`${days} ${lang}`, String(days), () => new Intl.NumberFormat(lang, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days));
}

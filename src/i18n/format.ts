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
 * otherwise `8x8, Inc.` and `+49 761 …` would have their ends turned round (law R103).
 */
export function isolate(text: string, fact: string): string {
  return /[\u0590-\u08ff]/.test(text + fact) ? `\u2068${fact}\u2069` : fact;
}

/** The name of a country (ISO 3166-1 alpha-2) in a language; the code itself where the browser knows none. */
export function countryName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code;
  } catch {
    return code; // An unknown tag: the code is understood too.
  }
}

/** A number of days in words, with the plural of the language; the number alone where the browser cannot tell. */
export function duration(days: number, lang: string): string {
  try {
    return new Intl.NumberFormat(lang, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
  } catch {
    return String(days);
  }
}

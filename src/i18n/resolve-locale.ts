/** The languages that there are texts in (ISO 639-1), English first. */
export const LANGUAGES = 'en ar bg cs da de el es et fi fr ga he hr hu is it lt lv mt nb nl pl pt ro sk sl sv tr uk'.split(' ');

/** Written right to left. */
const RIGHT_TO_LEFT = /^(ar|he|fa|ur)$/;

/** Languages whose files cannot be had: nobody is shown one of them any more on this page view. */
export const lost = new Set<string>();

/** Other codes of the same language. */
const SAME: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', iw: 'he' };

/** The language that a gate is shown in. */
export interface Locale {
  /** What its texts are in. */
  readonly language: string;
  /** What dates, times and names of countries are written by: with the region, where one was asked for (BCP 47). */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * The first of the wanted languages (BCP 47 tags) whose texts are there or can be fetched, or of which the owner has texts; English if there
 * is none. What an owner's language lacks is English.
 */
export function resolveLocale(wanted: readonly string[], own: object): Locale {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split('-')[0] ?? '';
    const language = SAME[code] ?? code;
    if ((LANGUAGES.includes(language) || Object.hasOwn(own, language)) && !lost.has(language)) return { language, tag: isTag(tag) ? tag : language, dir: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr' };
  }
  return { language: 'en', tag: 'en', dir: 'ltr' };
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // An author's slip, such as `de_AT`: the language alone is meant well enough.
  }
}

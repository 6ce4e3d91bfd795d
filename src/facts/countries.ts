/**
 * `facts`: what is known of countries and of meeting software, each with its source. Pure data and functions that only read
 * it; nothing here knows of options, texts, decisions or pages. Facts that a page needs at once and those that are wanted
 * later lie in files of their own.
 */

/** The European Economic Area: the European Union's members, Iceland, Liechtenstein and Norway (https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:21994A0103(01)). */
const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

/**
 * Whether a country (ISO 3166-1 alpha-2) is in the European Economic Area, where sending data is no transfer to a third
 * country (docs/law.md R52).
 */
export function isInEea(code: string): boolean {
  return EEA.includes(code);
}

/** The English names of the countries in which most operators are (CLDR 48, https://cldr.unicode.org). */
const NAMES: Readonly<Record<string, string>> = {
  AT: 'Austria', DE: 'Germany', FR: 'France', US: 'United States',
};

/** The English name of a country (ISO 3166-1 alpha-2) in which many operators are; undefined for others. */
export const englishName = (code: string): string | undefined => NAMES[code];

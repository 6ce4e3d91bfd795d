import { warnOnce } from '../lib/warn-once.js';
import { lost } from './resolve-locale.js';

/** Texts by their keys. */
export type Texts = Readonly<Record<string, string>>;

/** What is fetched of a language: what the first look needs, and all that comes after. */
export type Part = 'first' | 'more';

/** What of which language has been fetched. English comes with the files that use it, but for facts that few sites have. */
const loaded = new Map<string, Texts>();
const loading = new Map<string, Promise<void>>();

async function textsFrom(language: string, part: Part): Promise<Texts> {
  // A language of the owner's own stands over English.
  const { [language]: locale } = language === 'en' ? {} : (await import('./locales.js')).LOCALES;
  if (!locale) return part === 'first' ? (await import('./locales/en.js')).first : {};
  return (await locale[part]() as unknown as Readonly<Record<Part, Texts>>)[part];
}

async function fetchTexts(language: string, part: Part): Promise<void> {
  try {
    loaded.set(language + part, await textsFrom(language, part));
  } catch (error) {
    // The gate's own file cannot be had: the next of the wanted languages, as a whole, is better than one in pieces.
    warnOnce('language', `upload the folder jitsi-gate/: ${error as Error}`);
    lost.add(language);
    loaded.set(language + part, {});
  }
}

/** Fetches a part of a language, once a page. Never rejects: a language that cannot be had is `lost`. */
export function loadTexts(language: string, part: Part): Promise<void> {
  const key = language + part;
  const known = loading.get(key) ?? (textsOf(language, part) ? Promise.resolve() : fetchTexts(language, part));
  loading.set(key, known);
  return known;
}

/** The texts of a part of a language, to be laid over the English ones; undefined until they are fetched. */
export function textsOf(language: string, part: Part): Texts | undefined {
  return language + part === 'enmore' ? {} : loaded.get(language + part);
}

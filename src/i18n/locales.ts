import type { Messages } from './messages.js';
import type { MoreMessages } from './more-messages.js';

/** Where the texts of a language are fetched from. */
export interface Locale {
  first(): Promise<{ readonly first: Messages }>;
  more(): Promise<{ readonly more: MoreMessages }>;
}

/** Every language but English, whose texts are always there. Each file is fetched only by who reads it. */
export const LOCALES: Readonly<Record<string, Locale>> = {
  ar: { first: () => import('./locales/ar.js'), more: () => import('./locales/ar-more.js') },
  bg: { first: () => import('./locales/bg.js'), more: () => import('./locales/bg-more.js') },
  cs: { first: () => import('./locales/cs.js'), more: () => import('./locales/cs-more.js') },
  da: { first: () => import('./locales/da.js'), more: () => import('./locales/da-more.js') },
  de: { first: () => import('./locales/de.js'), more: () => import('./locales/de-more.js') },
  el: { first: () => import('./locales/el.js'), more: () => import('./locales/el-more.js') },
  es: { first: () => import('./locales/es.js'), more: () => import('./locales/es-more.js') },
  et: { first: () => import('./locales/et.js'), more: () => import('./locales/et-more.js') },
  fi: { first: () => import('./locales/fi.js'), more: () => import('./locales/fi-more.js') },
  fr: { first: () => import('./locales/fr.js'), more: () => import('./locales/fr-more.js') },
  ga: { first: () => import('./locales/ga.js'), more: () => import('./locales/ga-more.js') },
  he: { first: () => import('./locales/he.js'), more: () => import('./locales/he-more.js') },
  hr: { first: () => import('./locales/hr.js'), more: () => import('./locales/hr-more.js') },
  hu: { first: () => import('./locales/hu.js'), more: () => import('./locales/hu-more.js') },
  is: { first: () => import('./locales/is.js'), more: () => import('./locales/is-more.js') },
  it: { first: () => import('./locales/it.js'), more: () => import('./locales/it-more.js') },
  lt: { first: () => import('./locales/lt.js'), more: () => import('./locales/lt-more.js') },
  lv: { first: () => import('./locales/lv.js'), more: () => import('./locales/lv-more.js') },
  mt: { first: () => import('./locales/mt.js'), more: () => import('./locales/mt-more.js') },
  nb: { first: () => import('./locales/nb.js'), more: () => import('./locales/nb-more.js') },
  nl: { first: () => import('./locales/nl.js'), more: () => import('./locales/nl-more.js') },
  pl: { first: () => import('./locales/pl.js'), more: () => import('./locales/pl-more.js') },
  pt: { first: () => import('./locales/pt.js'), more: () => import('./locales/pt-more.js') },
  ro: { first: () => import('./locales/ro.js'), more: () => import('./locales/ro-more.js') },
  sk: { first: () => import('./locales/sk.js'), more: () => import('./locales/sk-more.js') },
  sl: { first: () => import('./locales/sl.js'), more: () => import('./locales/sl-more.js') },
  sv: { first: () => import('./locales/sv.js'), more: () => import('./locales/sv-more.js') },
  tr: { first: () => import('./locales/tr.js'), more: () => import('./locales/tr-more.js') },
  uk: { first: () => import('./locales/uk.js'), more: () => import('./locales/uk-more.js') },
};

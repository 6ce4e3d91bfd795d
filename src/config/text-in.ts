/** A text, or one for each language (BCP 47 tag). */
export type TextByLanguage = string | Readonly<Record<string, string>>;

/** A text in a language: that of its tag, of its language alone, English, or else the first that there is. */
export function textIn(text: TextByLanguage, lang: string): string {
  return typeof text === 'string' ? text : text[lang] ?? text[lang.split('-')[0] ?? ''] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

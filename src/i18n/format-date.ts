/** A day (ISO 8601) as the language writes it. */
export const dateText = (day: string, lang: string): string => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

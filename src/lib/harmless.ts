/** A text as a terminal may show it: what is no sign could be a command, or turn round what follows. */
export const harmless = (text: string): string => text.replaceAll(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\u{FFFD}');

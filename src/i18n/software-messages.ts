/** The English texts about meeting software besides Jitsi, and about meetings that can only be linked to. `{name}` stands for a fact. */
export const enSoftware = {
  storedForTab: 'Settings, until you close the tab',
  storedWithAccount: 'A guest account, made on loading, with its keys and settings, until you delete them',
  storedUnknown: 'not stated by the maker of the software',
  for_account: 'A guest account, made when the meeting is loaded',
  for_key: 'Keys that decrypt the meeting',
  for_log: 'A log of events, for reports of faults',
  blind: 'This page cannot see whether the meeting is recorded, or is over.',
  newTab: 'Open in a new tab',
  linkOnly: 'This meeting runs with {software} on {domain}. It cannot be shown on this page. A link opens it in a new tab; nothing is sent before.',
};

export type SoftwareKey = keyof typeof enSoftware;

/** These texts in one language: `locales/<language>-software.ts`. */
export type SoftwareMessages = Readonly<Record<SoftwareKey, string>>;

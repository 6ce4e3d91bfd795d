import type { ChoiceKey } from './choice-messages.js';
import type { RareKey } from './locales/en.js';

/**
 * `i18n`: every text that a visitor reads, and how facts are put into it. Knows no state and no markup.
 * Texts are consent texts: a change of meaning belongs into the CHANGELOG.
 */

/**
 * The English texts of the first look. `{name}` stands for a fact. Those of facts that few sites have are fetched as another language is
 * (`locales/en.ts`).
 */
const usual = {
  title: 'Video meeting',
  titleNamed: 'Video meeting: {title}',
  intro: 'This meeting runs with {software} on {domain}. {site} loads it only if you agree.',
  operator: 'Run by',
  operatorIs: '{name}, {country}',
  purpose: 'Purpose',
  purposeIs: 'Taking part in this meeting',
  sent: 'Sent on loading',
  sentIs: 'IP address, browser, device, time, addresses of this site and meeting',
  call: 'In the call',
  callIs: 'Picture, sound, entered name, chat, shared screens and an identifier, to server and participants',
  stored: 'Stored on your device',
  storedIs: 'Settings and an identifier, until you delete them',
  transfer: 'Transfer',
  transfer_unknown: 'To {country}, outside the EEA. No safeguard for your data there has been stated.',
  recording: 'Recording',
  transcription: 'Transcript',
  livestream: 'Live stream',
  certainty_never: 'no',
  certainty_possible: 'possible; loading is no consent to it',
  certainty_always: 'yes, always',
  certainty_unknown: 'not known',
  withdrawal: 'Withdraw at any time with one click above the meeting.',
  privacyNotice: 'Privacy notice',
  alternatives: 'Other ways to take part',
  accept: 'Load meeting from {name}',
  decline: 'Do not load',
  remember: 'Load from {name} on this site for up to {duration} without asking again',
  details: 'All details',
  waiting: 'One moment…',
  stuck: 'Nothing came. Check your connection, press again, or reload the page.',
  cancel: 'Cancel',
};

export type MessageKey = keyof typeof usual | RareKey;

/** The English texts that are there from the start. Whoever draws rarer facts lays their texts over them (`load.ts`). */
export const en = usual as Readonly<Record<MessageKey, string>>;

/** The texts before a yes in one language: `locales/<language>.ts`. English has them in two parts. */
export type Messages = Readonly<Record<MessageKey | ChoiceKey, string>>;

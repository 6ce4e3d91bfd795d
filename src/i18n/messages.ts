import type { ChoiceKey } from './choice-messages.js';

/**
 * `i18n`: every text that a visitor reads, and how facts are put into it. Knows no state and no markup.
 * Texts are consent texts: a change of meaning belongs into the CHANGELOG.
 */

/** The English texts of the first look. `{name}` stands for a fact. */
export const en = {
  title: 'Video meeting',
  titleNamed: 'Video meeting: {title}',
  intro: 'This meeting runs on {domain}. {site} loads it only if you agree, and nothing of it before.',
  introService: 'This meeting runs on {domain}. {site} loads it when you start it, and nothing of it before.',
  operator: 'Run by',
  operatorIs: '{name}, {country}',
  purpose: 'Purpose',
  purposeIs: 'Taking part in this meeting',
  sent: 'Sent on loading',
  sentIs: 'Your IP address, browser and device details, the time, and the addresses of this site and of the meeting',
  stored: 'Stored on your device',
  storedIs: 'Settings and an identifier, until you delete them',
  storedIsJaas: 'Settings and an identifier, also used to count users for billing, until you delete them',
  transfer: 'Transfer',
  transfer_unknown: 'To {country}, outside the EEA. No safeguard for your data there has been stated.',
  transfer_adequacy: 'To {country}, for which the European Commission has found adequate protection',
  transfer_dpf: 'To {country}. {name} is in the EU-U.S. Data Privacy Framework, {site} states.',
  transfer_scc: 'To {country}, under standard contractual clauses',
  transfer_art49: 'To {country}, without adequate protection there: authorities may read your data and you may lack legal remedies',
  analytics: 'Statistics',
  analyticsIs: 'The server analyses how the meeting is used',
  recording: 'Recording',
  transcription: 'Transcript',
  livestream: 'Live stream',
  certainty_never: 'no',
  certainty_possible: 'possible; loading is no consent to it',
  certainty_always: 'yes, always',
  certainty_unknown: 'not known',
  withdrawal: 'You can withdraw at any time with one click above the meeting.',
  withdrawalService: 'You can leave at any time with one click above the meeting.',
  privacyNotice: 'Privacy notice',
  alternatives: 'Other ways to take part',
  accept: 'Load meeting from {name}',
  acceptService: 'Start the meeting',
  decline: 'Do not load',
  remember: 'For {duration}, load meetings from {name} on this site without asking again',
  details: 'All details',
  waiting: 'One moment…',
  stuck: 'Nothing came. Check your connection, press again, or reload the page.',
  cancel: 'Cancel',
};

export type MessageKey = keyof typeof en;

/** The texts before a yes in one language: `locales/<language>.ts`. English has them in two parts. */
export type Messages = Readonly<Record<MessageKey | ChoiceKey, string>>;

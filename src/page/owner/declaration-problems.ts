import type { Operator } from '../../config/operator.js';
import type { Settings } from '../../config/settings.js';
import type { TextByLanguage } from '../../config/text-in.js';
import { enChanges } from '../../i18n/change-messages.js';
import { enChoice } from '../../i18n/choice-messages.js';
import { enDetails } from '../../i18n/detail-messages.js';
import { first as rare } from '../../i18n/locales/en.js';
import { enMeeting } from '../../i18n/meeting-messages.js';
import { en } from '../../i18n/messages.js';
import { LANGUAGES } from '../../i18n/resolve-locale.js';
import { enSettings } from '../../i18n/settings-messages.js';
import { unnamedStun } from '../../facts/software/jitsi-hosts.js';
import type { Problem } from './page-problems.js';

/** Whether a text is there in a language (BCP 47 tag), or counts for all. */
const isIn = (text: TextByLanguage | undefined, lang: string): boolean => (
  text === undefined || typeof text === 'string' || lang in text || (lang.split('-')[0] ?? '') in text);

/** The owner's texts by language, by their paths. */
function textsOf({ key, privacyUrl, retention, recipients = [], alternatives = [] }: Operator): Readonly<Record<string, TextByLanguage | undefined>> {
  const texts: Record<string, TextByLanguage | undefined> = { privacyUrl, retention };
  recipients.forEach(({ purpose }, index) => (texts[`recipients.${index}.purpose`] = purpose));
  alternatives.forEach(({ label, url }, index) => Object.assign(texts, { [`alternatives.${index}.label`]: label, [`alternatives.${index}.url`]: url }));
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [`operators.${key}.${path}`, text]));
}

/** Every text that a language of the owner's own has to have. */
const KEYS = Object.keys({ ...en, ...rare, ...enChoice, ...enChanges, ...enDetails, ...enMeeting, ...enSettings });

/** What a language that we do not have still lacks, and is shown in English. */
export function languageProblems({ messages }: Settings): Problem[] {
  return Object.entries(messages).flatMap(([tag, texts]): Problem[] => {
    const missing = LANGUAGES.includes(tag.split('-')[0] ?? '') ? [] : KEYS.filter((key) => !Object.hasOwn(texts, key));
    return missing.length === 0 ? [] : [{ code: 'texts', message: `messages.${tag} lacks ${missing.length} texts, which are shown in English: ${missing.join(', ')}` }];
  });
}

/** What of an operator the visitor would have to be told and is not, or not in the page's language. */
export function declarationProblems(operator: Operator, settings: Settings, lang: string): Problem[] {
  const { privacyUrl, legalBasis, jitsi } = settings;
  const stun = unnamedStun(jitsi?.configOverwrite);
  const isDeclared = operator.recipients?.length || operator.hosts?.includes(stun ?? '');
  const texts = Object.entries({ privacyUrl, legalBasis, ...textsOf(operator) }).filter(([, text]) => !isIn(text, lang));
  return [
    ...stun && !isDeclared ? [{ code: 'recipients', message: `jitsi.configOverwrite turns direct connections on, so calls of two ask ${stun} (8x8, Inc., US); declare it among operators.${operator.key}.recipients, or name your own server in p2p.stunServers there and on the server` } as const] : [],
    ...texts.map(([path]) => ({ code: 'texts', message: `${path} has no text in ${lang}; another language is shown` } as const)),
  ];
}

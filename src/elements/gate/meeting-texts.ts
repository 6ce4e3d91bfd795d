import { type ChoiceKey, enChoice } from '../../i18n/choice-messages.js';
import { type Translate, createTranslate } from '../../i18n/format.js';
import { type MeetingKey, enMeeting } from '../../i18n/meeting-messages.js';
import { type MessageKey, en } from '../../i18n/messages.js';
import type { Look } from './first-facts.js';

/** The texts that follow a choice, in the gate's language and with the owner's words. */
export const meetingTexts = (look: Look): Translate<MessageKey | ChoiceKey | MeetingKey> => (
  createTranslate({ ...en, ...enChoice, ...enMeeting, ...look.texts }, look.own));

import { type Translate, createTranslate } from '../i18n/format.js';
import { type MeetingKey, enMeeting } from '../i18n/meeting-messages.js';
import { type MessageKey, en } from '../i18n/messages.js';
import type { Look } from './facts.js';

/** The texts of what comes after a choice, in the gate's language and with the owner's words. */
export const meetingTexts = (look: Look): Translate<MessageKey | MeetingKey> => (
  createTranslate({ ...en, ...enMeeting, ...look.texts }, look.own));

/** What a screen reader is told of a press that does not count. It speaks of a change only: the same words again need some difference. */
export function pressAgain(look: Look | undefined, before: string): string {
  const text = look ? meetingTexts(look)('pressAgain') : '';
  return text === before ? `${text}\u00a0` : text;
}

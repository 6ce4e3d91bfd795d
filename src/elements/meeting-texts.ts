import { type Translate, createTranslate } from '../i18n/format.js';
import { type MeetingKey, enMeeting } from '../i18n/meeting-messages.js';
import { type MessageKey, en } from '../i18n/messages.js';
import type { GateLook } from './view-parts.js';

/** The texts of what comes after a choice, in the gate's language and with the owner's words. */
export const meetingTexts = (look: GateLook): Translate<MessageKey | MeetingKey> => (
  createTranslate({ ...en, ...enMeeting, ...look.texts }, look.own));

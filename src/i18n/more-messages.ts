import type { ChangeKey } from './change-messages.js';
import type { DetailKey } from './detail-messages.js';
import type { MeetingKey } from './meeting-messages.js';
import type { SettingsKey } from './settings-messages.js';

/** All texts that come after the first look, in one language: `locales/<language>-more.ts`. */
export type MoreMessages = Readonly<Record<ChangeKey | DetailKey | MeetingKey | SettingsKey, string>>;

import { MEETING_ALLOW, type Software } from './software.js';
import { entriesOf } from './stored-entry.js';

/** La Suite Meet, which visitors know as Visio (https://github.com/suitenumerique/meet, src/frontend/src/features). It sends no messages. */
export const visio: Software = {
  name: 'Visio (La Suite Meet)',
  address: ({ origin, room }) => `${origin}/${room}`,
  room: /^[a-z\d]{3}-?[a-z\d]{4}-?[a-z\d]{3}$/i,
  roomIs: 'a room like abc-defg-hij',
  allow: MEETING_ALLOW,
  stored: [
    ...entriesOf('Cookie', 'deleted', { identifier: ['lobbyParticipantId'], signIn: ['sessionid', 'csrftoken'] }),
    ...entriesOf('localStorage', 'deleted', {
      person: ['app_user'],
      settings: ['app_notification_settings', 'app_user_preferences', 'app_accessibility_settings', 'lk-user-choices', 'silent-login-retry', 'silent-mic-detection-discarded', 'i18nextLng'],
    }),
  ],
  storedIs: 'storedIs',
};

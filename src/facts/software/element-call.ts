import { MEETING_ALLOW, type Software } from './software.js';
import { entriesOf } from './stored-entry.js';

/**
 * Element Call 0.26 (https://github.com/element-hq/element-call, docs/url-params.md): whatever names the room is behind the `#`, which no
 * server gets. Its page makes a guest account as soon as it is loaded. Outside of Matrix clients it sends no messages.
 */
export const elementCall: Software = {
  name: 'Element Call',
  address({ origin, room, lang }) {
    const isId = room.startsWith('!');
    const params = new URLSearchParams({ ...isId && { roomId: room }, lang, confineToRoom: 'true', header: 'none' });
    return `${origin}/room/#/${isId ? '' : encodeURIComponent(room)}?${params}`;
  },
  room: /^[^/]+$/,
  roomIs: 'a name of one part, or the id of a room',
  allow: [...MEETING_ALLOW, 'clipboard-write', 'screen-wake-lock'],
  stored: [
    ...entriesOf('localStorage', 'deleted', { account: ['matrix-auth-store'], key: ['room-shared-key-*'], settings: ['matrix-setting-*', 'lastSeenSurveyDate', 'loglevel:*'] }),
    ...entriesOf('IndexedDB', 'deleted', { account: ['matrix-js-sdk:element-call-sync'], key: ['matrix-js-sdk::matrix-sdk-crypto', 'matrix-js-sdk::matrix-sdk-crypto-meta'], log: ['logs-element-call'] }),
  ],
  storedIs: 'storedWithAccount',
};

import { EMPTY_PART, MAX_ROOM_LENGTH, NOT_IN_ROOM } from '../facts/software/jitsi-rooms.js';

/** Whether a text may be used as a room's name (`room` or `tenant/room`). `room-issue.ts` says why not. */
export function isRoom(text: string): boolean {
  const room = text.normalize('NFC');
  return room.length <= MAX_ROOM_LENGTH && !NOT_IN_ROOM.test(room) && !room.split('/').some((part) => EMPTY_PART.test(part.trim()));
}

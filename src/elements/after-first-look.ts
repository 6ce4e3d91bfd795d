/** What a gate fetches after its first look, as one file: views of what comes after a choice, the guard of its buttons, hints for the owner. */
export * from './meeting-views.js';
export { pressAgain } from './meeting-texts.js';
export { guardClicks } from './click-guard.js';
export { tellRoomHint } from '../config/room-hint.js';

/** What a gate fetches after its first look, as one file: views of what comes after a choice, and hints for the owner. */
export * from './meeting-views.js';
export { tellRoomHint } from '../config/room-hint.js';

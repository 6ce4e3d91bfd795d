import type { Frame, Page } from 'playwright/test';
import type { Foreign } from './foreign.js';
import { emitFromMeeting } from './meeting-frame.js';

/** Ways to embed a meeting. */
export const MODES = ['api', 'frame'] as const;

export type Mode = (typeof MODES)[number];

/** What becomes of a gate. */
export interface Ending {
  readonly what: string;
  readonly to: 'live' | 'ended' | 'failed';
  /** The code of the event `jitsi-gate-error`, where there is one. */
  readonly code?: string;
  /** What the visitor reads. */
  readonly says: string;
  /** Whether trying again is offered; only where the gate failed. */
  readonly retry?: boolean;
}

/** Something that happens during a call. */
export interface InCall extends Ending {
  act(meeting: Frame, page: Page): Promise<unknown>;
}

const error = (name: string, type: string, isFatal = true) => (meeting: Frame): Promise<void> => (
  emitFromMeeting(meeting, 'error-occurred', { error: { name, type, isFatal } }));
const kicked = (local: boolean) => (meeting: Frame): Promise<void> => (
  emitFromMeeting(meeting, 'participant-kicked-out', { kicked: { id: 'a', name: 'A', local }, kicker: { id: 'b', name: 'B' } }));

const LIVE = 'Meeting on a server of Example GmbH, Germany';
const LOST = 'The connection to the meeting was lost. Check your connection and join again.';
const REPORTED = 'The meeting reported an error and was closed.';
const OVER = 'The meeting is over';

/** Every event of a running meeting that decides something, and those that look as if they did. */
export const IN_CALL: readonly InCall[] = [
  { what: 'the connection is dropped', act: error('connection.droppedError', 'CONNECTION'), to: 'failed', code: 'connection-lost', says: LOST, retry: true },
  { what: 'the server fails', act: error('connection.serverError', 'CONNECTION'), to: 'failed', code: 'connection-lost', says: LOST, retry: true },
  { what: 'no way through the network is found', act: error('conference.iceFailed', 'CONFERENCE'), to: 'failed', code: 'connection-lost', says: LOST, retry: true },
  { what: 'the conference breaks', act: error('conference.focusLeft', 'CONFERENCE'), to: 'failed', code: 'meeting-error', says: REPORTED, retry: true },
  { what: 'the server is set up wrongly', act: error('config', 'CONFIG'), to: 'failed', code: 'meeting-error', says: REPORTED, retry: true },
  {
    what: 'an error is told as the documentation has it, flat',
    act: (meeting) => emitFromMeeting(meeting, 'error-occurred', { type: 'CONFERENCE', isFatal: true }),
    to: 'failed', code: 'meeting-error', says: REPORTED, retry: true,
  },
  { what: 'an error is mended by the meeting itself', act: error('conference.chatError', 'CONFERENCE', false), to: 'live', says: LIVE },
  { what: 'a moderator removes the visitor', act: kicked(true), to: 'failed', code: 'kicked', says: 'You were removed from the meeting.', retry: false },
  { what: 'a moderator removes somebody else', act: kicked(false), to: 'live', says: LIVE },
  {
    what: 'the device sleeps', act: (meeting) => emitFromMeeting(meeting, 'suspend-detected'),
    to: 'failed', code: 'suspended', says: 'Your device went to sleep, so the meeting was closed.', retry: true,
  },
  {
    what: 'the conference is left again and again, as on reconnects and between breakout rooms',
    async act(meeting) {
      for (let time = 0; time < 3; time += 1) await emitFromMeeting(meeting, 'video-conference-left', { roomName: 'x' });
    },
    to: 'live', says: LIVE,
  },
  { what: 'the visitor leaves in the meeting', act: (meeting) => meeting.evaluate(() => window.standIn?.leave()), to: 'ended', says: OVER },
  {
    what: 'the visitor joined again from elsewhere, and the meeting closes',
    act: (meeting) => emitFromMeeting(meeting, 'video-ready-to-close'), to: 'ended', says: OVER,
  },
  {
    what: 'the meeting sends what nobody knows',
    async act(meeting) {
      for (const name of ['error-occurred', 'participant-kicked-out', 'made-up', '__proto__', 'constructor']) await emitFromMeeting(meeting, name);
    },
    to: 'live', says: LIVE,
  },
];

/** Something that goes wrong on the way into a meeting. */
export interface OnTheWay extends Ending {
  readonly modes?: readonly Mode[];
  /** Lines of the page's head. */
  readonly head?: string;
  readonly room?: string;
  readonly timeout?: number;
  prepare?(foreign: Foreign): unknown;
}

const isPage = (url: URL): boolean => url.pathname.endsWith('-room');
const policy = (rule: string): string => `<meta http-equiv="Content-Security-Policy" content="${rule}">`;
const REFUSED = 'The meeting of Example GmbH did not open. Its server may be out of reach, or may not allow it on this website.';
const POLICY = 'The settings of this website do not let the meeting in. Please tell Example practice.';
const UNREACHABLE = 'The server of Example GmbH could not be reached. Check your connection or try again later.';

/** Every way in which a meeting does not come about. */
export const ON_THE_WAY: readonly OnTheWay[] = [
  {
    what: 'the script is not there', modes: ['api'], prepare: (foreign) => foreign.respond('external_api.js', { status: 404 }),
    to: 'failed', code: 'unreachable', says: UNREACHABLE, retry: true,
  },
  {
    what: 'the network is gone', modes: ['api'], prepare: (foreign) => foreign.respond('external_api.js', { abort: 'internetdisconnected' }),
    to: 'failed', code: 'unreachable', says: UNREACHABLE, retry: true,
  },
  {
    what: 'the script is another one', modes: ['api'], prepare: (foreign) => foreign.respond('external_api.js', { body: 'window.somethingElse = 1;' }),
    to: 'failed', code: 'no-api', says: 'The server of Example GmbH did not send a meeting. Try again later.', retry: true,
  },
  {
    what: 'the page has a module loader (AMD)', modes: ['api'], head: '<script>window.define = Object.assign(() => { window.swallowed = true; }, { amd: {} });</script>',
    to: 'live', says: LIVE,
  },
  {
    what: 'the script never comes', modes: ['api'], timeout: 1000, prepare: (foreign) => foreign.respond('external_api.js', { hang: true }),
    to: 'failed', code: 'timeout', says: 'The server of Example GmbH did not answer in time.', retry: true,
  },
  {
    what: 'the page of the meeting never comes', timeout: 1500, prepare: (foreign) => foreign.respond(isPage, { hang: true }),
    to: 'failed', code: 'timeout', says: 'The server of Example GmbH did not answer in time.', retry: true,
  },
  { what: 'the page of the meeting stays silent', timeout: 1500, room: 'stall-silent-room', to: 'failed', code: 'refused', says: REFUSED, retry: true },
  {
    what: 'the page of the meeting may not be framed', timeout: 1500,
    prepare: (foreign) => foreign.respond(isPage, { body: '<p>No</p>', headers: { 'x-frame-options': 'DENY' } }),
    to: 'failed', code: 'refused', says: REFUSED, retry: true,
  },
  {
    what: "the site's policy refuses the frame", head: policy("frame-src 'none'"),
    to: 'failed', code: 'policy', says: POLICY, retry: false,
  },
  {
    what: "the site's policy refuses the script", modes: ['api'], head: policy("script-src 'self'"),
    to: 'failed', code: 'policy', says: POLICY, retry: false,
  },
  { what: 'the visitor gives up in the lobby', room: 'cancel-lobby-room', to: 'ended', says: OVER },
  { what: 'the meeting fails before anybody joined', room: 'fatal-error-room', to: 'failed', code: 'connection-lost', says: LOST, retry: true },
];

import type { View } from './view.js';
import { isSwitchedOn } from './switches.js';

/** What the meeting knows when it starts. */
export interface MeetingOptions {
  readonly room: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly view: View;
  readonly send: (name: string, data?: Record<string, unknown>) => void;
}

/** A pretended conference: the events of a real one in a real one's order, without audio, video or a server. */
export interface Meeting {
  start(): void;
  join(): void;
  leave(): void;
  command(name: string, args: readonly unknown[]): void;
  answer(name: string): unknown;
}

function describeSelf(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const displayName = params['userInfo.displayName'];
  const known = typeof displayName === 'string' && displayName !== '' ? displayName : undefined;
  return { displayName: known, formattedDisplayName: known === undefined ? 'me' : `${known} (me)` };
}

function isPrejoinOff(params: Readonly<Record<string, unknown>>): boolean {
  const prejoin = params['config.prejoinConfig'];
  return typeof prejoin === 'object' && prejoin !== null && 'enabled' in prejoin && prejoin.enabled === false;
}

function describeError(isFatal: boolean): Record<string, unknown> {
  const name = isFatal ? 'connection.droppedError' : 'conference.iceFailed';
  const type = isFatal ? 'CONNECTION' : 'CONFERENCE';
  return { error: { name, message: 'The stand-in was told to fail.', type, isFatal } };
}

interface Call {
  phase: 'prejoin' | 'call' | 'left';
  readonly muted: { audio: boolean; video: boolean };
}

function createAnswers(call: Call): Readonly<Record<string, () => unknown>> {
  return {
    'is-audio-muted': () => call.muted.audio,
    'is-video-muted': () => call.muted.video,
    'is-audio-available': () => true,
    'is-video-available': () => true,
    'is-sharing-screen': () => false,
    'get-p2p-status': () => false,
    'session-id': () => (call.phase === 'call' ? 'stand-in-session' : ''),
    'deployment-info': () => ({ environment: 'stand-in' }),
    'get-livestream-url': () => ({}),
    'rooms-info': () => ({ rooms: [] }),
  };
}

function createJoin(call: Call, { room, params, view, send }: MeetingOptions): () => void {
  return () => {
    if (call.phase === 'call') return;
    call.phase = 'call';
    if (isSwitchedOn(room, 'late-recording')) {
      send('recording-status-changed', { on: true, mode: 'file', transcription: false });
    }
    const identity = { roomName: room, id: 'a1b2c3d4', ...describeSelf(params), email: params['userInfo.email'] };
    send('video-conference-joined', { ...identity, avatarURL: undefined, breakoutRoom: false, visitor: false });
    view.show('call');
  };
}

function createLeave(call: Call, { room, view, send }: MeetingOptions): () => void {
  return () => {
    if (call.phase === 'call') send('video-conference-left', { roomName: room });
    if (call.phase === 'call' && isSwitchedOn(room, 'double-left')) send('video-conference-left', { roomName: room });
    call.phase = 'left';
    send('video-ready-to-close');
    view.show('left');
  };
}

function createStart({ room, params, view, send }: MeetingOptions, join: () => void, leave: () => void): () => void {
  return () => {
    send('browser-support', { supported: true });
    send('ready');
    if (isSwitchedOn(room, 'host-storage')) {
      send('local-storage-changed', { localStorageContent: '{"jitsiMeetId":"stand-in"}' });
    }
    if (isSwitchedOn(room, 'soft-error')) send('error-occurred', describeError(false));
    if (isSwitchedOn(room, 'fatal-error')) return send('error-occurred', describeError(true));
    if (isSwitchedOn(room, 'cancel-lobby')) return leave();
    if (isPrejoinOff(params)) return join();
    send('prejoin-screen-loaded', { id: 'local', ...describeSelf(params) });
    view.show('prejoin');
  };
}

/** Creates the meeting; nothing is sent before `start`. */
export function createMeeting(options: MeetingOptions): Meeting {
  const { room, params, view, send } = options;
  const isOff = (key: string): boolean => params[key] === true;
  const muted = { audio: isOff('config.startWithAudioMuted'), video: isOff('config.startWithVideoMuted') };
  const call: Call = { phase: 'prejoin', muted };
  const join = createJoin(call, options);
  const leave = createLeave(call, options);
  const answers = createAnswers(call);
  const mute = (kind: 'audio' | 'video', value: boolean): void => {
    muted[kind] = value;
    send(`${kind}-mute-status-changed`, { muted: value });
    view.showMuted(kind, value);
  };
  const command = (name: string, args: readonly unknown[]): void => {
    if (name === 'video-hangup' && !isSwitchedOn(room, 'no-hangup')) leave();
    if (name === 'toggle-audio') mute('audio', !muted.audio);
    if (name === 'toggle-video') mute('video', !muted.video);
    if (name === 'subject' && typeof args[0] === 'string') {
      view.setTitle(args[0]);
      send('subject-change', { subject: args[0] });
    }
  };
  view.showMuted('audio', muted.audio);
  view.showMuted('video', muted.video);
  const answer = (name: string): unknown => (Object.hasOwn(answers, name) ? answers[name]?.() : undefined);
  return { start: createStart(options, join, leave), join, leave, command, answer };
}

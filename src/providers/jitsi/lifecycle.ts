import type { FailureCode, MeetingFailure } from '../provider.js';

/** What an event of a meeting means for the gate. */
export type Signal = 'joined' | 'ended' | MeetingFailure;

type Read = (payload: Readonly<Record<string, unknown>>) => Signal | undefined;

const asObject = (value: unknown): Readonly<Record<string, unknown>> => Object(value) as Readonly<Record<string, unknown>>;

/** The gate closes a meeting on a fatal error; what Jitsi mends by itself is none of the gate's business. */
function readError(payload: Readonly<Record<string, unknown>>): Signal | undefined {
  // The wire has it nested, the documentation shows it flat (docs/jitsi.md §1.9).
  const { name, type, isFatal } = asObject(payload['error'] ?? payload);
  if (isFatal !== true) return undefined;
  // Names of lib-jitsi-meet's JitsiConnectionErrors and JitsiConferenceErrors.
  const isNetwork = type === 'CONNECTION' || name === 'conference.iceFailed';
  const code: FailureCode = isNetwork ? 'connection-lost' : 'meeting-error';
  // Anything but a name like Jitsi's own may be whatever the server put there, and is not quoted.
  const told = typeof name === 'string' && /^[\w.-]{1,80}$/.test(name) ? name : 'a fatal error';
  return { code, message: `the meeting reported ${told}` };
}

const joined: Read = () => 'joined';

/**
 * Every event that decides where a gate goes, and what it means (docs/jitsi.md §1.9). `videoConferenceLeft` is not among
 * them: it may come repeatedly, on every reconnect and change of a breakout room.
 */
export const LIFECYCLE: Readonly<Record<string, Read>> = {
  // Each of these is the meeting's page itself saying that the visitor can use it.
  ready: joined,
  prejoinScreenLoaded: joined,
  passwordRequired: joined,
  videoConferenceJoined: joined,
  // Also after a lobby or a password was cancelled, and when the visitor joined again from elsewhere.
  readyToClose: () => 'ended',
  errorOccurred: readError,
  participantKickedOut: (payload) => (
    asObject(payload['kicked'])['local'] === true ? { code: 'kicked', message: 'a moderator removed the visitor' } : undefined),
  suspendDetected: () => ({ code: 'suspended', message: 'the device slept' }),
};

/** What an event means; undefined where it changes nothing. Never throws, whatever it carries. */
export function readSignal(event: string, payload: unknown): Signal | undefined {
  return Object.hasOwn(LIFECYCLE, event) ? LIFECYCLE[event]?.(asObject(payload)) : undefined;
}

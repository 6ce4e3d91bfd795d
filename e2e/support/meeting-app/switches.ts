/**
 * Ways the meeting page can misbehave, each switched on by a room name that contains its key. They are read from the
 * room because that alone travels through every layer unchanged.
 */
export const switches = {
  'stall-silent': 'sends nothing at all, not even the transport handshake',
  'fatal-error': 'sends a fatal error right after `ready`, and never joins',
  'soft-error': 'sends a non-fatal error right after `ready`, and goes on',
  'no-hangup': 'ignores the command to hang up',
  'late-recording': 'reports a running recording before the join, as a late joiner sees it',
  'double-left': 'reports the end of the conference twice, as a reconnect does',
  'cancel-lobby': 'closes at once without ever joining, as a cancelled lobby does',
  'host-storage': 'asks the host page to keep its storage, as Safari and blocked storage make it do',
} as const;

/** The name of one misbehaviour. */
export type Switch = keyof typeof switches;

/** Tells whether a room asks for a misbehaviour. */
export function isSwitchedOn(room: string, name: Switch): boolean {
  return room.includes(name);
}

import type { Connection, MediaKind } from './connection.js';

/**
 * Keeps microphone and camera off while it is held, also if the visitor turns them on in the meeting. Jitsi can only turn
 * them over, so each is asked for first and watched. Returns how to hold and to let go; letting go turns nothing on.
 */
export function createMuteHold(connection: Connection): (isHeld: boolean) => void {
  let isHeld = false;
  const holds = (['audio', 'video'] as const).map((kind) => holdOne(connection, kind, () => isHeld));
  return (held) => {
    if (held === isHeld) return;
    isHeld = held;
    if (held) for (const hold of holds) hold();
  };
}

function holdOne(connection: Connection, kind: MediaKind, isHeld: () => boolean): () => void {
  // Undefined: not known.
  let isMuted: boolean | undefined;
  // Turned over and not yet confirmed. What the meeting says twice must not turn it back on, and so on without end.
  let isTurning = false;
  const mute = (): void => {
    if (!isHeld() || isMuted !== false || isTurning) return;
    isTurning = true;
    connection.toggle(kind);
  };
  const take = (muted: boolean): void => {
    isMuted = muted;
    if (muted) isTurning = false;
    mute();
  };
  const hold = (): void => {
    if (isMuted !== undefined) return mute();
    connection.isMuted(kind).then((muted) => {
      if (isMuted === undefined) take(muted);
    }).catch(() => undefined); // The meeting is gone, and with it whatever could be heard.
  };
  connection.listen(`${kind}MuteStatusChanged`, (payload) => take((Object(payload) as { muted?: unknown }).muted !== false));
  // The meeting's page has loaded, maybe anew, and starts with what it was set to.
  connection.listen('ready', () => {
    isMuted = undefined;
    isTurning = false;
  });
  connection.listen('videoConferenceJoined', () => {
    if (isHeld()) hold();
  });
  return () => {
    isTurning = false;
    hold();
  };
}

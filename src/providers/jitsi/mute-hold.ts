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
  // Undefined: not known, or just turned over and not yet confirmed.
  let isMuted: boolean | undefined;
  const mute = (): void => {
    if (!isHeld() || isMuted !== false) return;
    isMuted = undefined;
    connection.toggle(kind);
  };
  connection.listen(`${kind}MuteStatusChanged`, (payload) => {
    isMuted = (Object(payload) as { muted?: unknown }).muted !== false;
    mute();
  });
  return () => {
    if (isMuted !== undefined) return mute();
    connection.isMuted(kind).then((muted) => {
      isMuted ??= muted;
      mute();
    }).catch(() => undefined); // The meeting is gone, and with it whatever could be heard.
  };
}

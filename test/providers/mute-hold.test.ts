import { describe, expect, it } from 'vitest';
import type { Connection, MediaKind } from '../../src/providers/jitsi/connection.js';
import { createMuteHold } from '../../src/providers/jitsi/mute-hold.js';

/** A meeting as the hold sees it: commands and news take a turn each, and each news may come more than once. */
interface Meeting {
  readonly connection: Connection;
  readonly muted: Record<MediaKind, boolean>;
  readonly toggles: MediaKind[];
  set(kind: MediaKind, isMuted: boolean): void;
  /** The page of the meeting loads anew, with everything on. */
  reload(): void;
}

/** Enough turns of the meeting for whatever a hold does to come to rest; a loop would still turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function createMeeting({ muted = { audio: false, video: false }, times = 1 } = {}): Meeting {
  const listeners: [string, (payload: unknown) => void][] = [];
  const toggles: MediaKind[] = [];
  const tell = (event: string, payload: unknown): void => {
    for (const [name, listener] of listeners) if (name === event) listener(payload);
  };
  const set = (kind: MediaKind, isMuted: boolean): void => {
    muted[kind] = isMuted;
    for (let time = 0; time < times; time += 1) setImmediate(() => tell(`${kind}MuteStatusChanged`, { muted: isMuted }));
  };
  const connection: Connection = {
    iframe: {} as HTMLIFrameElement,
    handle: {},
    listen: (event, listener) => void listeners.push([event, listener]),
    hangUp: () => undefined,
    toggle: (kind) => {
      toggles.push(kind);
      setImmediate(() => set(kind, !muted[kind]));
    },
    isMuted: (kind) => new Promise((resolve) => setImmediate(() => resolve(muted[kind]))),
    close: () => undefined,
  };
  const reload = (): void => {
    Object.assign(muted, { audio: false, video: false });
    tell('ready', {});
    tell('videoConferenceJoined', {});
  };
  return { connection, muted, toggles, set, reload };
}

describe('while it is held, a visitor', () => {
  it.each([1, 2])('is muted once each time they turn the microphone on, if the meeting says everything %i times', async (times) => {
    const { connection, muted, toggles, set } = createMeeting({ times });
    createMuteHold(connection)(true);
    await settled();
    expect([muted, toggles]).toEqual([{ audio: true, video: true }, ['audio', 'video']]);
    set('audio', false);
    await settled();
    expect([muted, toggles]).toEqual([{ audio: true, video: true }, ['audio', 'video', 'audio']]);
  });

  it('who mutes in the same moment is not left unmuted', async () => {
    const { connection, muted, set } = createMeeting();
    createMuteHold(connection)(true);
    setImmediate(() => setImmediate(() => set('audio', true)));
    await settled();
    expect(muted).toEqual({ audio: true, video: true });
  });

  it('is muted again when the meeting’s page has loaded anew', async () => {
    const { connection, muted, reload } = createMeeting();
    createMuteHold(connection)(true);
    await settled();
    reload();
    await settled();
    expect(muted).toEqual({ audio: true, video: true });
  });
});

describe('once it is let go, a visitor', () => {
  it('is left as they are, also when they turn something on', async () => {
    const { connection, muted, toggles, set } = createMeeting();
    const hold = createMuteHold(connection);
    hold(true);
    await settled();
    hold(false);
    set('video', false);
    await settled();
    expect([muted, toggles]).toEqual([{ audio: true, video: false }, ['audio', 'video']]);
  });

  it('is muted when it is held again', async () => {
    const { connection, muted, set } = createMeeting({ times: 2 });
    const hold = createMuteHold(connection);
    hold(true);
    await settled();
    hold(false);
    set('video', false);
    await settled();
    hold(true);
    await settled();
    expect(muted).toEqual({ audio: true, video: true });
  });
});

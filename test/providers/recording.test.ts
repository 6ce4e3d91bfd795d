import { describe, expect, it } from 'vitest';
import type { Connection } from '../../src/providers/jitsi/connection.js';
import { watchRecording } from '../../src/providers/jitsi/recording.js';
import type { RecordingState } from '../../src/providers/provider.js';

interface Told {
  say(event: string, payload: unknown): void;
  readonly states: RecordingState[];
}

/** A watch with the policy `ask` over a meeting whose microphone and camera are off anyway. */
function watch(): Told {
  const listeners: [string, (payload: unknown) => void][] = [];
  const states: RecordingState[] = [];
  const connection: Connection = {
    iframe: {} as HTMLIFrameElement,
    handle: {},
    listen: (event, listener) => void listeners.push([event, listener]),
    hangUp: () => undefined,
    toggle: () => undefined,
    isMuted: async () => true,
    close: () => undefined,
  };
  watchRecording({ connection, isAsking: true, tell: (state) => void states.push(state) });
  const say = (event: string, payload: unknown): void => {
    for (const [name, listener] of listeners) if (name === event) listener(payload);
  };
  return { say, states };
}

const dialog = (open: boolean) => ['recordingConsentDialogOpen', { open }] as const;
const file = (on: boolean) => ['recordingStatusChanged', { on, mode: 'file', transcription: false }] as const;
const text = (on: boolean) => ['transcribingStatusChanged', { on }] as const;

type Said = readonly [event: string, payload: unknown];

const CASES: readonly (readonly [what: string, said: readonly Said[], asked: readonly string[]])[] = [
  ['Jitsi asks nothing', [file(true)], ['file']],
  ['Jitsi asks after the recording was told', [file(true), dialog(true), dialog(false)], []],
  ['Jitsi asks before the recording is told', [dialog(true), file(true), dialog(false)], []],
  ['Jitsi has asked and was answered before the recording is told', [dialog(true), dialog(false), file(true)], []],
  ['the noise of earlier recorders comes between', [dialog(true), file(false), dialog(false), file(false), file(true)], []],
  ['Jitsi asks about a recording while text is written already', [text(true), dialog(true), dialog(false), file(true)], []],
  ['what Jitsi asked about runs, and text begins later', [dialog(true), dialog(false), file(true), text(true)], ['transcription']],
  ['what Jitsi asked about never came, and text begins', [dialog(true), dialog(false), file(false), text(true)], ['transcription']],
  ['the recording ends before an answer', [file(true), file(false)], []],
  ['an unanswered recording begins again', [file(true), file(false), file(true)], ['file']],
];

describe('a visitor is asked', () => {
  it.each(CASES)('exactly about what nobody asked them yet: %s', (_what, said, asked) => {
    const { say, states } = watch();
    for (const [event, payload] of said) say(event, payload);
    expect(states.at(-1)?.asked ?? []).toEqual(asked);
  });
});

describe('a dialog of Jitsi’s', () => {
  it('before any recording is no news of one', () => {
    const { say, states } = watch();
    say(...dialog(true));
    say(...dialog(false));
    expect(states).toEqual([]);
  });
});

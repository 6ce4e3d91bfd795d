import type { RecordingMode } from '../provider.js';

/** What a meeting last said of each way of recording. */
export interface RecordingLevels {
  readonly file: boolean;
  readonly stream: boolean;
  readonly local: boolean;
  /** Whether the recording to a file, or the stream, is also turned into text. */
  readonly recorderText: Readonly<Record<string, boolean>>;
  /** Whether speech is turned into text without a recording. */
  readonly captions: boolean;
}

/** Nothing is recorded. */
export const NO_RECORDING: RecordingLevels = { file: false, stream: false, local: false, recorderText: {}, captions: false };

/** Events that say something about recording. */
export const RECORDING_EVENTS = ['recordingStatusChanged', 'transcribingStatusChanged'] as const;

/**
 * Takes in an event. Each is a level, not a change: it may come repeatedly, before the visitor has joined, and as the
 * noise of a recorder that failed (docs/jitsi.md §2.1). An unknown mode counts as a recording to a file: a notice too
 * many is better than one too few.
 */
export function readLevels(levels: RecordingLevels, event: string, payload: unknown): RecordingLevels {
  const { on, mode, transcription } = Object(payload) as Readonly<Record<string, unknown>>;
  if (typeof on !== 'boolean') return levels;
  if (event === 'transcribingStatusChanged') return { ...levels, captions: on };
  const kind = mode === 'stream' || mode === 'local' ? mode : 'file';
  const isText = transcription === true;
  // `{on: false, mode: 'stream', transcription: true}` is how text alone looks; its end is told by the other event.
  const isTextAlone = isText && !on;
  return {
    ...levels,
    [kind]: on,
    recorderText: { ...levels.recorderText, [kind]: on && isText },
    captions: levels.captions || isTextAlone,
  };
}

/** What is recorded, in the order in which it is told. */
export function activeModes({ file, stream, local, recorderText, captions }: RecordingLevels): RecordingMode[] {
  const isText = captions || Object.values(recorderText).includes(true);
  const active: Readonly<Record<RecordingMode, boolean>> = { file, stream, local, transcription: isText };
  return (Object.keys(active) as RecordingMode[]).filter((mode) => active[mode]);
}

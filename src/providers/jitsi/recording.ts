import { now } from '../../lib/clock.js';
import type { MeetingListener, RecordingMode, RecordingNotice } from '../provider.js';
import type { Connection } from './connection.js';
import { createMuteHold } from './mute-hold.js';
import { NO_RECORDING, RECORDING_EVENTS, activeModes, readLevels } from './recording-levels.js';

/** What of the site's policy and the visitor's answers a watch knows. */
interface Watch {
  readonly connection: Connection;
  readonly isAsking: boolean;
  tell: MeetingListener['recording'];
}

/** What of the ways of recording the visitor was asked already, here or by Jitsi. */
interface Questions {
  answer(modes: readonly RecordingMode[]): void;
  /** Which of them are still to be asked about. */
  open(modes: readonly RecordingMode[]): RecordingMode[];
  begin(modes: readonly RecordingMode[]): void;
  /** Jitsi's own dialog opens or closes while these run. */
  dialog(isOpen: boolean, running: readonly RecordingMode[]): void;
}

const isRecorded = (modes: readonly RecordingMode[]): boolean => modes.includes('file') || modes.includes('stream');

function createQuestions(): Questions {
  // Whoever records on the own device needs not be asked.
  const answered = new Set<RecordingMode>(['local']);
  let isJitsiAsking = false;
  // Jitsi asks as soon as a recorder is called, which may be long before the recording is told (docs/jitsi.md §2.3).
  let isAskedAhead = false;
  const answer = (modes: readonly RecordingMode[]): void => {
    for (const mode of modes) answered.add(mode);
  };
  return {
    answer,
    open: (modes) => modes.filter((mode) => !answered.has(mode)),
    begin(modes) {
      if (isJitsiAsking || (isAskedAhead && isRecorded(modes))) answer(modes);
      if (isRecorded(modes)) isAskedAhead = false;
    },
    dialog(isOpen, running) {
      isJitsiAsking = isOpen;
      if (!isOpen) return;
      answer(running);
      isAskedAhead = !isRecorded(running);
    },
  };
}

/**
 * Tells what of the meeting is recorded, from the first event on. With `recordingPolicy: ask` the visitor is asked once for
 * each way of recording, with microphone and camera off until the answer; where Jitsi asks in a dialog of its own, the
 * answer given there stands, and nothing is answered for the visitor.
 */
export function watchRecording({ connection, isAsking, tell }: Watch): void {
  let levels = NO_RECORDING;
  let isIn = false;
  const running = new Map<RecordingMode, RecordingNotice>();
  const questions = createQuestions();
  const hold = createMuteHold(connection);

  const show = (changed: Parameters<typeof tell>[1]): void => {
    const asked = isAsking ? questions.open([...running.keys()]) : [];
    hold(asked.length > 0);
    tell({ notices: [...running.values()], asked, stay }, changed);
  };
  const stay = (): void => {
    questions.answer([...running.keys()]);
    show([]);
  };
  const take = (event: string, payload: unknown): void => {
    levels = readLevels(levels, event, payload);
    const active = activeModes(levels);
    const begun = active.filter((mode) => !running.has(mode));
    const over = [...running.keys()].filter((mode) => !active.includes(mode));
    questions.begin(begun);
    for (const mode of begun) running.set(mode, { mode, since: now(), wasRunning: !isIn });
    for (const mode of over) running.delete(mode);
    const changed = [...begun.map((mode) => ({ mode, on: true })), ...over.map((mode) => ({ mode, on: false }))];
    if (changed.length > 0) show(changed);
  };

  for (const event of RECORDING_EVENTS) connection.listen(event, (payload) => take(event, payload));
  connection.listen('videoConferenceJoined', () => (isIn = true));
  connection.listen('recordingConsentDialogOpen', (payload) => {
    questions.dialog((Object(payload) as { open?: unknown }).open === true, [...running.keys()]);
    // Where nothing is recorded yet, there is nothing to tell.
    if (running.size > 0) show([]);
  });
}

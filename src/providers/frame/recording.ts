import { now } from '../../lib/clock.js';
import type { MeetingListener, RecordingMode, RecordingNotice } from '../provider.js';

/**
 * Keeps account of what a meeting says is recorded. That page takes no orders to mute, so nobody is asked: the notice and the way out are
 * what there is.
 */
export function createRecording(tell: MeetingListener['recording']): (mode: RecordingMode, on: boolean) => void {
  const running = new Map<RecordingMode, RecordingNotice>();
  return (mode, on) => {
    if (running.has(mode) === on) return;
    if (on) running.set(mode, { mode, since: now(), wasRunning: false });
    else running.delete(mode);
    tell({ notices: [...running.values()], asked: [], stay: () => undefined }, [{ mode, on }]);
  };
}

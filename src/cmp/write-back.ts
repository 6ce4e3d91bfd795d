import type { Answer } from '../config/platform.js';
import { warnOnce } from '../lib/warn-once.js';

/** How a platform is told. */
export interface WriteBackOptions {
  readonly platform: string;
  write(granted: boolean): void | Promise<void>;
  /** What it says now. */
  said(): Answer | undefined;
  /** Called after each attempt. */
  done(): void;
  readonly ended: AbortSignal;
}

/** How long is waited for a platform to write, in milliseconds. */
const WRITING = 10_000;

/** Makes what tells a platform of decisions, one after the other, of which the last one counts. Nobody waits for it. */
export function createWriteBack({ platform, write, said, done, ended }: WriteBackOptions): (granted: boolean) => void {
  let wanted: boolean | undefined;
  let isWriting = false;
  const run = async (): Promise<void> => {
    isWriting = true;
    while (wanted !== undefined && !ended.aborted) {
      const granted = wanted;
      wanted = undefined;
      if (said() === (granted ? 'granted' : 'denied')) continue;
      try {
        await Promise.race([write(granted), new Promise((resolve) => setTimeout(resolve, WRITING))]);
      } catch (error) {
        warnOnce('cmp', `${platform} could not be told (${String(error)})`);
      }
      done();
    }
    isWriting = false;
  };
  return (granted) => {
    wanted = granted;
    if (!isWriting) void run();
  };
}

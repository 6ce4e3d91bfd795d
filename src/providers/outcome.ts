import type { MeetingFailure } from './provider.js';

/** How a meeting comes to its end: the site's side leaves it, it ends by itself, or it fails. */
export type Outcome = 'left' | 'ended' | MeetingFailure;

/** The first outcome wins; later ones mean nothing. */
export interface PendingOutcome {
  readonly promise: Promise<Outcome>;
  isOpen(): boolean;
  settle(outcome: Outcome): void;
}

/** An outcome that is `left` as soon as the signal aborts. */
export function createOutcome(signal: AbortSignal): PendingOutcome {
  let isOpen = true;
  let resolve: (outcome: Outcome) => void;
  const promise = new Promise<Outcome>((done) => {
    resolve = done;
  });
  const settle = (outcome: Outcome): void => {
    isOpen = false;
    resolve(outcome);
  };
  if (signal.aborted) settle('left');
  signal.addEventListener('abort', () => settle('left'), { once: true });
  return { promise, settle, isOpen: () => isOpen };
}

/** Resolves when `promise` does, or after `milliseconds`. */
export function atMost(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void promise.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

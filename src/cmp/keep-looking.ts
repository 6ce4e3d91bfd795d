import { now } from '../lib/clock.js';

/** How often it is looked for something, in milliseconds, and how often after it is late. */
const OFTEN = 200;
const RARELY = 2000;

/** How long after the page has loaded something that has not come is late, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Looks again and again until `look` says that it need not, at once and as long as the page lasts: what an optimiser holds back until
 * the visitor's first press may come after minutes. `look` hears whether it is late.
 */
export function keepLooking(look: (isLate: boolean) => boolean, ended: AbortSignal): void {
  let loadedAt = document.readyState === 'complete' ? now() : Infinity;
  addEventListener('load', () => void (loadedAt = now()), { once: true, signal: ended });
  const step = (): void => {
    const isLate = now() - loadedAt >= PATIENCE;
    if (!ended.aborted && !look(isLate)) setTimeout(step, isLate ? RARELY : OFTEN);
  };
  step();
}

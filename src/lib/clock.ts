/** The current time in milliseconds since 1970, UTC. The only place that reads the clock. */
export function now(): number {
  return Date.now();
}

/** Milliseconds in one day. */
export const DAY = 86_400_000;

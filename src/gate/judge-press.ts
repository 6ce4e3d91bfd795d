import type { Aim, Place, Surroundings } from './press.js';

/** How long a visitor needs to see a button before a press of it is meant, in milliseconds (docs/law.md R88). */
export const AIMING = 400;

function holds({ box }: Place, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/**
 * Says why a press of a button that agrees to something does not count; undefined where it counts. The button was in view
 * for 400 ms; for a pointer it also lay under it 400 ms before, and nothing else was pressed in between.
 */
export function refusalOf({ time, point, places }: Aim, { otherPress, visibleSince }: Surroundings): string | undefined {
  const before = time - AIMING;
  let then: Place | undefined;
  for (const place of places) if (place.time <= before) then = place;
  const since = places.filter((place) => place.time > before && place.time <= time);
  if (visibleSince > before) return `the page was hidden less than ${AIMING} ms before`;
  if (!then?.box || since.some(({ box }) => !box)) return `the button was not in view for ${AIMING} ms`;
  if (!point) return undefined;
  if (!holds(then, point)) return `the button was elsewhere ${AIMING} ms before`;
  return otherPress > before && otherPress < time ? `something else was pressed less than ${AIMING} ms before` : undefined;
}

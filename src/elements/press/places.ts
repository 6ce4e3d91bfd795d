import type { Aim, Place } from '../../gate/press.js';

/** Buttons whose places are noted. */
export const followed = new WeakMap<EventTarget, Place[]>();
let observer: IntersectionObserver | undefined;

/** Who wants to know of each place that is noted; set by `moves.ts`, which is fetched later. */
export const followers: { noted?: (entry: IntersectionObserverEntry, places: Place[]) => void } = {};

function note(entry: IntersectionObserverEntry): void {
  const places = followed.get(entry.target) ?? [];
  places.push({ time: entry.time, box: entry.isIntersecting ? entry.boundingClientRect : undefined });
  followers.noted?.(entry, places);
}

/**
 * Whether nobody can tell an aimed press from a stray one, because a script took the observer away. Where owners test their pages without a
 * browser (jsdom) there is none either; nothing is pressed there that could count.
 */
export const isBlind = (): boolean => 'adoptedStyleSheets' in document && !globalThis.IntersectionObserver;

/** Asks the browser where a button is: it tells soon, and whenever the button comes into view or leaves it. */
export function lookAt(button: Element): void {
  if (!globalThis.IntersectionObserver) return;
  observer ??= new IntersectionObserver((entries) => entries.forEach(note));
  observer.unobserve(button);
  observer.observe(button);
}

/** Notes from now on where a button is. Nothing is measured, and no timer runs. */
export function followPlace(button: Element): void {
  if (followed.has(button)) return;
  followed.set(button, []);
  lookAt(button);
}

/** How a press came about; a button that nobody follows was nowhere. */
export function aimOf({ currentTarget, timeStamp: time, detail, clientX: x, clientY: y }: MouseEvent): Aim {
  const button = currentTarget as Element;
  // A key press has no count of clicks.
  return { button, time, point: detail === 0 ? undefined : { x, y }, places: [...followed.get(button) ?? []] };
}

import { AIMING } from '../../gate/judge-press.js';
import type { Place, Surroundings } from '../../gate/press.js';
import { followed, followers, lookAt } from './places.js';

/** From how much of a change on a button counts as moved, as parts of its area. */
const STEPS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** How far apart two looks at the same place may be, in CSS pixels. */
const SAME = 1;

let isListening = false;
let visibleSince = 0;
/** The button that was pressed last, or anything else; when; and when another one was before. */
let pressed: EventTarget | undefined;
let pressedAt = -Infinity;
let pressedBefore = -Infinity;

/**
 * The margins that leave of the window only the box of an element, so that each of its moves changes what is left of it. They reach
 * beyond the window where the box does: what comes into view from there has moved.
 */
function marginsAround({ boundingClientRect: { left, top, right, bottom }, rootBounds }: IntersectionObserverEntry): string {
  // In a frame the root is the window around it.
  const { width, height } = (window.parent === window && rootBounds) || { width: innerWidth, height: innerHeight };
  return [top, width - right, height - bottom, left].map((margin) => `${-Math.floor(margin)}px`).join(' ');
}

function isSamePlace(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  return [a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom].every((difference) => Math.abs(difference) < SAME);
}

/**
 * Watches the box in which a button is, and how much of it is in view, until one of them changes, then asks where it is now. The browser
 * tells of moves (Intersection Observer): as long as nothing moves, nothing is measured and no timer runs.
 */
function watchBox(entry: IntersectionObserverEntry, places: Place[]): void {
  const { target, time, isIntersecting, boundingClientRect } = entry;
  while ((places[1]?.time ?? time) < time - AIMING) places.shift();
  if (!isIntersecting) return;
  const observers = [{ root: document, rootMargin: marginsAround(entry) }, {}].map((where) => {
    let isFirst = true;
    const observer = new IntersectionObserver(([now]) => {
      // The first call says how things are; a difference to what was known is a move, too.
      const isSame = isFirst && now && isSamePlace(now.boundingClientRect, boundingClientRect);
      isFirst = false;
      if (isSame) return;
      for (const each of observers) each.disconnect();
      lookAt(target);
    }, { ...where, threshold: STEPS });
    observer.observe(target);
    return observer;
  });
}

/** Notes presses in the page. */
function listen(): void {
  isListening = true;
  addEventListener('pointerdown', (event) => {
    const path = event.composedPath();
    const target = path.find((each) => followed.has(each)) ?? path[0];
    if (target !== pressed) pressedBefore = pressedAt;
    pressed = target;
    pressedAt = event.timeStamp;
  }, { capture: true, passive: true });
  addEventListener('visibilitychange', (event) => (visibleSince = event.timeStamp), true);
}

/** From now on notes also the moves of buttons in view; `buttons` are those that are followed already. */
export function followMoves(buttons: Iterable<Element>): void {
  followers.noted = watchBox;
  if (!isListening) listen();
  for (const button of buttons) lookAt(button);
}

/** What happened in the page besides a press of a button. */
export function surroundingsOf(button: Element): Surroundings {
  return { otherPress: button === pressed ? pressedBefore : pressedAt, visibleSince };
}

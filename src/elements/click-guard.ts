import { ofDocument } from '../lib/of-document.js';
import { warnOnce } from '../lib/warn-once.js';
import { lookAt } from './in-sight.js';

/** How long a button must have been in sight, and under the pointer in one place, before a press of it counts: milliseconds (law R88). */
const STILL = 400;
/** How often buttons in sight are looked at, in milliseconds. */
const LOOK_EVERY = 100;

/** The buttons by which something is agreed to. */
const GUARDED = '[part=accept],[part=stay],[part=allow]';

/** Where a button was seen last, and since when: at all, and in that place. Times are those of `performance.now()`. */
interface Seen {
  readonly place: string;
  readonly shown: number;
  readonly still: number;
}

/** A press of a button as the browser sent it; the path has to be read before it is over. */
export interface Press {
  readonly path: readonly EventTarget[];
  readonly event: Event;
}

/** Whether a press was meant: says so of every press of a button by which nothing is agreed to. */
export type ClickGuard = (press: Press) => boolean;

// Of the prototype, because a field of a form would stand in front of its own (law R75).
const { getAttribute, matches } = Element.prototype;

let lastPress = -Infinity;
let isListening = false;

/** Notes when something else in the page was pressed: what it made room for is not what was aimed at. */
function listenForPresses(): void {
  if (isListening) return;
  isListening = true;
  window.addEventListener('pointerdown', (event) => {
    const isOurs = event.composedPath().some((target) => target instanceof Element && /^jitsi-gate/i.test(target.tagName));
    if (!isOurs) lastPress = event.timeStamp;
  }, { capture: true, passive: true });
}

function placeOf(button: Element): string {
  const { left, top, width, height } = button.getBoundingClientRect();
  return [left, top, width, height].map(Math.round).join();
}

/** What a warning calls an element: nothing of its content. */
function nameOf(element: Element): string {
  const [id, classes] = ['id', 'class'].map((name) => getAttribute.call(element, name));
  return `<${element.tagName.toLowerCase()}${id ? ` id="${id}"` : ''}${classes ? ` class="${classes}"` : ''}>`;
}

function ignore(why: string): false {
  warnOnce('click', `a press was ignored: ${why}`);
  return false;
}

function isInSight(button: Element, path: readonly EventTarget[]): boolean {
  const { sight, cover } = lookAt(button, path);
  if (cover) return ignore(`${nameOf(cover)} covers the button`);
  return sight === 'seen' || ignore('the button is not in sight');
}

/** Follows the guarded buttons of a gate while it is in sight. Returns how long one has been there; nothing of one that is not. */
function watchButtons(root: ShadowRoot, shownAt: number): (button: Element) => Seen | undefined {
  let seen = new Map<Element, Seen>();
  const look = (drawn = performance.now()): void => {
    const now = performance.now();
    const isHidden = ofDocument('hidden');
    seen = new Map([...root.querySelectorAll(GUARDED)].map((button) => {
      const place = placeOf(button);
      const { shown, still, place: before } = isHidden ? { shown: now, still: now, place } : seen.get(button) ?? { shown: drawn, still: drawn, place };
      return [button, { place, shown, still: place === before ? still : now }];
    }));
  };

  look(shownAt);
  let timer: ReturnType<typeof setInterval> | undefined;
  new IntersectionObserver((entries) => {
    clearInterval(timer);
    // A gate out of sight costs nothing, and appears anew.
    if (entries.at(-1)?.isIntersecting) {
      look();
      timer = setInterval(look, LOOK_EVERY);
    } else {
      seen = new Map();
    }
  }).observe(root.host);

  return (button) => {
    look();
    return seen.get(button);
  };
}

/**
 * Watches the buttons of a gate or of the settings, and tells which presses were meant (law R88): not those that come
 * when a button has just appeared or moved, nor right after a press of something else, nor where it cannot be seen.
 * `shownAt` is when the buttons that are there now were drawn.
 */
export function guardClicks(root: ShadowRoot, shownAt: number): ClickGuard {
  listenForPresses();
  const seenOf = watchButtons(root, shownAt);
  const isMeant = (button: Element, { path, event }: Press): boolean => {
    const { shown = Infinity, still = Infinity } = seenOf(button) ?? {};
    // The focus stays on its button, wherever that moves.
    const isByKey = (event as MouseEvent).detail === 0;
    const since = isByKey ? shown : Math.max(still, lastPress);
    if (ofDocument('hidden')) return ignore('the page is hidden');
    if (!(event.timeStamp - since >= STILL)) return ignore(`it came within ${STILL} ms of the button's appearing or moving, or of another press`);
    return isInSight(button, path);
  };
  return (press) => {
    const button = press.path.find((target) => target instanceof Element && matches.call(target, GUARDED)) as Element | undefined;
    try {
      return !button || isMeant(button, press);
    } catch (error) {
      return ignore(String(error)); // The page has broken what the guard looks with: in doubt, nothing is agreed to.
    }
  };
}

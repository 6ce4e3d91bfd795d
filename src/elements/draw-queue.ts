import { warnOnce } from '../lib/warn-once.js';

/** How long one slice may take, in milliseconds, with the layout of what the slice before it has drawn. */
const SLICE = 14;

interface Waiting {
  readonly element: Element;
  readonly draw: () => void;
}

let waiting: Waiting[] = [];
let isDrawing = false;
let isAsked = false;

function drawOne({ draw }: Waiting): void {
  try {
    draw();
  } catch (error) {
    // One odd element must not keep the others from being drawn.
    warnOnce('gate', String(error), 'error');
  }
}

/** Asked of the prototype: in a form, a field of that name would stand in front of the method (docs/law.md R75). */
const boxOf = ({ element }: Waiting): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** Elements in the window come first. One measurement for all of them, before anything changes the page. */
function sort(all: readonly Waiting[]): [inWindow: Waiting[], others: Waiting[]] {
  const isSeen = (each: Waiting): boolean => {
    const { top, bottom } = boxOf(each);
    return bottom >= 0 && top <= innerHeight;
  };
  const seen = new Set(all.filter(isSeen));
  return [[...seen], all.filter((each) => !seen.has(each))];
}

function drawSlice(): void {
  const end = performance.now() + SLICE;
  // The browser lays out here what is drawn so far. If it did so once for several slices, that would block a frame.
  if (waiting[0]) boxOf(waiting[0]);
  isDrawing = true;
  while (waiting[0] && performance.now() < end) drawOne(waiting.shift() as Waiting);
  isDrawing = false;
  // A task of its own, so that the browser can paint and answer in between.
  if (waiting.length > 0) setTimeout(drawSlice);
}

/**
 * Draws what waits: what is in the window at once, everything else in slices, down to the last element, also if nobody
 * scrolls there: screen readers and the browser's search look for it.
 */
export function drawWaiting(): void {
  isAsked = false;
  const [first, others] = waiting.length > 1 ? sort(waiting) : [waiting, []];
  waiting = [];
  isDrawing = true;
  first.forEach(drawOne);
  isDrawing = false;
  waiting = [...waiting, ...others];
  if (waiting.length > 0) setTimeout(drawSlice);
}

/** Has an element drawn for the first time: with the others of this turn, or at once from within a drawing. */
export function drawInTurn(element: Element, draw: () => void): void {
  if (isDrawing) return drawOne({ element, draw });
  waiting.push({ element, draw });
  if (isAsked) return;
  isAsked = true;
  queueMicrotask(drawWaiting);
}

/** When gates were on screen, in milliseconds since the navigation started. */
export interface Sightings {
  /** Boxes that the page has. */
  boxes: number;
  /** Gates found so far. */
  found: number;
  first: number | undefined;
  /** Every gate that the first window shows. */
  visible: number | undefined;
  all: number | undefined;
  /** When the newest gate was found. */
  last: number;
  shifts: number;
  longTasks: number[];
  /** Milliseconds from a press to the next frame, of the slowest event; undefined below 16, which browsers do not tell. */
  press: number | undefined;
  /** Time of the last click, on the same clock. */
  click: number | undefined;
}

declare global {
  interface Window {
    bench: Sightings;
  }
}

/** Notes what the browser itself tells: long tasks, shifts, clicks and how long they took. */
function observe(): void {
  const seen: Sightings = {
    boxes: 0, found: 0, first: undefined, visible: undefined, all: undefined, last: 0, shifts: 0, longTasks: [], press: undefined, click: undefined,
  };
  window.bench = seen;
  const watch = (type: string, note: (entry: PerformanceEntry) => void): void => {
    const options = { type, buffered: true, durationThreshold: 16 };
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe(options);
  };
  watch('longtask', ({ duration }) => seen.longTasks.push(duration));
  watch('layout-shift', (entry) => {
    if (!Reflect.get(entry, 'hadRecentInput')) seen.shifts += Number(Reflect.get(entry, 'value'));
  });
  watch('event', (entry) => {
    if (Reflect.get(entry, 'interactionId')) seen.press = Math.max(seen.press ?? 0, entry.duration);
  });
  addEventListener('click', ({ timeStamp }) => (seen.click = timeStamp), { capture: true });
}

/** The control that agrees: in a box, or in an open shadow root in it. */
function findControl(box: Element, accept: string): Element | null {
  const plain = box.querySelector(accept);
  if (plain) return plain;
  for (const { shadowRoot } of box.querySelectorAll('*')) {
    const inside = shadowRoot?.querySelector(accept);
    if (inside) return inside;
  }
  return null;
}

/** Notes what a frame has shown. Places are asked for only right after such a frame: at other times that would cost a layout. */
function noteShown(found: ReadonlyMap<Element, Element>, boxes: readonly Element[], done: Set<Element>): void {
  const now = performance.now();
  const seen = window.bench;
  const isInWindow = (box: Element): boolean => box.getBoundingClientRect().top < innerHeight;
  const isDrawn = (control: Element): boolean => control.checkVisibility({ visibilityProperty: true }) && control.getClientRects().length > 0;
  for (const [box, control] of found) {
    const isIn = isInWindow(box);
    if (isIn && !isDrawn(control)) continue;
    if (isIn) seen.first ??= now;
    seen.last = now;
    done.add(box);
  }
  const missing = boxes.filter((box) => !done.has(box));
  [seen.boxes, seen.found] = [boxes.length, done.size];
  // While the page is being read, more boxes may come.
  if (document.readyState === 'loading') return;
  if (found.size > 0 && !missing.some(isInWindow)) seen.visible ??= now;
  if (missing.length === 0) seen.all ??= now;
}

/**
 * Looks once a frame, the same way for all contenders, for controls that agree. What is found before a frame and has a place
 * in the window after it was painted with it.
 */
function detect(accept: string): void {
  const done = new Set<Element>();
  const look = (): void => {
    const boxes = [...document.querySelectorAll('.box')];
    const found = new Map<Element, Element>();
    for (const box of boxes) {
      const control = done.has(box) ? null : findControl(box, accept);
      if (control) found.set(box, control);
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      noteShown(found, boxes, done);
      if (window.bench.all === undefined) requestAnimationFrame(look);
    };
    port2.postMessage(undefined);
  };
  requestAnimationFrame(look);
}

/** The script to run in a page before its own; without a selector it only observes. */
export function detectorScript(accept: string): string {
  const parts = [findControl, noteShown, detect].map(String).join('\n');
  const looking = accept === '' ? '' : `${parts}\ndetect(${JSON.stringify(accept)});`;
  // The transpiler names functions by a helper of its own, which pages lack.
  return `{ globalThis.__name = (target) => target; (${observe.toString()})(); ${looking} }`;
}

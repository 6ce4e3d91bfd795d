import { isPromise } from '../lib/is-promise.js';
import { warnOnce } from '../lib/warn-once.js';
import { drawInTurn } from './draw-queue.js';
import { h } from './h.js';

// On a server there are no elements; importing this there must change nothing.
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** How an element looks and behaves. */
export interface Display {
  connect(): void;
  disconnect(): void;
}

/** Gives an element its display; a promise where that has to be fetched. */
export type OpenDisplay<Element extends HTMLElement, D extends Display> = (element: Element, root: ShadowRoot) => D | Promise<D>;

/**
 * An element whose display comes when it enters a page. Until then, and where that cannot be had, its own content shows.
 */
export abstract class LazyElement<D extends Display> extends Base {
  readonly #root: ShadowRoot;
  protected display: D | undefined;
  #opening: Promise<D> | undefined;
  #isOn = false;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.append(h('slot'));
  }

  /** Gives the display of this element. */
  protected abstract open(root: ShadowRoot): D | Promise<D>;

  connectedCallback(): void {
    drawInTurn(this, () => this.#connect());
  }

  #connect(): void {
    const display = this.display ?? this.#opening ?? this.open(this.#root);
    if (!isPromise(display)) return this.#turnOn(display);
    this.#opening = display;
    display.then((opened) => this.#turnOn(opened)).catch((error: unknown) => {
      this.#opening = undefined;
      // The gate's own files cannot be had: the author's content stays, and nothing can be loaded.
      warnOnce('gate', String(error), 'error');
    });
  }

  /** The element may have left, or come back, while its display was on its way. */
  #turnOn(display: D): void {
    this.display = display;
    if (!this.isConnected || this.#isOn) return;
    this.#isOn = true;
    display.connect();
  }

  /** Moved by `moveBefore`, an element has not left the page, and a frame in it goes on (https://dom.spec.whatwg.org/#dom-parentnode-movebefore). */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    if (this.#isOn) this.display?.disconnect();
    this.#isOn = false;
  }
}

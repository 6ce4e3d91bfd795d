import { ofDocument } from '../lib/of-document.js';
import { warnOnce } from '../lib/warn-once.js';

// On a server there are no elements; importing this there must change nothing.
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** What an element looks like and does, once it is fetched. */
export interface Part {
  connect(): void;
  disconnect(): void;
}

/**
 * An element that fetches what it looks like and does when it enters a page. Until then, and where that cannot be had, its
 * own content shows.
 */
export abstract class LazyElement<P extends Part> extends Base {
  readonly #root: ShadowRoot;
  protected inner: P | undefined;
  #loading: Promise<P> | undefined;
  #isOn = false;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.append(ofDocument('createElement').call(document, 'slot'));
  }

  /** Fetches the part and makes it for this element. */
  protected abstract load(root: ShadowRoot): Promise<P>;

  async connectedCallback(): Promise<void> {
    try {
      this.#loading ??= this.load(this.#root);
      this.inner = await this.#loading;
      // The element may have left, or come back, while this was on its way.
      if (!this.isConnected || this.#isOn) return;
      this.#isOn = true;
      this.inner.connect();
    } catch (error) {
      this.#loading = undefined;
      // The gate's own files cannot be had: the author's content stays, and nothing can be loaded.
      warnOnce('gate', String(error), 'error');
    }
  }

  disconnectedCallback(): void {
    if (this.#isOn) this.inner?.disconnect();
    this.#isOn = false;
  }
}

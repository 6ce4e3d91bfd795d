import { EMBED_ATTRIBUTES } from '../config/embed-attributes.js';
import type { GateState } from '../gate/states.js';
import type { GateIssue } from '../lib/errors.js';
import { warnOnce } from '../lib/warn-once.js';
import type { GatePart } from './gate-part.js';

// On a server there are no elements; importing this there must change nothing.
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** What a placeholder says about its gate besides attributes. */
export interface GateSource {
  /** The address of an `iframe[data-jitsi-src]` that the gate stands for. */
  readonly src?: string;
  /** How the owner wrote the attributes, for messages: `data-jitsi-` on placeholders. */
  readonly prefix: string;
  /** What is wrong with the placeholder beyond its values. */
  readonly issues: readonly GateIssue[];
}

/**
 * A gate where a meeting would be. Its own content is the fallback: it shows where script does not run and while the
 * gate cannot be used.
 *
 * @attr room - name of the room, or `tenant/room`; required
 * @attr operator - key of a declared operator; default: the site's default operator
 * @attr domain - selects the declared operator with that domain
 * @attr title - name of the meeting, shown as text
 * @attr lang - language of the gate and the meeting
 * @attr start - `click` or `auto`: what a remembered grant does on a later page view
 * @attr subject - name shown inside the meeting
 * @attr height - height of the meeting in CSS pixels; default 560
 * @attr poster - image of the page's own origin, shown above the text
 * @attr state - read only: `invalid`, `asking`, `ready`, `loading`, `live`, `ended`, `declined` or `failed`
 * @slot - fallback content
 * @csspart accept - the button that loads, joins or rejoins
 * @csspart decline - the button that refuses
 * @csspart remember - the box to be remembered
 * @csspart withdraw - the button that ends the meeting and the permission
 * @csspart cancel - the button that stops a load
 * @csspart reconsider - the button that asks again after a refusal
 * @csspart retry - the button that tries again after a failure
 * @csspart heading - the heading of a state
 * @csspart bar - the bar above a meeting
 * @csspart details - everything beyond the first look
 * @csspart meeting - the box that the meeting fills
 * @cssprop --jitsi-gate-text - colour of text
 * @cssprop --jitsi-gate-muted - colour of secondary text
 * @cssprop --jitsi-gate-surface - background
 * @cssprop --jitsi-gate-border - colour of the border
 * @cssprop --jitsi-gate-accent - colour of buttons, links and focus
 * @cssprop --jitsi-gate-on-accent - colour of text on buttons
 * @cssprop --jitsi-gate-radius - radius of corners
 * @cssprop --jitsi-gate-gap - space between parts
 * @cssprop --jitsi-gate-font - font family
 * @cssprop --jitsi-gate-color-scheme - `light`, `dark` or `light dark`
 * @fires jitsi-gate-state - `{from, to, operator}` after each change of state
 * @fires jitsi-gate-decision - `{decision, operator}` after a decision is on record
 * @fires jitsi-gate-before-load - before anything of the operator is loaded; cancelable
 * @fires jitsi-gate-meeting - `{api, operator}` with the JitsiMeetExternalAPI instance
 * @fires jitsi-gate-error - `{code, message}`
 */
export class JitsiGateElement extends Base {
  static readonly observedAttributes: readonly string[] = EMBED_ATTRIBUTES;

  /** Set by whoever makes a gate for a placeholder, before it enters the page. */
  source: GateSource = { prefix: '', issues: [] };
  readonly #root: ShadowRoot;
  #part: GatePart | undefined;
  #isStale = false;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    // The author's content shows until there is something better.
    this.#root.append(document.createElement('slot'));
  }

  /** What the gate shows; undefined before the site is configured. */
  get state(): GateState | undefined {
    return this.#part?.state;
  }

  /** Fetches what a gate looks like and does, which a page without a gate never needs. */
  async connectedCallback(): Promise<void> {
    try {
      const { GatePart } = await import('./gate-part.js');
      if (!this.isConnected) return;
      this.#part ??= new GatePart(this, this.#root);
      this.#part.connect();
    } catch (error) {
      // The gate's own files cannot be had: the author's content stays, and nothing can be loaded.
      warnOnce('gate', String(error), 'error');
    }
  }

  disconnectedCallback(): void {
    this.#part?.disconnect();
  }

  /** Attributes that change together are read together, when the turn ends. */
  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before === after || this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      this.#part?.setUp();
    });
  }
}

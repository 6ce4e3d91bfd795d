import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../../config/embed-attributes.js';
import type { EmbedInput } from '../../config/embed.js';
import type { GetToken, GetUserInfo, UserInfo } from '../../config/schema.js';
import type { Settings } from '../../config/settings.js';
import type { GateState } from '../../gate/states.js';
import type { GateIssue } from '../../lib/errors.js';
import { type Display, LazyElement, type OpenDisplay } from '../lazy-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'jitsi-gate': JitsiGateElement;
  }
}

/** What a placeholder says about its gate besides attributes. */
export interface GateSource {
  /** Reads the address of an `iframe[data-jitsi-src]` that the gate stands for. */
  readonly read?: (settings: Settings) => EmbedInput | GateIssue[];
  /** The placeholder that the gate stands for; its attributes begin with `data-jitsi-`. */
  readonly placeholder?: Element;
  /** Shows or hides the placeholder's own content, which the gate does not have. */
  showContent?: (isShown: boolean) => void;
  /** Whether the placeholder says something that no placeholder may say; undefined for a gate that nobody made for a place. */
  readonly isOdd?: boolean;
}

/** What is said about a meeting by attributes. */
export type Said = { [name in EmbedAttribute]?: string | undefined };

/** What the attributes of an element say about its meeting. Asked of the prototype (docs/law.md R75). */
export function saidBy(element: Element, prefix = ''): Said {
  const said: Said = {};
  for (const name of EMBED_ATTRIBUTES) said[name] = Element.prototype.getAttribute.call(element, prefix + name) ?? undefined;
  return said;
}

/** How a gate looks and behaves. */
export interface GateDisplaying extends Display {
  readonly state: GateState | undefined;
  /** Reads attributes and configuration anew. */
  setUp(): void;
}

/** Gives the display of a gate. */
export type GateOpener = OpenDisplay<JitsiGateElement, GateDisplaying>;

/**
 * Knows of properties, and of what is never an attribute (properties.ts): takes in that an attribute has changed, or without a name, what
 * was set on an element before it was a gate.
 */
export type TakeIn = (gate: JitsiGateElement, attribute?: string) => void;

/**
 * A gate where a meeting would be. Its own content is the fallback: it shows where script does not run and while the
 * gate cannot be used.
 *
 * @customElement jitsi-gate
 * @attr room - name of the room, or `tenant/room`; required
 * @attr operator - key of a declared operator; default: the site's default operator
 * @attr domain - selects the declared operator with that domain
 * @attr label - name of the meeting, shown as text
 * @attr lang - language of the gate and the meeting
 * @attr start - `click` or `auto`: what a remembered grant does on a later page view
 * @attr subject - name shown inside the meeting
 * @attr height - height of the meeting: a number of pixels, or a length in `px`, `rem`, `vh`, `svh`, `dvh` or `%`; default 560
 * @attr poster - image of the page's own origin, shown behind the text
 * @attr heading-level - level of the heading, 1 to 6; default 2
 * @attr state - read only: `invalid`, `asking`, `ready`, `loading`, `live`, `ended`, `declined` or `failed`
 * @slot - fallback content
 * @csspart accept - the button that loads, joins or rejoins
 * @csspart decline - the button that refuses
 * @csspart remember - the box to be remembered
 * @csspart withdraw - the button that ends the meeting and the permission
 * @csspart cancel - the button that stops a load
 * @csspart reconsider - the button that asks again after a refusal
 * @csspart retry - the button that tries again after a failure
 * @csspart recording - what is recorded, and the question about it
 * @csspart stay - the button that agrees to be recorded
 * @csspart leave - the button that leaves a recorded meeting
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
 * @cssprop --jitsi-gate-recording - colour of the sign of a recording
 * @cssprop --jitsi-gate-shadow - shadow around the gate
 * @cssprop --jitsi-gate-radius - radius of corners
 * @cssprop --jitsi-gate-gap - space between parts
 * @cssprop --jitsi-gate-font - font family
 * @cssprop --jitsi-gate-color-scheme - `light`, `dark` or `light dark`
 * @fires jitsi-gate-state - `{from, to, operator}` after each change of state
 * @fires jitsi-gate-decision - `{decision, operator}` after a decision is on record; with `purpose` for one about a recording
 * @fires jitsi-gate-before-load - before anything of the operator is loaded; cancelable
 * @fires jitsi-gate-meeting - `{api, operator}` with the JitsiMeetExternalAPI instance, or `{iframe, operator}` in mode frame
 * @fires jitsi-gate-recording - `{mode, on, operator}` when a recording begins or ends
 * @fires jitsi-gate-error - `{code, message}`
 */
export class JitsiGateElement extends LazyElement<GateDisplaying> {
  /** Set before the element is registered. */
  declare static opener: GateOpener;
  static takeIn: TakeIn | undefined;
  static observedAttributes: readonly string[] = EMBED_ATTRIBUTES;

  declare room: string | number | null | undefined;
  declare operator: string | null | undefined;
  declare domain: string | null | undefined;
  declare label: string | null | undefined;
  declare subject: string | null | undefined;
  declare start: 'click' | 'auto' | '' | null | undefined;
  declare height: string | number | null | undefined;
  declare poster: string | null | undefined;
  declare headingLevel: string | number | null | undefined;
  /** Token (JWT) for the meeting, or a function that gives it: asked for after the grant, kept nowhere else; wins over the site's `getToken`. */
  declare jwt: string | GetToken | null | undefined;
  /** Who the visitor is, or a function that says so: asked for after the grant, kept nowhere else; wins over the site's `userInfo`. */
  declare userInfo: UserInfo | GetUserInfo | null | undefined;
  /** What was set as a property and is no text, by attribute. */
  declare misread: { [name in EmbedAttribute]?: unknown } | undefined;
  /** Set by whoever makes a gate for a placeholder, before it enters the page. */
  source: GateSource = {};
  #isStale = false;

  /** What the gate shows; undefined before the site is configured. */
  get state(): GateState | undefined {
    return this.display?.state;
  }

  protected override open(root: ShadowRoot): ReturnType<GateOpener> {
    JitsiGateElement.takeIn?.(this);
    return JitsiGateElement.opener(this, root);
  }

  /** Attributes that change together are read together, when the turn ends; those from before its display with the first look. */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    JitsiGateElement.takeIn?.(this, name);
    if (before === after || !this.display || this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      this.display?.setUp();
    });
  }
}

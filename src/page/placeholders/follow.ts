import { EMBED_ATTRIBUTES } from '../../config/embed-attributes.js';
import { JitsiGateElement, saidBy } from '../../elements/gate/gate-element.js';
import { NEVER_SAID } from '../../elements/gate/properties.js';
import { ask, within } from './find.js';
import type { Placeholders } from './placeholders.js';
import { FRAME_MARK } from './frame-mark.js';
import { END, PREFIX, isOdd } from './upgrade.js';

/** What makes an element a placeholder, and tells which meeting it is for. */
const MARKS = ['data-jitsi-room', 'data-jitsi-src'];

/** The gates at and below a node. */
const gatesIn = (root: Node): JitsiGateElement[] => (
  [...(root instanceof JitsiGateElement ? [root] : []), ...(ask(root, 'querySelectorAll', 'jitsi-gate') ?? []) as Iterable<Element>]
    .filter((gate) => gate instanceof JitsiGateElement));

/** Says to a gate what its placeholder says now. */
function retell(gate: JitsiGateElement, placeholder: Element): void {
  const said = saidBy(placeholder, PREFIX);
  if (placeholder instanceof HTMLIFrameElement) said.label ??= placeholder.title || undefined;
  const source = { ...gate.source, isOdd: isOdd(placeholder) };
  // An attribute that changes has the gate read all of it, the address of a frame as well.
  if (source.isOdd !== gate.source.isOdd || source.read) gate.setAttribute('room', '');
  gate.source = source;
  for (const name of EMBED_ATTRIBUTES) {
    const value = said[name];
    if (value === undefined) gate.removeAttribute(name);
    else if (value !== gate.getAttribute(name)) gate.setAttribute(name, value);
  }
}

/** Follows what changes in a page for its placeholders. */
class Follower {
  /** The gate of each placeholder that has one. */
  readonly #gates = new WeakMap<Element, JitsiGateElement>();
  readonly #placeholders: Placeholders;
  readonly #observer = new MutationObserver((mutations) => this.#follow(mutations));

  constructor(placeholders: Placeholders, root: Node) {
    this.#placeholders = placeholders;
    this.#observer.observe(root, { childList: true, subtree: true, attributeFilter: [...MARKS, ...NEVER_SAID] });
    gatesIn(root).forEach((gate) => this.#know(gate));
    // A page may have written its element anew before anybody followed it: the scan that comes next gives it its gate again.
    for (const element of placeholders.upgraded.keys()) if (element.shadowRoot && !this.#gates.has(element)) this.#remove(element);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** Carries out what changes mean: placeholders come, leave, move, are marked anew or say something else, at any depth. */
  #follow(mutations: readonly MutationRecord[]): void {
    const { add } = this.#placeholders;
    const nodes = <T>(kind: 'addedNodes' | 'removedNodes', of: (root: Node) => T[]): T[] => mutations.flatMap((change) => [...change[kind]].flatMap(of));
    // A moved placeholder is in both lists; where it is now decides.
    for (const element of nodes('removedNodes', within)) if (!element.isConnected) this.#remove(element);
    // A page that writes its element anew, or a framework that sets its text, takes the gate along.
    for (const gate of nodes('removedNodes', gatesIn)) this.#replace(gate);
    for (const gate of nodes('addedNodes', gatesIn)) this.#know(gate);
    for (const element of nodes('addedNodes', within)) if (element.isConnected) add(element);
    const changed = mutations.filter(({ type }) => type === 'attributes');
    for (const element of new Set(changed.map(({ target }) => target as Element))) {
      const names = changed.filter(({ target }) => target === element).map(({ attributeName }) => attributeName ?? '');
      this.#read(element, names);
    }
  }

  #remove(element: Element): void {
    this.#gates.delete(element);
    this.#placeholders.remove(element);
  }

  /** A gate that has left its placeholder, and not because the placeholder has left, comes again. */
  #replace(gate: JitsiGateElement): void {
    const { placeholder } = gate.source;
    if (!placeholder || gate.isConnected || this.#gates.get(placeholder) !== gate) return;
    this.#remove(placeholder);
    this.#placeholders.add(placeholder);
  }

  /** Attributes of a placeholder, or of what may become one, have changed. */
  #read(element: Element, names: readonly string[]): void {
    if (element instanceof JitsiGateElement) return JitsiGateElement.takeIn?.(element);
    const gate = this.#gates.get(element);
    if (!ask(element, 'matches')) this.#remove(element);
    else if (!gate) this.#placeholders.add(element);
    else if (names.some((name) => name.startsWith(PREFIX) || name === 'title')) retell(gate, element);
  }

  /**
   * A gate has come: for a placeholder, by its author, or as a copy of one that stands for a placeholder. Carousels copy, and markup that
   * was kept (by Turbo, htmx, a prerenderer) comes back with what was in it.
   */
  #know(gate: JitsiGateElement): void {
    const { source: { placeholder, isOdd: made }, parentElement: parent } = gate;
    if (placeholder) {
      this.#gates.set(placeholder, gate);
      this.#observer.observe(placeholder, { attributes: true });
      // It may have changed since its gate was made.
      this.#read(placeholder, [PREFIX]);
    } else if (made === undefined && (gate.hasAttribute(FRAME_MARK) || (gate.isConnected && parent && ask(parent, 'matches')))) {
      const { previousSibling: sign } = gate;
      if (sign instanceof Comment && sign.data === END) sign.remove();
      gate.replaceWith(...gate.childNodes);
    }
  }
}

/** Puts gates into placeholders that come later below `root`, tells them what changes, and removes them with theirs. Returns how to stop. */
export function watchPlaceholders(placeholders: Placeholders, root: Node): () => void {
  const follower = new Follower(placeholders, root);
  return () => follower.stop();
}

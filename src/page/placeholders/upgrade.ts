import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../../config/embed-attributes.js';
import { addStyles } from '../../elements/add-styles.js';
import { type GateSource, JitsiGateElement, saidBy } from '../../elements/gate/gate-element.js';
import { h } from '../../elements/h.js';
import { ofDocument } from '../../lib/of-document.js';
import { warnOnce } from '../../lib/warn-once.js';

/**
 * `page`: finds what an author marked as a placeholder and puts gates there, now and later. It reads markup and
 * trusts none of it.
 */

/**
 * The sign before a gate in an element. It ends React's look at the children of an element that a server has rendered, which would not
 * expect a gate there (getNextHydratable in ReactFiberConfigDOM: a comment that ends a boundary).
 */
export const END = '/$';

/** How the attributes of a placeholder begin. */
export const PREFIX = 'data-jitsi-';

/** Makes a gate that is not in the page yet. */
export function createGate(source: GateSource, said: { readonly [name in EmbedAttribute]?: string | number | undefined }): JitsiGateElement {
  const gate = ofDocument('createElement').call(document, 'jitsi-gate');
  if (!(gate instanceof JitsiGateElement)) throw new Error('<jitsi-gate> is taken');
  gate.source = source;
  for (const [name, value] of Object.entries(said)) if (value !== undefined) gate.setAttribute(name, String(value));
  return gate;
}

/** Puts a gate in a placeholder's place, or beside its content; returns how to undo it. */
export type StandIn = (placeholder: Element, gate: JitsiGateElement) => () => void;

/** How what most pages never need is fetched: gates for elements without a shadow root of ours. Set when the elements are defined. */
export const otherPlaces: { fetch?: () => Promise<StandIn> } = {};

/** Has a gate stand in for an element, which keeps its place and its content until then. */
function standInFor(placeholder: Element, gate: JitsiGateElement): () => void {
  const standing = otherPlaces.fetch?.().then((standIn) => standIn(placeholder, gate));
  // The gate's own file cannot be had: nothing is shown, and nothing can be loaded.
  standing?.catch((error: unknown) => warnOnce('gate', String(error), 'error'));
  return () => void standing?.then((undo) => undo(), () => undefined);
}

const roots = new WeakMap<Element, ShadowRoot>();

/** The shadow root that we gave an element, which no one can take away again; undefined for an element that may have none. */
function rootOf(host: Element): ShadowRoot | undefined {
  let root = roots.get(host);
  try {
    root ??= host.attachShadow({ mode: 'open' });
    roots.set(host, root);
  } catch {
    // It has one of its own, or is an element that may have none (DOM Standard, "attach a shadow root").
  }
  return root;
}

/** What the author's box must not be lower or higher than holds for the gate, too. */
const SIZES = 'slot,::slotted(jitsi-gate){min-height:inherit;max-height:inherit}';

/**
 * Puts a gate into an element whose content stays where it is: a shadow root shows the gate or the content. Returns how to take the gate
 * away.
 */
export function enter(host: Element, gate: JitsiGateElement): () => void {
  const root = rootOf(host);
  if (!root) return standInFor(host, gate);
  const content = h('slot');
  root.replaceChildren(h('slot', { name: 'jitsi-gate' }), content);
  addStyles(root, SIZES);
  gate.slot = 'jitsi-gate';
  gate.source.showContent = (isShown) => void (content.hidden = !isShown);
  const end = new Comment(END);
  host.append(end, gate);
  return () => [end, gate].forEach((node) => node.remove());
}

/** Whether a placeholder says something that no placeholder may say. */
export const isOdd = (placeholder: Element): boolean => Element.prototype.getAttributeNames.call(placeholder)
  .some((name) => name.startsWith(PREFIX) && name !== `${PREFIX}src` && !EMBED_ATTRIBUTES.includes(name.slice(PREFIX.length) as EmbedAttribute));

/** Upgrades one placeholder; returns how to undo it. */
export function upgrade(placeholder: Element): () => void {
  const gate = createGate({ placeholder, isOdd: isOdd(placeholder) }, saidBy(placeholder, PREFIX));
  return placeholder instanceof HTMLIFrameElement ? standInFor(placeholder, gate) : enter(placeholder, gate);
}

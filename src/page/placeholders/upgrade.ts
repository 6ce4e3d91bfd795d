import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../../config/embed-attributes.js';
import { type GateSource, JitsiGateElement } from '../../elements/gate/gate-element.js';
import { ofDocument } from '../../lib/of-document.js';
import { warnOnce } from '../../lib/warn-once.js';

/**
 * `page`: finds what an author marked as a placeholder and puts gates there, now and later. It reads markup and
 * trusts none of it.
 */

/** How the attributes of a placeholder begin. */
export const PREFIX = 'data-jitsi-';

/** Makes a gate that is not in the page yet. */
export function createGate(source: GateSource): JitsiGateElement {
  const gate = ofDocument('createElement').call(document, 'jitsi-gate');
  if (!(gate instanceof JitsiGateElement)) throw new TypeError('another script has registered <jitsi-gate>');
  gate.source = source;
  return gate;
}

/**
 * Puts a gate into an element whose own children become the gate's fallback, and come back when it goes.
 * Returns how to take the gate away.
 */
export function enter(host: Element, gate: JitsiGateElement): () => void {
  // What the author's box must not be lower or higher than holds for the gate, too.
  Object.assign(gate.style, { minHeight: 'inherit', maxHeight: 'inherit' });
  gate.append(...host.childNodes);
  host.append(gate);
  return () => {
    host.append(...gate.childNodes);
    gate.remove();
  };
}

/** Puts a gate in an iframe's place; returns how to undo it. */
export type StandIn = (frame: HTMLIFrameElement, gate: JitsiGateElement) => () => void;

/** How what stands in for `iframe[data-jitsi-src]` is fetched, which only pages with one need. Set when the elements are defined. */
export const iframeStandIn: { fetch(): Promise<StandIn> } = { fetch: () => Promise.reject(new Error('the elements are not defined')) };

/** Puts a gate in the place of an iframe without `src`, which keeps it until then. */
function standInFor(frame: HTMLIFrameElement, gate: JitsiGateElement): () => void {
  let undo: (() => void) | undefined = () => undefined;
  iframeStandIn.fetch().then((standIn) => {
    if (undo) undo = standIn(frame, gate);
  }).catch((error: unknown) => {
    // The gate's own file cannot be had: nothing is shown, and nothing can be loaded.
    warnOnce('gate', String(error), 'error');
  });
  return () => {
    undo?.();
    undo = undefined;
  };
}

/** Upgrades one placeholder; returns how to undo it. */
export function upgrade(placeholder: Element): () => void {
  const names = Element.prototype.getAttributeNames.call(placeholder).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
  const known = EMBED_ATTRIBUTES.filter((name) => names.includes(name));
  const isOdd = names.some((name) => !known.includes(name as EmbedAttribute) && name !== 'src');
  const gate = createGate({ placeholder, isOdd });
  for (const name of known) gate.setAttribute(name, Element.prototype.getAttribute.call(placeholder, PREFIX + name) ?? '');
  return placeholder instanceof HTMLIFrameElement ? standInFor(placeholder, gate) : enter(placeholder, gate);
}

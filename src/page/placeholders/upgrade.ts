import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../../config/embed-attributes.js';
import { type GateSource, JitsiGateElement, saidBy } from '../../elements/gate/gate-element.js';
import { ofDocument } from '../../lib/of-document.js';
import { warnOnce } from '../../lib/warn-once.js';
import { ask } from './find.js';

/**
 * `page`: finds what an author marked as a placeholder and puts gates there, now and later. It reads markup and
 * trusts none of it.
 */

/** How the attributes of a placeholder begin. */
export const PREFIX = 'data-jitsi-';

/** Makes a gate that is not in the page yet. */
export function createGate(source: GateSource, said: { readonly [name in EmbedAttribute]?: string | number | undefined }): JitsiGateElement {
  const gate = ofDocument('createElement').call(document, 'jitsi-gate');
  if (!(gate instanceof JitsiGateElement)) throw new Error('another script has registered <jitsi-gate>');
  gate.source = source;
  for (const [name, value] of Object.entries(said)) if (value !== undefined) gate.setAttribute(name, String(value));
  return gate;
}

/**
 * Puts a gate into an element whose own children become the gate's fallback, and come back when it goes. A gate that is there
 * already was copied with its element, by a carousel or from markup that was kept, and belongs to nobody.
 * Returns how to take the gate away.
 */
export function enter(host: Element, gate: JitsiGateElement): () => void {
  for (const copy of ask(host, 'querySelectorAll', ':scope>jitsi-gate') as Iterable<Element>) copy.replaceWith(...copy.childNodes);
  // What the author's box must not be lower or higher than holds for the gate, too.
  Object.assign(gate.style, { minHeight: 'inherit', maxHeight: 'inherit' });
  gate.append(...host.childNodes);
  host.append(gate);
  return () => {
    // Where the page has written its element anew, what was in it is gone.
    if (gate.parentNode === host) gate.replaceWith(...gate.childNodes);
  };
}

/** Puts a gate in an iframe's place; returns how to undo it. */
export type StandIn = (frame: HTMLIFrameElement, gate: JitsiGateElement) => () => void;

/** How what stands in for `iframe[data-jitsi-src]` is fetched, which only pages with one need. Set when the elements are defined. */
export const iframeStandIn: { fetch(): Promise<StandIn> } = { fetch: () => Promise.reject(new Error('import jitsi-gate/define')) };

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

/** Whether a placeholder says something that no placeholder may say. */
export const isOdd = (placeholder: Element): boolean => Element.prototype.getAttributeNames.call(placeholder)
  .some((name) => name.startsWith(PREFIX) && name !== `${PREFIX}src` && !EMBED_ATTRIBUTES.includes(name.slice(PREFIX.length) as EmbedAttribute));

/** Upgrades one placeholder; returns how to undo it. */
export function upgrade(placeholder: Element): () => void {
  const gate = createGate({ placeholder, isOdd: isOdd(placeholder) }, saidBy(placeholder, PREFIX));
  return placeholder instanceof HTMLIFrameElement ? standInFor(placeholder, gate) : enter(placeholder, gate);
}

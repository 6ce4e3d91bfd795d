import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../config/embed-attributes.js';
import { JitsiGateElement } from '../elements/gate-element.js';
import type { GateIssue } from '../lib/errors.js';

/**
 * `page`: finds what an author marked as a placeholder and puts gates there, now and later. It reads markup and
 * trusts none of it.
 */

/** What marks a placeholder. */
export const PLACEHOLDERS = '[data-jitsi-room],iframe[data-jitsi-src]';

const PREFIX = 'data-jitsi-';
const KNOWN = new Set<string>([...EMBED_ATTRIBUTES, 'src']);

/** Copies what a placeholder says onto its gate; what no placeholder may say becomes an issue. */
function copyAttributes(from: Element, gate: JitsiGateElement): GateIssue[] {
  const issues: GateIssue[] = [];
  for (const { name, value } of from.attributes) {
    if (!name.startsWith(PREFIX)) continue;
    const key = name.slice(PREFIX.length);
    if (!KNOWN.has(key)) issues.push({ path: key, expected: `one of ${[...KNOWN].join(', ')}`, found: 'an unknown attribute' });
    else if (key !== 'src') gate.setAttribute(key, value);
  }
  return issues;
}

function createGate(placeholder: Element): JitsiGateElement {
  const gate = document.createElement('jitsi-gate');
  if (!(gate instanceof JitsiGateElement)) throw new TypeError('another script has registered <jitsi-gate>');
  const issues = copyAttributes(placeholder, gate);
  gate.source = { ...(placeholder instanceof HTMLIFrameElement && { src: placeholder.getAttribute('data-jitsi-src') ?? '' }), prefix: PREFIX, issues };
  return gate;
}

/**
 * Puts a gate into a placeholder. Its own children become the gate's fallback, and come back when it goes.
 * Returns how to take the gate away.
 */
function upgradeBox(placeholder: Element): () => void {
  const gate = createGate(placeholder);
  gate.append(...placeholder.childNodes);
  placeholder.append(gate);
  return () => {
    placeholder.append(...gate.childNodes);
    gate.remove();
  };
}

/** Puts a gate next to an iframe without `src`, which keeps its place but is not shown. */
function upgradeFrame(frame: HTMLElement): () => void {
  const gate = createGate(frame);
  if (!gate.hasAttribute('title') && frame.title) gate.setAttribute('title', frame.title);
  const wasHidden = frame.hidden;
  frame.hidden = true;
  frame.after(gate);
  return () => {
    frame.hidden = wasHidden;
    gate.remove();
  };
}

/** Upgrades one placeholder; returns how to undo it. */
export function upgrade(placeholder: Element): () => void {
  return placeholder instanceof HTMLIFrameElement ? upgradeFrame(placeholder) : upgradeBox(placeholder);
}

/** What `mount` is told about a meeting: the attributes of `<jitsi-gate>`. */
export type MountOptions = { readonly [name in EmbedAttribute]?: string | number };

/** Puts a gate for a described meeting into any element; returns how to take it away. */
export function mountGate(host: Element, options: MountOptions): () => void {
  const undo = upgradeBox(host);
  const gate = host.lastElementChild;
  for (const [name, value] of Object.entries(options)) gate?.setAttribute(name, String(value));
  return undo;
}

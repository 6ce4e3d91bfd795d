import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../config/embed-attributes.js';
import { type GateSource, JitsiGateElement } from '../elements/gate-element.js';
import type { GateIssue } from '../lib/errors.js';
import { warnOnce } from '../lib/warn-once.js';

/**
 * `page`: finds what an author marked as a placeholder and puts gates there, now and later. It reads markup and
 * trusts none of it.
 */

/** What marks a placeholder. */
export const PLACEHOLDERS = '[data-jitsi-room],iframe[data-jitsi-src]';

const PREFIX = 'data-jitsi-';
const KNOWN = new Set<string>([...EMBED_ATTRIBUTES, 'src']);

/** What a placeholder says; what no placeholder may say becomes an issue. */
function readAttributes(placeholder: Element): { values: [string, string][]; issues: GateIssue[] } {
  const values: [string, string][] = [];
  const issues: GateIssue[] = [];
  for (const { name, value } of placeholder.attributes) {
    if (!name.startsWith(PREFIX)) continue;
    const key = name.slice(PREFIX.length);
    if (!KNOWN.has(key)) issues.push({ path: key, expected: `one of ${[...KNOWN].join(', ')}`, found: 'an unknown attribute' });
    else if (key !== 'src') values.push([key, value]);
  }
  return { values, issues };
}

function createGate(source: GateSource): JitsiGateElement {
  const gate = document.createElement('jitsi-gate');
  if (!(gate instanceof JitsiGateElement)) throw new TypeError('another script has registered <jitsi-gate>');
  gate.source = source;
  return gate;
}

/**
 * Puts a gate into an element whose own children become the gate's fallback, and come back when it goes.
 * Returns how to take the gate away.
 */
function enter(host: Element, gate: JitsiGateElement): () => void {
  gate.append(...host.childNodes);
  host.append(gate);
  return () => {
    host.append(...gate.childNodes);
    gate.remove();
  };
}

/** Puts a gate next to an iframe without `src`, which keeps its place but is not shown. */
function standInFor(frame: HTMLIFrameElement, gate: JitsiGateElement): () => void {
  const { hidden } = frame;
  let isWanted = true;
  frame.hidden = true;
  import('./frame-source.js').then(({ readFrame }) => {
    readFrame(frame, gate);
    if (isWanted) frame.after(gate);
  }).catch((error: unknown) => {
    // The gate's own file cannot be had: nothing is shown, and nothing can be loaded.
    warnOnce('gate', String(error), 'error');
  });
  return () => {
    isWanted = false;
    frame.hidden = hidden;
    gate.remove();
  };
}

/** Upgrades one placeholder; returns how to undo it. */
export function upgrade(placeholder: Element): () => void {
  const { values, issues } = readAttributes(placeholder);
  const gate = createGate({ prefix: PREFIX, issues });
  for (const [name, value] of values) gate.setAttribute(name, value);
  return placeholder instanceof HTMLIFrameElement ? standInFor(placeholder, gate) : enter(placeholder, gate);
}

/** What `mount` is told about a meeting: the attributes of `<jitsi-gate>`. */
export type MountOptions = { readonly [name in EmbedAttribute]?: string | number };

/** Puts a gate for a described meeting into any element; returns how to take it away. */
export function mountGate(host: Element, options: MountOptions): () => void {
  const gate = createGate({ prefix: '', issues: [] });
  for (const [name, value] of Object.entries(options)) gate.setAttribute(name, String(value));
  return enter(host, gate);
}

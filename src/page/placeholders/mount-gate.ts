import type { EmbedAttribute } from '../../config/embed-attributes.js';
import { createGate, enter } from './upgrade.js';

/** What `mount` is told about a meeting: the attributes of `<jitsi-gate>`. */
export type MountOptions = { readonly [name in EmbedAttribute]?: string | number };

/** Puts a gate for a described meeting into any element; returns how to take it away. */
export function mountGate(host: Element, options: MountOptions): () => void {
  return enter(host, createGate({ isOdd: false }, options));
}

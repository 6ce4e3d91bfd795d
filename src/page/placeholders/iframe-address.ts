import { readEmbedUrl } from '../../config/embed-url.js';
import type { JitsiGateElement } from '../../elements/gate/gate-element.js';

/** Lets a gate read its meeting from the address in `iframe[data-jitsi-src]`, and its name from the frame's title where it has none. */
export function readIframeAddress(frame: HTMLIFrameElement, gate: JitsiGateElement): void {
  const src = frame.getAttribute('data-jitsi-src') ?? '';
  if (!gate.hasAttribute('label') && frame.title) gate.setAttribute('label', frame.title);
  gate.source = { ...gate.source, read: (settings) => readEmbedUrl(src, settings) };
}

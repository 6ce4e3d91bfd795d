import { readEmbedUrl } from '../../config/embed-url.js';
import { lengthOf } from '../../config/length.js';
import type { JitsiGateElement } from '../../elements/gate/gate-element.js';
import { FRAME_MARK } from './frame-mark.js';

/** What the author wrote as a size of the frame itself: in its style, else as an attribute. A number there means pixels. */
function sizeOf(frame: HTMLIFrameElement, name: 'width' | 'height'): string {
  return frame.style[name] || lengthOf(frame.getAttribute(name) ?? '');
}

/** The place and the size that the author gave to a frame, also by rules that name frames and so mean no gate. */
function placeOf(frame: HTMLIFrameElement): Partial<CSSStyleDeclaration> {
  const { position, height } = getComputedStyle(frame);
  // A frame that lies over a box fills it: how high that is may change with the window.
  if (position === 'absolute') return { position, inset: '0', width: '100%', height: '100%' };
  // A frame without a size is 150 pixels high.
  const styled = /^\d/.test(height) && height !== '150px' ? height : '';
  return { width: sizeOf(frame, 'width'), maxWidth: '100%', height: sizeOf(frame, 'height') || styled };
}

/**
 * Puts a gate in the place of an iframe without `src`, in the size that the author gave the frame. The gate reads its meeting from
 * the address in `data-jitsi-src`, and its name from the frame's title where it has none. Returns how to undo it.
 */
export function replaceFrame(frame: HTMLIFrameElement, gate: JitsiGateElement): () => void {
  if (!gate.hasAttribute('label') && frame.title) gate.setAttribute('label', frame.title);
  gate.source = { ...gate.source, read: (settings) => readEmbedUrl(frame.getAttribute('data-jitsi-src') ?? '', settings) };
  gate.setAttribute(FRAME_MARK, '');
  // A copy of a frame that had a gate is hidden by that.
  if (frame.style.getPropertyPriority('display')) frame.style.removeProperty('display');
  const { cssText } = frame.style;
  Object.assign(gate.style, placeOf(frame));
  frame.after(gate);
  // No rule of the page can show it then, as rules for all frames do with `hidden`.
  frame.style.setProperty('display', 'none', 'important');
  return () => {
    gate.remove();
    frame.style.cssText = cssText;
    // Chromium writes the attribute when it is read, and removes only what is written.
    if (frame.getAttribute('style') === '') frame.removeAttribute('style');
  };
}

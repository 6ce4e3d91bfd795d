import { addStyles } from '../../elements/add-styles.js';
import type { JitsiGateElement } from '../../elements/gate/gate-element.js';

/** Marks a gate that stands among its placeholder's own content. */
const MARK = 'data-jitsi-beside';
/** Hides the elements of the content while the gate shows something. Text that is in no element stays: nothing can hide it there. */
const HIDDEN = `jitsi-gate[${MARK}][state]:not([state=invalid])~*{display:none!important}`;

/**
 * Puts a gate into an element that may have no shadow root (a list item, a cell, a figure, a form), or has one of its own, before the
 * content, which stays where it is. Returns how to undo it.
 */
export function besideContent(host: Element, gate: JitsiGateElement): () => void {
  const root = host.getRootNode();
  if (root instanceof Document || root instanceof ShadowRoot) addStyles(root, HIDDEN);
  gate.setAttribute(MARK, '');
  Object.assign(gate.style, { minHeight: 'inherit', maxHeight: 'inherit' });
  host.prepend(gate);
  return () => gate.remove();
}

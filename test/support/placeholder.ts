import { expect } from 'vitest';
import type { GateState } from './gate-on-page.js';
import { reached } from './gate-on-page.js';

/** Makes elements from markup, as an author or an application would; the first one is given. */
export function addMarkup(markup: string, parent: Element = document.body): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const [first] = template.content.children;
  parent.append(template.content);
  if (!(first instanceof HTMLElement)) throw new Error('the markup has no element');
  return first;
}

/** The gates in or next to a placeholder. */
export function gatesOf(placeholder: Element): Element[] {
  const next = placeholder.nextElementSibling;
  const own = placeholder instanceof HTMLIFrameElement && next?.localName === 'jitsi-gate' ? [next] : [];
  return [...own, ...placeholder.querySelectorAll('jitsi-gate')];
}

/** Waits until a placeholder has one gate, in a state. */
export async function gated(placeholder: Element, state: GateState = 'asking'): Promise<Element> {
  await expect.poll(() => gatesOf(placeholder).length).toBe(1);
  const [gate] = gatesOf(placeholder);
  if (!gate) throw new Error('the gate has gone');
  await reached(gate, state);
  return gate;
}

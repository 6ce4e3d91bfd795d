import { ofDocument } from '../lib/of-document.js';

type Attribute = string | number | ((event: Event) => void) | undefined;

/**
 * Makes an element. What a visitor sees before a yes is built by this and not by lit, which has its place where a view goes
 * on changing: a quarter of the first look would be lit. A function is a listener of the event that its key names.
 */
export function h(tag: string, attributes: Readonly<Record<string, Attribute>> = {}, ...children: readonly (Node | string)[]): HTMLElement {
  const element = ofDocument('createElement').call(document, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined) element.setAttribute(name, value as string);
  }
  element.append(...children);
  return element;
}

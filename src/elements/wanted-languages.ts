import type { Settings } from '../config/settings.js';

/**
 * The `lang` that holds where an element stands, also across shadow roots; an empty string where there is none. Asked of
 * the prototypes: in a form, a field of that name would stand in front of the method (docs/law.md R75).
 */
function nearestLang(element: Element): string {
  const { closest, getAttribute } = Element.prototype;
  const around = closest.call(element, '[lang]');
  const found = around && getAttribute.call(around, 'lang');
  const root = Node.prototype.getRootNode.call(element);
  return found ?? (root instanceof ShadowRoot ? nearestLang(root.host) : '');
}

/**
 * The languages to be shown in, best first: what the placeholder says, what the site configured, the page around it, the
 * visitor's browser. What is none in it means nothing.
 */
export function wantedLanguages(element: Element, { lang }: Settings): string[] {
  const tags: unknown[] = [element.getAttribute('lang'), lang, nearestLang(element.parentNode instanceof Element ? element.parentNode : element)];
  try {
    tags.push(...navigator.languages);
  } catch {
    // Other scripts and extensions put anything in its place, also what throws.
  }
  return tags.filter((tag) => typeof tag === 'string');
}

import type { Settings } from '../config/settings.js';

/** The `lang` that holds where an element stands, also across shadow roots; an empty string where there is none. */
function nearestLang(element: Element): string {
  const found = element.closest('[lang]')?.getAttribute('lang');
  const root = element.getRootNode();
  return found ?? (root instanceof ShadowRoot ? nearestLang(root.host) : '');
}

/**
 * The languages to be shown in, best first: what the placeholder says, what the site configured, the page around it, the
 * visitor's browser.
 */
export function wantedLanguages(element: Element, { lang }: Settings): string[] {
  const own = element.getAttribute('lang') ?? '';
  const around = element.parentNode instanceof Element ? nearestLang(element.parentNode) : nearestLang(element);
  return [own, lang === 'auto' ? '' : lang, around, ...(navigator.languages ?? [])].filter((tag) => tag !== '');
}

import { listeners, usableSite } from '../gate/site.js';
import { resolveLocale } from '../i18n/resolve-locale.js';
import { ofDocument } from '../lib/of-document.js';
import { wantedLanguages } from './wanted-languages.js';

/** What shows a language of ours. */
const OURS = 'jitsi-gate,jitsi-gate-settings,jitsi-gate-notice';

const ours = (): Element[] => [...(ofDocument('querySelectorAll').call(document, OURS) as NodeListOf<Element>)];
/** What an element of ours shows: in its shadow root, or beside its own content. */
const sectionOf = (element: Element | undefined): HTMLElement | null | undefined => element?.shadowRoot?.querySelector('section') ?? element?.querySelector('#jitsi-gate-notice');

/**
 * Keeps a browser's translation from changing words of ours that are in its language already: it says on the page what language it
 * translates to. What we do not have in that language it may translate.
 */
function guardOwnWords(): void {
  const { settings } = usableSite() ?? {};
  const target = ofDocument('documentElement').lang;
  const { language } = resolveLocale([target], settings?.messages ?? {});
  const isKnown = language !== 'en' || /^en\b/i.test(target);
  for (const element of settings ? ours() : []) {
    const section = sectionOf(element);
    if (section && settings) section.translate = !isKnown || resolveLocale(wantedLanguages(element, settings), settings.messages).language !== language;
  }
}

/** Whether the first gate of the page shows another language than its place has now: that changed before anybody followed it. */
function hasChanged(): boolean {
  const [first] = ours();
  const { settings } = usableSite() ?? {};
  const shown = sectionOf(first)?.lang;
  return Boolean(first && settings && shown && resolveLocale(wantedLanguages(first, settings), settings.messages).tag !== shown);
}

function tell(): void {
  listeners.notify('language');
  guardOwnWords();
}

let isFollowing = false;

/** Has gates, settings and notices follow the language of the page, as sites and browsers that translate change it. Once a page. */
export function followLanguage(): void {
  if (isFollowing) return;
  isFollowing = true;
  new MutationObserver((changes) => {
    const isAround = ({ target }: MutationRecord): boolean => target === ofDocument('documentElement') || Element.prototype.querySelector.call(target, OURS) !== null;
    if (changes.some(isAround)) tell();
  }).observe(document, { subtree: true, attributeFilter: ['lang'] });
  if (hasChanged()) tell();
}

import type { Settings } from '../../config/settings.js';
import { type Site, onSite, usableSite } from '../../gate/site.js';
import { noticeTexts } from '../../i18n/notice-texts.js';
import { type Locale, lost, resolveLocale } from '../../i18n/resolve-locale.js';
import { ofDocument } from '../../lib/of-document.js';
import { warnOnce } from '../../lib/warn-once.js';
import { makeNotice } from '../../notice/make-notice.js';
import { addStyles } from '../add-styles.js';
import { followLanguage } from '../follow-language.js';
import { followLinks } from '../follow-links.js';
import { h } from '../h.js';
import type { Display } from '../lazy-element.js';
import { wantedLanguages } from '../wanted-languages.js';
import { noticeStyles } from './notice.styles.js';
import { noticeView } from './notice-view.js';

/** The name of the place that the notice takes: while it is empty, the element's own content shows. */
const PLACE = 'jitsi-gate-notice';

/**
 * Shows a `<jitsi-gate-notice>`. What it shows stands beside the author's content in the page itself, where the page's own styles, its links
 * and its search reach it.
 */
export class NoticeDisplay implements Display {
  readonly #element: HTMLElement;
  #shown: HTMLElement | undefined;
  readonly #attributes = new MutationObserver(() => void this.#draw());
  #stop = (): void => undefined;

  constructor(element: HTMLElement, root: ShadowRoot) {
    this.#element = element;
    root.replaceChildren(h('slot', { name: PLACE }, h('slot')));
    followLinks();
    followLanguage();
  }

  connect(): void {
    this.#stop = onSite(() => void this.#draw());
    this.#attributes.observe(this.#element, { attributeFilter: ['lang', 'heading-level'] });
    void this.#draw();
  }

  disconnect(): void {
    this.#stop();
    this.#attributes.disconnect();
  }

  async #draw(): Promise<void> {
    const site = usableSite();
    if (!site) return this.#show(undefined);
    const { settings } = site;
    const locale = this.#locale(settings);
    try {
      const texts = await noticeTexts(locale.language);
      // The language, or the configuration, may be another one by now: whoever changed it draws again.
      if (site === usableSite() && locale.tag === this.#locale(settings).tag) this.#show(this.#view(site, locale, texts));
    } catch (error) {
      warnOnce('language', `upload the folder jitsi-gate/: ${String(error)}`);
      if (locale.language === 'en') return;
      lost.add(locale.language);
      await this.#draw();
    }
  }

  #locale(settings: Settings): Locale {
    return resolveLocale(wantedLanguages(this.#element, settings), settings.messages);
  }

  #view({ settings }: Site, { language, tag: lang, dir }: Locale, texts: Readonly<Record<string, string>>): HTMLElement {
    const { [language]: own, [lang]: regional } = settings.messages;
    const notice = makeNotice({ settings, lang, dir, texts, own: { ...own, ...regional } });
    return noticeView(notice, Number(/^[1-6]$/.exec(this.#element.getAttribute('heading-level') ?? '')?.[0] ?? settings.headingLevel));
  }

  #show(view: HTMLElement | undefined): void {
    const isFirst = !this.#shown;
    this.#shown?.remove();
    this.#shown = view;
    if (!view) return;
    view.slot = PLACE;
    this.#element.append(view);
    addStyles(this.#element.getRootNode() as Document | ShadowRoot, noticeStyles);
    // A link to a part of it was followed before it was there.
    const [, id] = /^#(jitsi-gate-[a-z]+)$/.exec(location.hash) ?? [];
    if (isFirst && id) ofDocument('querySelector').call(document, `#${id}`)?.scrollIntoView();
  }
}

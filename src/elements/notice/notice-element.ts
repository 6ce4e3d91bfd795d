import { type Display, LazyElement, type OpenDisplay } from '../lazy-element.js';

/** Gives the display of a notice. */
export type NoticeOpener = OpenDisplay<HTMLElement, Display>;

/** What a `<jitsi-gate-notice>` takes besides what every element does. */
export interface NoticeMarkup {
  /** Level of the heading, 1 to 6. */
  readonly 'heading-level'?: string | number | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'jitsi-gate-notice': JitsiGateNoticeElement;
  }
}

/**
 * The section about meetings of the site's privacy notice, made of the site's configuration. It is a part of the page itself, in the page's
 * own looks, so that it can be printed, searched and linked to: each part has an `id`, such as `#jitsi-gate-withdrawal`. Its own content shows
 * where script does not run.
 *
 * @customElement jitsi-gate-notice
 * @attr lang - language of the notice; default: that of the page around
 * @attr heading-level - level of its heading, 1 to 6; default: the site's `headingLevel`, 2
 * @slot - fallback content
 */
export class JitsiGateNoticeElement extends LazyElement<Display> {
  /** Set before the element is registered. */
  declare static opener: NoticeOpener;

  protected override open(root: ShadowRoot): ReturnType<NoticeOpener> {
    return JitsiGateNoticeElement.opener(this, root);
  }
}

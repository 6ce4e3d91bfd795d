import { type Display, LazyElement, type OpenDisplay } from '../lazy-element.js';

/** Gives the display of the settings. */
export type SettingsOpener = OpenDisplay<HTMLElement, Display>;

declare global {
  interface HTMLElementTagNameMap {
    'jitsi-gate-settings': JitsiGateSettingsElement;
  }
}

/**
 * Every operator with its decision, and ways to change it: as a section of a page, or in the dialog that a click on
 * `[data-jitsi-settings]` opens. Its own content shows where script does not run.
 *
 * @customElement jitsi-gate-settings
 * @slot - fallback content
 * @csspart allow - allows an operator
 * @csspart refuse - refuses an operator
 * @csspart withdraw - withdraws for one operator
 * @csspart withdraw-all - withdraws for all
 * @csspart download - downloads the receipts
 * @csspart heading - the heading
 */
export class JitsiGateSettingsElement extends LazyElement<Display> {
  /** Set before the element is registered. */
  declare static opener: SettingsOpener;

  protected override open(root: ShadowRoot): ReturnType<SettingsOpener> {
    return JitsiGateSettingsElement.opener(this, root);
  }
}

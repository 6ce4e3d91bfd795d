import { LazyElement } from './lazy-element.js';
import type { SettingsPart } from './settings-part.js';

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
export class JitsiGateSettingsElement extends LazyElement<SettingsPart> {
  protected override async load(root: ShadowRoot): Promise<SettingsPart> {
    const { SettingsPart } = await import('./settings-part.js');
    return new SettingsPart(root);
  }
}

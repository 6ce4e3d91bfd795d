import { JitsiGateElement } from './gate-element.js';
import { JitsiGateSettingsElement } from './settings-element.js';

/** Registers the elements. A name that is taken stays with whoever has it; can be called again; never throws. */
export function defineElements(): void {
  if (!customElements.get('jitsi-gate')) customElements.define('jitsi-gate', JitsiGateElement);
  if (!customElements.get('jitsi-gate-settings')) customElements.define('jitsi-gate-settings', JitsiGateSettingsElement);
}

import { JitsiGateElement } from './gate-element.js';
import { JitsiGateSettingsElement } from './settings-element.js';

const ELEMENTS = { 'jitsi-gate': JitsiGateElement, 'jitsi-gate-settings': JitsiGateSettingsElement };

/** Registers the elements. A name that is taken stays with whoever has it; can be called again; never throws. */
export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

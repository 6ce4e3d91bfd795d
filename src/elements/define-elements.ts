import { type GateOpener, JitsiGateElement } from './gate/gate-element.js';
import { JitsiGateSettingsElement, type SettingsOpener } from './settings/settings-element.js';

/** How the elements get their displays, from files that are fetched when they are needed. */
export interface Openers {
  readonly gate: GateOpener;
  readonly settings: SettingsOpener;
}

const ELEMENTS = { 'jitsi-gate': JitsiGateElement, 'jitsi-gate-settings': JitsiGateSettingsElement };

/** Registers the elements. A name that is taken stays with whoever has it; can be called again; never throws. */
export function defineElements({ gate, settings }: Openers): void {
  JitsiGateElement.opener = gate;
  JitsiGateSettingsElement.opener = settings;
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

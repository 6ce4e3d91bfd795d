import { defineElement } from './define-gate.js';
import { JitsiGateSettingsElement, type SettingsOpener } from './settings/settings-element.js';

/** Registers `<jitsi-gate-settings>`, with the way in which settings get their displays. */
export function defineSettings(open: SettingsOpener): void {
  JitsiGateSettingsElement.opener = open;
  defineElement('jitsi-gate-settings', JitsiGateSettingsElement);
}

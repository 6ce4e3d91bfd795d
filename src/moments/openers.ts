import { defineGate } from '../elements/define-gate.js';
import type { GateOpener } from '../elements/gate/gate-element.js';
import { warnOnce } from '../lib/warn-once.js';
import { otherPlaces } from '../page/placeholders/upgrade.js';
import { fetchOtherPlaces, fetchOpened } from './loading.js';

/** Registers `<jitsi-gate>`, with the way in which gates get their displays. */
export function define(gate: GateOpener): void {
  otherPlaces.fetch = async () => (await fetchOtherPlaces()).standIn;
  defineGate(gate);
}

/** Opens the settings in a modal dialog; the focus returns to where it was when they are closed. */
export async function openSettings(): Promise<void> {
  try {
    await (await fetchOpened()).openSettingsDialog();
  } catch (error) {
    // The gate's own file cannot be had; the next click tries again.
    warnOnce('settings', String(error), 'error');
  }
}

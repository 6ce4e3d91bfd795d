import { defineGate } from '../elements/define-gate.js';
import type { GateOpener } from '../elements/gate/gate-element.js';
import { otherPlaces } from '../page/placeholders/upgrade.js';
import { fetchOtherPlaces } from './loading.js';

/** Registers `<jitsi-gate>`, with the way in which gates get their displays. */
export function define(gate: GateOpener): void {
  otherPlaces.fetch = async () => (await fetchOtherPlaces()).standIn;
  defineGate(gate);
}

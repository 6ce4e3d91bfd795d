import { type GateOpener, JitsiGateElement } from './gate/gate-element.js';

/** Registers an element. A name that is taken stays with whoever has it; can be called again; never throws. */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

/** Registers `<jitsi-gate>`, with the way in which gates get their displays. */
export function defineGate(open: GateOpener): void {
  JitsiGateElement.opener = open;
  defineElement('jitsi-gate', JitsiGateElement);
}

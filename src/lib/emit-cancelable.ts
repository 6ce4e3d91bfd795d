import type { GateEvents } from './events.js';

/** Dispatches a bubbling, composed event that can be cancelled, and says whether nobody did. */
export function emitCancelable<Name extends keyof GateEvents>(target: EventTarget, name: Name, detail: GateEvents[Name]): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
}

import { createDecisions } from './decisions.js';
import type { Gate, StartedGate } from './gate.js';
import { openSettings, watchPage } from './settings.js';

/** Adds to a gate what no first look needs: deciding for scripts of the page, and the settings. */
export function completeGate({ gate, context, stops }: StartedGate): Gate {
  stops.push(watchPage(context));
  return Object.assign(gate, createDecisions(context), { openSettings });
}

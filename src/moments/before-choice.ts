/** A choice is near: what decides, what keeps decisions and receipts, and what scripts of the page may do with them. */
import { Conduct } from '../elements/gate/gate-conduct.js';
import { later } from '../elements/gate/later.js';
import { openChoice as openChoiceOf } from '../gate/open-choice.js';
import type { Choice, Site } from '../gate/site.js';
import { enChoice } from '../i18n/choice-messages.js';

export { createGate } from '../page/gate.js';

/** Opens what a choice needs on this site. */
export function openChoice(site: Site): Choice {
  later.texts = enChoice;
  later.conduct = (gate, of, choice) => new Conduct(gate, of, choice);
  return openChoiceOf(site);
}

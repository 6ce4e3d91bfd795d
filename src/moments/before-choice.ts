/** A choice is near: what decides, what keeps decisions and receipts, and what scripts of the page may do with them. */
import { Conduct } from '../elements/gate/gate-conduct.js';
import { later } from '../elements/gate/later.js';
import { openChoice as openChoiceOf } from '../gate/open-choice.js';
import { recordDecision } from '../gate/record-decision.js';
import type { Choice, Site } from '../gate/site.js';
import { enChoice } from '../i18n/choice-messages.js';
import { warnOnce } from '../lib/warn-once.js';
import { pageLang } from '../page/decisions.js';
import { fetchPlatform } from './later-loading.js';

export { createGate } from '../page/gate.js';

/** Has the site's consent platform followed. Without its file the gate asks by itself. */
function followPlatformOf(site: Site, choice: Choice): void {
  fetchPlatform().then(({ followPlatform }) => followPlatform(site, choice, (operator, decision, sourceName) => {
    recordDecision(site, operator, { decision, scope: 'remembered', source: 'cmp', sourceName, lang: pageLang(), text: '' });
  })).catch((error: unknown) => warnOnce('cmp', `${String(error)}; the gate asks by itself`));
}

/** Opens what a choice needs on this site. */
export function openChoice(site: Site): Choice {
  later.texts = enChoice;
  later.conduct = (gate, of, choice) => new Conduct(gate, of, choice);
  const choice = openChoiceOf(site);
  if (site.settings.cmp !== 'none') followPlatformOf(site, choice);
  return choice;
}

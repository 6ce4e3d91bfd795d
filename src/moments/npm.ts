/** What an application from npm starts with: its elements, and its configuration. */
import { checkConfig } from '../config/check.js';
import type { ConfigInput as Config } from '../config/schema.js';
import { needsSoftware } from '../config/operator.js';
import { readSettings } from '../config/settings.js';
import { JitsiGateElement } from '../elements/gate/gate-element.js';
import { giveProperties } from '../elements/gate/properties.js';
import { addServices } from '../facts/software/services.js';
import { openLedger } from '../gate/open-ledger.js';
import { setSite } from '../gate/site.js';
import type { ChangeKey } from '../i18n/change-messages.js';
import type { ChoiceKey } from '../i18n/choice-messages.js';
import type { DetailKey } from '../i18n/detail-messages.js';
import type { MeetingKey } from '../i18n/meeting-messages.js';
import type { MessageKey } from '../i18n/messages.js';
import type { SettingsKey } from '../i18n/settings-messages.js';
import { GateError } from '../lib/errors.js';
import { warnOnce } from '../lib/warn-once.js';
import { followDecisions } from '../page/follow-decisions.js';
import { type Gate, createGate, endActiveGate } from '../page/gate.js';
import { createPlaceholders } from '../page/placeholders/placeholders.js';
import { watchSettingsLinks } from '../page/settings-links.js';
import { createSite } from '../page/site.js';
import { fetchPlatform } from './later-loading.js';
import { fetchBeforeChoice, fetchOtherSoftware } from './loading.js';
import { openFetchedGate } from './npm-loading.js';
import { define } from './openers.js';
import { defineOtherElements, openSettings } from './other-elements.js';

/** The key of a text that a visitor reads. */
export type TextKey = ChangeKey | ChoiceKey | MessageKey | MeetingKey | DetailKey | SettingsKey;

/** What the owner may write. `messages`: the owner's own words, by language (BCP 47) and key; all other texts stay ours. */
export type ConfigInput = Omit<Config, 'messages'> & {
  readonly messages?: Readonly<Record<string, { readonly [key in TextKey]?: string }>>;
};

/** What `<jitsi-gate>` is: our element, or that of whoever came first, with its `configure()` if it is a copy of this package. */
type Registered = CustomElementConstructor & { readonly configure?: typeof configure };

/** Registers the elements, and gives what counts: where a page has two copies of the package, the first one does. */
export function defineElements(): Registered {
  giveProperties();
  Reflect.set(JitsiGateElement, 'configure', configure);
  define(openFetchedGate);
  defineOtherElements();
  const first = customElements.get('jitsi-gate') as Registered;
  if (first !== JitsiGateElement) warnOnce('twice', '<jitsi-gate> is taken; the first one counts');
  return first;
}

const nothing = async (): Promise<void> => undefined;
const none = (): undefined => undefined;
const stops = () => none;

/** A gate where no page is: nobody visits, and nothing is shown, kept or heard. */
const PAGELESS: Gate = {
  mount: stops, watch: stops, subscribe: stops,
  scan: none, destroy: none, decision: none, grant: none, decline: none,
  openSettings: nothing, withdraw: nothing,
  receipts: () => [],
};

/**
 * Configures the gate of this page and starts it. Nothing of a meeting server is contacted.
 * A later call replaces the earlier one, also that of another copy of this package. On a server the configuration is checked, and the gate
 * that is returned does nothing.
 * @throws GateError with code `config`, `issues` naming every wrong path at once.
 */
export function configure(config: ConfigInput): Gate {
  addServices();
  const issues = checkConfig(config);
  if (issues.length > 0) throw new GateError('config', issues);
  if (!globalThis.customElements) return PAGELESS;
  const { configure: first } = defineElements();
  if (first && first !== configure) return first(config);
  endActiveGate();
  const settings = readSettings(config);
  const ledger = openLedger(settings);
  const site = createSite({ settings, ledger, fetchChoice: async (of) => (await fetchBeforeChoice()).openChoice(of) });
  // Gates take note of what scripts decide.
  const follows = [watchSettingsLinks(openSettings), followDecisions(site, fetchPlatform), ledger.subscribe(() => void site.prepareChoice().catch(() => undefined))];
  const placeholders = createPlaceholders();
  placeholders.isOver = !first;
  const gate = createGate({ site, ledger, placeholders, openSettings, stops: follows });
  const isKnown = ![...settings.operators.values()].some(needsSoftware);
  if (isKnown) setSite(site);
  // A gate that is destroyed meanwhile stays so.
  else fetchOtherSoftware().then(({ addSoftware }) => {
    addSoftware(() => ({ settings }));
    if (!placeholders.isOver) setSite(site);
  }).catch((error: unknown) => warnOnce('gate', String(error), 'error'));
  return gate;
}

/** The first look is drawn: the configuration is checked, and the page is followed from now on. */
import { configFaults } from '../config/check-config.js';
import { followLanguage } from '../elements/follow-language.js';
import { followLinks } from '../elements/follow-links.js';
import { JitsiGateElement } from '../elements/gate/gate-element.js';
import { later } from '../elements/gate/later.js';
import { giveProperties } from '../elements/gate/properties.js';
import { expectPresses } from '../elements/press/expect-presses.js';
import { followMoves } from '../elements/press/moves.js';
import { type Site, setSite } from '../gate/site.js';
import { GateError, type GateIssue } from '../lib/errors.js';
import { ofDocument } from '../lib/of-document.js';
import { warnOnce } from '../lib/warn-once.js';
import { followDecisions } from '../page/follow-decisions.js';
import { isForOwner } from '../page/owner/is-for-owner.js';
import { watchPlaceholders } from '../page/placeholders/follow.js';
import type { Placeholders } from '../page/placeholders/placeholders.js';
import { watchSettingsLinks } from '../page/settings-links.js';
import { gateFiles } from './gate-files.js';
import { fetchOpened, fetchOwner, fetchPlatform } from './later-loading.js';
import { fetchExplanation } from './loading.js';
import { defineOtherElements, openSettings } from './other-elements.js';
import type { OwnTag } from './start.js';

export { openSettings };

/** What a script tag has read of its page. */
export interface PageRead {
  /** Undefined where the settings are too wrong to be used. */
  readonly site: Site | undefined;
  readonly placeholders: Placeholders;
  /** The configuration as it stands there. */
  readonly raw: unknown;
  /** Why it cannot be read; undefined where it can. */
  readonly unreadable: string | undefined;
  readonly own: OwnTag;
}

/** What is read where nobody says anything. */
const NOTHING = JSON.stringify({ operators: { '': {} } });

/** Why nothing that stands in a script tag is known. */
const BARE = 'a script tag without them; a tag manager or an optimiser may have removed them';
const TAGLESS = 'no tag whose attributes could be read: the script was combined with others, or a tag manager runs its text';

/** Everything that is wrong, in words; where their file cannot be had, at least where it is. */
async function explain({ raw, unreadable, own: { src, dataset } }: PageRead, paths: readonly string[]): Promise<readonly GateIssue[]> {
  if (unreadable) return [dataset['config'] === undefined ? { path: '#jitsi-gate-config', expected: 'one block of JSON', found: unreadable } : { path: 'data-config', expected: 'a file with an object of JSON', found: unreadable }];
  // Whatever is missing stands in a tag that nobody can read.
  if (Object.keys(dataset).length === 0 && JSON.stringify(raw) === NOTHING) return [{ path: 'script', expected: 'data- attributes, the JSON block #jitsi-gate-config, or data-config', found: src ? BARE : TAGLESS }];
  try {
    const { explainConfig, inScriptWords } = await fetchExplanation();
    return inScriptWords(explainConfig(raw), dataset);
  } catch {
    return paths.map((path) => ({ path, expected: 'another value', found: 'one that cannot be used' }));
  }
}

/** Looks closer at a page whose first look is drawn: notes the moves of buttons, and tells the owner what will not work. */
export function lookCloser(site: Site): void {
  later.openDetails = (gate) => {
    // The first look has what matters, and the next opening tries again.
    fetchOpened().then(({ showDetails }) => showDetails(gate)).catch((error: unknown) => warnOnce('details', String(error)));
  };
  const gates = [...(ofDocument('querySelectorAll').call(document, 'jitsi-gate') as NodeListOf<JitsiGateElement>)];
  giveProperties(gates);
  expectPresses(gateFiles);
  followLinks();
  followLanguage();
  // Those that were opened before.
  for (const { shadowRoot } of gates) shadowRoot?.querySelector('details[open]')?.dispatchEvent(new Event('toggle'));
  followMoves(gates.flatMap(({ shadowRoot }) => shadowRoot?.querySelector('[part=accept]') ?? []));
  // Without this file the owner misses hints, and nobody else anything.
  if (isForOwner(site.settings)) fetchOwner().then(({ diagnose }) => diagnose(site)).catch(() => undefined);
}

/**
 * Checks the configuration of a page and follows the page. A wrong one leaves every gate `invalid`: the author's content, and
 * no way to load. Returns how to stop.
 * @throws GateError where the configuration is wrong; the console has it, too
 * @throws Error where the gates of the page are another copy's
 */
export async function followPage(page: PageRead): Promise<(() => void)[]> {
  const { site, placeholders, raw, unreadable } = page;
  // The first one on a page counts; gates say the same in the console, where they are drawn (page/placeholders/upgrade.ts).
  if (customElements.get('jitsi-gate') !== JitsiGateElement) throw new Error('<jitsi-gate> is taken');
  defineOtherElements();
  const faults = unreadable ? [] : configFaults(raw);
  if (!site || unreadable || faults.length > 0) setSite('unusable');
  const stops = [watchPlaceholders(placeholders, document)];
  placeholders.scan();
  if (site && !unreadable && faults.length === 0) {
    lookCloser(site);
    return [...stops, watchSettingsLinks(openSettings), followDecisions(site, fetchPlatform)];
  }
  const error = new GateError('config', await explain(page, faults.map(({ path }) => path.join('.'))));
  warnOnce('config', error.message, 'error');
  throw error;
}

/** The page has something to gate: reads the configuration, and draws a gate for each placeholder. */
import type { ConfigInput } from '../config/schema.js';
import { type Attributes, mergeScriptAttributes } from '../config/script-attributes.js';
import { type Settings, readSettings } from '../config/settings.js';
import { type Site, setSite } from '../gate/site.js';
import { warnOnce } from '../lib/warn-once.js';
import { createPlaceholders } from '../page/placeholders/placeholders.js';
import { readBlock } from '../page/read-configuration.js';
import { createSite } from '../page/site.js';
import { openGate } from './gate-view.js';
import { fetchAfterFirstLook, fetchBeforeChoice } from './loading.js';
import { define, openSettings } from './openers.js';
import type { Started } from './start.js';

interface Read {
  readonly raw?: unknown;
  readonly settings?: Settings;
  /** Why the configuration cannot be read. */
  readonly unreadable?: string;
}

/** Reads the configuration. What is drawn from it may be wrong; nothing can be chosen before it is checked. */
function readPage(attributes: Attributes): Read {
  let raw: unknown;
  try {
    raw = mergeScriptAttributes(readBlock(), attributes);
  } catch (error) {
    return { unreadable: String(error) };
  }
  try {
    return { raw, settings: readSettings(raw as ConfigInput) };
  } catch {
    return { raw }; // Too wrong to draw from; the check will say why.
  }
}

/** Starts the gate for a script tag. Draws at once, where the texts of the page's language are there. */
export function boot(attributes: Attributes, nonce: string): Started {
  const { raw, settings, unreadable } = readPage(attributes);
  const placeholders = createPlaceholders();
  const site: Site | undefined = settings && createSite({
    settings,
    nonce,
    fetchChoice: async (of) => (await Promise.all([fetchBeforeChoice(), following]))[0].openChoice(of),
  });
  // The browser draws first.
  const following: Promise<(() => void)[]> = new Promise((resolve) => {
    setTimeout(resolve);
  }).then(fetchAfterFirstLook).then(({ followPage }) => followPage({ site, placeholders, raw, unreadable, attributes }));
  following.catch((error: unknown) => {
    // Whatever cannot be checked is wrong. What is wrong with the page was told there.
    setSite('unusable');
    if (!Object.hasOwn(Object(error), 'issues')) warnOnce('gate', String(error), 'error');
  });
  define(openGate);
  setSite(site ?? 'unusable');
  placeholders.scan();
  return {
    openSettings,
    async openGate() {
      const stops = await following;
      const { createGate } = await fetchBeforeChoice();
      if (!site) throw new Error('no site');
      const { ledger } = await site.prepareChoice();
      return createGate({ site, ledger, placeholders, openSettings, stops });
    },
  };
}

/** The page has something to gate: reads the configuration, and draws a gate for each placeholder. */
import type { ConfigInput } from '../config/schema.js';
import { needsSoftware } from '../config/operator.js';
import { type Attributes, mergeScriptAttributes } from '../config/script-attributes.js';
import { type Settings, readSettings } from '../config/settings.js';
import { type Site, setSite } from '../gate/site.js';
import type { GateError } from '../lib/errors.js';
import { warnOnce } from '../lib/warn-once.js';
import { createPlaceholders } from '../page/placeholders/placeholders.js';
import { askForFile, readBlock } from '../page/read-configuration.js';
import type { Gate } from '../page/gate.js';
import { createSite } from '../page/site.js';
import { openGate } from './gate-view.js';
import { fetchAfterFirstLook, fetchBeforeChoice, fetchConfigFile, fetchOtherSoftware } from './loading.js';
import { define } from './openers.js';
import type { OwnTag, Started } from './start.js';

interface Read {
  readonly raw?: unknown;
  readonly settings?: Settings;
  /** Why the configuration cannot be read. */
  readonly unreadable?: string;
}

/** Reads the configuration. What is drawn from it may be wrong; nothing can be chosen before it is checked. */
function readPage(attributes: Attributes, file?: object): Read {
  let raw: unknown;
  try {
    raw = mergeScriptAttributes(readBlock(), attributes, file);
  } catch (error) {
    return { unreadable: String(error) };
  }
  try {
    return { raw, settings: readSettings(raw as ConfigInput) };
  } catch {
    return { raw }; // Too wrong to draw from; the check will say why.
  }
}

/** Starts the gate from a configuration that has been read. Draws at once, where the texts of the page's language are there. */
function begin({ raw, settings, unreadable }: Read, own: OwnTag): Started {
  const placeholders = createPlaceholders();
  let following: Promise<(() => void)[]> | undefined;
  let gate: Gate | undefined;
  /** Has the configuration checked and the page followed; again, where the file for it could not be had. */
  const follow = (): Promise<(() => void)[]> => following ??= fetchAfterFirstLook().then(({ followPage }) => followPage({ site, placeholders, raw, unreadable, own })).catch((error: unknown) => {
    // What is wrong with the page was told there, and ends it for good.
    if (!(error as Partial<GateError>).issues) {
      following = undefined;
      warnOnce('gate', String(error), 'error');
    }
    throw error;
  });
  const site: Site | undefined = settings && createSite({
    settings,
    nonce: own.nonce ?? '',
    fetchChoice: async (of) => (await Promise.all([fetchBeforeChoice(), follow()]))[0].openChoice(of),
  });
  // The browser draws first.
  setTimeout(() => follow().catch(() => undefined));
  define(openGate);
  const openSettings = async (): Promise<void> => (await fetchAfterFirstLook()).openSettings();
  setSite(site ?? 'unusable');
  placeholders.scan();
  return {
    openSettings,
    async openGate(published) {
      const stops = await follow();
      const { createGate } = await fetchBeforeChoice();
      // Without a site the page could not be followed.
      const its = site as Site;
      const { ledger } = await its.prepareChoice();
      return Object.assign(published, gate ??= createGate({ site: its, ledger, placeholders, openSettings, stops }));
    },
  };
}

/** Starts the gate for a script tag, or for a script that has none. */
export function boot(own: OwnTag): Started | Promise<Started> {
  const { dataset } = own;
  const { config } = dataset;
  const start = (file?: object): Started | Promise<Started> => {
    const read = (): Read => readPage(dataset, file);
    const first = read();
    const needs = first.settings && [...first.settings.operators.values()].some(needsSoftware);
    return needs ? fetchOtherSoftware().then(({ addSoftware }) => begin(addSoftware(read), own)) : begin(first, own);
  };
  if (config === undefined) return start();
  return Promise.all([fetchConfigFile(), askForFile(config)])
    .then(([{ readConfigFile }, answer]) => readConfigFile(config, answer))
    .then((file) => (typeof file === 'string' ? begin({ unreadable: file }, own) : start(file)));
}

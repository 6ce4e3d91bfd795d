import { afterEach } from 'vitest';
import { usableSite } from '../../src/gate/site.js';
import { configure } from '../../src/index.js';
import type { ConfigInput, Gate, OperatorInput } from '../../src/index.js';

/** Facts of an operator in the EEA, played by this page's own server (test/support/meeting-server-plugin.ts). */
export const clinic: OperatorInput = { domain: location.host, name: 'Clinic GmbH', country: 'DE' };

/** A second operator: the same server under its other name, so another domain and another origin. */
export const school: OperatorInput = {
  domain: location.host.replace(/^[^:]+/, (host) => (host === 'localhost' ? '127.0.0.1' : 'localhost')),
  name: 'School e.V.',
  country: 'AT',
};

let opened: Gate | undefined;

/** What the browser had before a test blocked or filled anything. */
const storages = [localStorage, sessionStorage];

/** Configures the page for one operator, `clinic` with changes, or for what `config` says. Again: a later page view. */
export function openSite(config: Partial<ConfigInput> = {}, operator: Partial<OperatorInput> = {}): Gate {
  opened = configure({ operators: { clinic: { ...clinic, ...operator } }, privacyUrl: '/privacy#meetings', ...config });
  return opened;
}

/** The gates of two operators, `clinic` by default. */
export function openTwo(config: Partial<ConfigInput> = {}): Gate {
  return openSite({ operators: { clinic, school }, defaultOperator: 'clinic', ...config });
}

/** Waits until the receipts of the site's page view are loaded, and what was decided before has its receipt. */
export async function receiptsLoaded(): Promise<void> {
  await usableSite()?.prepareChoice();
}

/** Removes every cookie of this page's own host and path. */
export function clearCookies(): void {
  for (const pair of document.cookie.split('; ')) document.cookie = `${pair.split('=')[0] ?? ''}=; Max-Age=0; Path=/`;
}

/** Ends the site's page view: no meeting, no gate, no markup and nothing stored is left. */
export async function closeSite(): Promise<void> {
  await receiptsLoaded();
  await opened?.withdraw();
  opened?.destroy();
  opened = undefined;
  document.body.replaceChildren();
  for (const storage of storages) storage.clear();
  clearCookies();
}

/** Closes the site after each test of a file. */
export function closeSiteAfterEach(): void {
  afterEach(closeSite);
}

/** What the key of every decision begins with; the operator's key follows. */
const PREFIX = 'jitsi-gate.';

/** The decisions as they are stored, by operator key; undefined where nothing is stored. */
export function storedDecisions(storage: Storage = localStorage): Record<string, Record<string, unknown>> | undefined {
  const keys = Object.keys(storage).filter((key) => key.startsWith(PREFIX)).sort();
  const decisions = keys.map((key) => [key.slice(PREFIX.length), JSON.parse(storage.getItem(key) ?? '') as Record<string, unknown>]);
  return keys.length === 0 ? undefined : (Object.fromEntries(decisions) as Record<string, Record<string, unknown>>);
}

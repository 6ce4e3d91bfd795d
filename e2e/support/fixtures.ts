import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, test as base, type BrowserContext } from 'playwright/test';
import { buildExternalApi } from './external-api.js';
import { recordForeign, type Foreign } from './foreign.js';
import type { RunningServer } from './listen.js';
import { meetingPage } from './meeting-page.js';
import { networkLogArgs, NOTHING_RESOLVES } from './network-log.js';
import { createReceiver, type Receiver } from './receiver.js';
import { startSite } from './site-server.js';

export { expect } from 'playwright/test';
export { readLedgerTiming } from './ledger-clock.js';
export { emitFromMeeting, leaveInMeeting, meetingFrame, wireLog } from './meeting-frame.js';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const LOG_NAME = 'network.json';

type PersistentOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** Headers for `/x.html` come from `x.html.headers.json` beside it, so that a page and its policy stay together. */
async function sidecarHeaders(path: string): Promise<Record<string, string>> {
  if (!path.endsWith('.html')) return {};
  const text = await readFile(join(pages, `${path}.headers.json`), 'utf8').catch(() => '{}');
  return JSON.parse(text) as Record<string, string>;
}

/**
 * A whole browser of its own, with a regular profile on disk and a network log: hints and lookups act and are seen, and
 * pages are kept for going back. A headless shell does none of that.
 */
async function openRegularProfile(folder: string, options: PersistentOptions): Promise<BrowserContext> {
  const kept = (options.args ?? []).filter((arg) => arg !== NOTHING_RESOLVES);
  const args = [...kept, ...networkLogArgs(join(folder, LOG_NAME))];
  const executablePath = process.env['PLAYWRIGHT_CHROMIUM'];
  const whole = executablePath === undefined ? { channel: 'chromium' } : { executablePath };
  return chromium.launchPersistentContext(join(folder, 'profile'), { ...options, ...whole, args, serviceWorkers: 'block' });
}

interface TestFixtures {
  /** `regular` is a whole browser, which also records name lookups and lets hints act, at the cost of its start; see network-log.ts. */
  readonly profile: 'private' | 'regular';
  /** Folder of the regular profile and its network log; undefined for `private`. */
  readonly profileFolder: string | undefined;
  /** Records and answers everything foreign; always on. */
  readonly foreign: Foreign;
  /** The site's endpoint for receipts, as new for each test. */
  readonly receiver: Receiver;
}

interface WorkerFixtures {
  /** e2e/pages at `/`, dist at `/assets/`. */
  readonly site: RunningServer;
  /** What answers at the site's endpoint for receipts; tests use `receiver`. */
  readonly endpoint: Receiver;
}

/** Playwright's `test` with the site served, every foreign host answered locally, and everything foreign recorded. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  endpoint: [async ({}, use) => use(createReceiver()), { scope: 'worker' }],
  site: [
    async ({ endpoint: { intercept } }, use) => {
      // The first build may download the source; it must not count against a test's own time.
      await Promise.all([buildExternalApi(), meetingPage()]);
      const site = await startSite({ root: pages, mounts: { '/assets/': dist }, headers: sidecarHeaders, intercept });
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ site }, use) => use(site.origin),
  receiver: async ({ endpoint }, use) => {
    endpoint.reset();
    await use(endpoint);
    endpoint.reset();
  },
  profile: ['private', { option: true }],
  profileFolder: async ({ profile }, use) => {
    if (profile === 'private') return use(undefined);
    const folder = await mkdtemp(join(tmpdir(), 'jitsi-gate-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  context: async ({ context, profileFolder, launchOptions, baseURL, viewport, locale }, use) => {
    if (profileFolder === undefined) return use(context);
    const chosen = { viewport, ...(baseURL && { baseURL }), ...(locale && { locale }) };
    const regular = await openRegularProfile(profileFolder, { ...launchOptions, ...chosen });
    await use(regular);
    await regular.close();
  },
  foreign: [
    async ({ context, profileFolder, site }, use) => {
      const networkLog = profileFolder === undefined ? undefined : join(profileFolder, LOG_NAME);
      const foreign = await recordForeign({ context, siteOrigin: site.origin, networkLog });
      await use(foreign);
      // Requests left hanging on purpose end here, not in the next test.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
    },
    { auto: true },
  ],
});

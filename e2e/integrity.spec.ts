import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { BrowserContext, Page } from 'playwright/test';
import { buildExternalApi, withLoopbackHttp } from './support/external-api.js';
import { expect, test as base } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateOf, listenToConsole, openAsking, partOf, press } from './support/gate.js';
import { listen, type RunningServer } from './support/listen.js';
import { makePage, PRACTICE } from './support/made-site.js';
import { startStandIn } from './support/stand-in-server.js';

const LIBS = '/libs/external_api.min.js';
const hashOf = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;
const WRONG = hashOf('another script');

/** A real server on a port of its own: cross-origin rules and hashes are the browser's, with nothing in between. */
const test = base.extend<object, { server: RunningServer }>({
  server: [
    async ({}, use) => {
      const server = await startStandIn();
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

// A page that a test hands to the browser counts as one from the internet, which has to ask for this.
test.use({ permissions: ['local-network-access'] });
test.beforeEach(async ({ server, foreign }) => void foreign.respond(server.origin, { pass: true }));

/** Notes how scripts of other origins stand in the page when they are put there. */
async function noteScripts(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const scripts: (string | null)[][] = [];
    Object.assign(window, { scripts });
    new MutationObserver((changes) => {
      for (const script of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(script instanceof HTMLScriptElement) || !script.src || script.src.startsWith(location.origin)) continue;
        scripts.push([new URL(script.src).pathname, script.crossOrigin, script.integrity]);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'scripts'));
}

async function open(page: Page, context: BrowserContext, operator: Readonly<Record<string, unknown>>): Promise<void> {
  await openAsking(page, await makePage(context, { config: { operators: { practice: { ...PRACTICE, ...operator } } } }));
}

test.describe('a pinned script', () => {
  test('runs if it is the one that was pinned, fetched so that its hash can be checked', async ({ page, context, server }) => {
    const scripts = await noteScripts(page);
    const integrity = hashOf(withLoopbackHttp(await buildExternalApi()));
    await open(page, context, { domain: new URL(server.origin).host, integrity });
    await acceptUntilLive(page);
    expect(await scripts()).toEqual([[LIBS, 'anonymous', integrity]]);
  });

  test('that was changed never runs: the gate says in words that it failed', async ({ page, context, server, foreign }) => {
    const lines = listenToConsole(page);
    await open(page, context, { domain: new URL(server.origin).host, integrity: WRONG });
    await press(page, 'accept');
    await expectState(page, 'failed');
    await expect(gateOf(page).getByRole('alert')).not.toBeEmpty();
    expect(lines.join()).toContain("Failed to find a valid digest in the 'integrity' attribute");
    expect(foreignFrames(page)).toEqual([]);
    expect(await page.evaluate(() => ['JitsiMeetExternalAPI', 'JitsiMeetJS'].filter((name) => name in window))).toEqual([]);
    expect(foreign.requests.map(({ url }) => url)).toEqual([server.origin + LIBS]);
  });

  test('that was changed can be asked for again, and is checked again', async ({ page, context, server, foreign }) => {
    await open(page, context, { domain: new URL(server.origin).host, integrity: WRONG });
    await press(page, 'accept');
    await expectState(page, 'failed');
    foreign.clear();
    await press(page, 'retry');
    await expect.poll(() => foreign.requests.length).toBe(1);
    await expectState(page, 'failed');
    await expect(partOf(page, 'retry')).toBeVisible();
  });

  test('fails in words on a server that forbids cross-origin reading', async ({ page, context, foreign }) => {
    const script = withLoopbackHttp(await buildExternalApi());
    const strict = await listen(createServer((_request, response) => response.setHeader('content-type', 'text/javascript').end(script)), 0);
    try {
      foreign.respond(strict.origin, { pass: true });
      const lines = listenToConsole(page);
      await open(page, context, { domain: new URL(strict.origin).host, integrity: hashOf(script) });
      await press(page, 'accept');
      await expectState(page, 'failed');
      await expect(gateOf(page).getByRole('alert')).not.toBeEmpty();
      expect(lines.join()).toContain("No 'Access-Control-Allow-Origin' header");
    } finally {
      await strict.close();
    }
  });
});

test.describe('a script that is not pinned', () => {
  test('is fetched without asking for cross-origin reading, which stock servers do not allow for it', async ({ page, context, server }) => {
    const scripts = await noteScripts(page);
    await open(page, context, { domain: new URL(server.origin).host });
    await acceptUntilLive(page);
    expect(await scripts()).toEqual([['/external_api.js', null, '']]);
  });
});

test('the server of these tests allows cross-origin reading where stock servers do, and only there', async ({ context, server }) => {
  const allowed = async (path: string): Promise<string | undefined> => (await context.request.get(server.origin + path)).headers()['access-control-allow-origin'];
  expect([await allowed(LIBS), await allowed('/external_api.js')]).toEqual(['*', undefined]);
});

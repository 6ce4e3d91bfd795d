import type { BrowserContext, Page } from 'playwright/test';
import { startChoosy } from './support/choosy-server.js';
import { expect, meetingFrame, test } from './support/fixtures.js';
import type { Foreign } from './support/foreign.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, openAsking, press } from './support/gate.js';
import { makePage, PRACTICE } from './support/made-site.js';

const HOSTS = [['127.0.0.1', '127.0.0.1'], ['localhost', '127.0.0.1'], ['[::1]', '::1']] as const;

/** Serves a page whose meetings are on this computer; lets requests to there, and to nowhere else, go through. */
async function pageFor(domain: string, config: object, { context, foreign }: { readonly context: BrowserContext; readonly foreign: Foreign }): Promise<string> {
  foreign.respond(`http://${domain}`, { pass: true });
  // A page that a test hands to the browser counts as one from the internet, which has to ask for this.
  await context.grantPermissions(['local-network-access']);
  return makePage(context, { config: { ...config, operators: { here: { ...PRACTICE, domain } } } });
}

async function saysNothing(page: Page, path: string): Promise<void> {
  const lines = listenToConsole(page);
  await openAsking(page, path);
  await acceptUntilLive(page);
  expect(gateLines(lines)).toEqual([]);
}

for (const [name, host] of HOSTS) {
  test(`a meeting on http://${name} runs in mode frame, and the console says nothing`, async ({ page, context, foreign }) => {
    const server = await startChoosy({ host });
    const domain = `${name}:${new URL(server.origin).port}`;
    try {
      await saysNothing(page, await pageFor(domain, { mode: 'frame' }, { context, foreign }));
      // A list of permissions that the browser cannot read would leave the meeting without any.
      const meeting = await meetingFrame(page);
      expect(await meeting.evaluate(() => (Reflect.get(document, 'featurePolicy') as { allowsFeature(name: string): boolean }).allowsFeature('camera'))).toBe(true);
      expect(meeting.url()).toContain(`http://${domain}/secret-room-x8k2pq9z?`);
      expect(foreign.requests.map(({ url }) => new URL(url).protocol)).toEqual(['http:']);
    } finally {
      await server.close();
    }
  });
}

test('a page on https shows a meeting on this computer', async ({ page, context, foreign, site }) => {
  const server = await startChoosy();
  const secure = 'https://practice.example';
  try {
    const path = await pageFor(new URL(server.origin).host, { mode: 'frame', diagnostics: 'always' }, { context, foreign });
    const html = await (await page.goto(path))?.text();
    await context.route(`${secure}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === path) return route.fulfill({ contentType: 'text/html', body: html ?? '' });
      return route.fulfill({ response: await route.fetch({ url: site.origin + pathname }) });
    });
    await context.grantPermissions(['local-network-access'], { origin: secure });
    await saysNothing(page, secure + path);
  } finally {
    await server.close();
  }
});

test('in mode api the console says at once what to use, and a meeting fails at once instead of loading', async ({ page, context, foreign }) => {
  const server = await startChoosy({ isGenuine: true });
  const { host } = new URL(server.origin);
  const says = `meetings on http://${host} need mode: frame, because external_api.js opens https alone`;
  const lines = listenToConsole(page);
  try {
    await openAsking(page, await pageFor(host, {}, { context, foreign }));
    await expect.poll(() => gateLines(lines)).toEqual([`warning: [jitsi-gate] loopback: ${says}`]);
    await foreign.expectSilence();
    await press(page, 'accept');
    await expectState(page, 'failed');
    expect(gateLines(lines).join('\n')).toMatch(/internal: .*use mode: frame/);
    await expect(page.locator('jitsi-gate iframe')).toHaveCount(0);
  } finally {
    await server.close();
  }
});

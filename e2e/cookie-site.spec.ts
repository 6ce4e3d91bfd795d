import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { expectState, openAsking, press } from './support/gate.js';
import { PRACTICE } from './support/made-site.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const DAY = 86_400;

/** A site on https with two hosts of one domain, as cookies know it: the test server itself is plain http on an address. */
async function serveSite(context: BrowserContext, config: Readonly<Record<string, unknown>>): Promise<void> {
  const settings = { privacyUrl: '/privacy', operators: { practice: PRACTICE }, storage: 'cookie', ...config };
  const html = `<!doctype html><html lang="en"><head><title>A site on https</title><link rel="icon" href="data:,">
<script type="application/json" id="jitsi-gate-config">${JSON.stringify(settings)}</script>
<script defer src="/assets/jitsi-gate.js"></script></head><body><div data-jitsi-room="secret-room-x8k2pq9z"></div></body></html>`;
  await context.route(/^https:\/\/\w+\.practice\.example\//, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.startsWith('/assets/')) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(dist + pathname.slice('/assets/'.length), 'utf8') });
  });
}

async function openIn(page: Page, host: string): Promise<void> {
  await openAsking(page, `https://${host}.practice.example/`);
}

test.describe('decisions in a cookie, on a site with https', () => {
  test('stand in one that is sent on https alone, to no other site, for as long as they count', async ({ page, context }) => {
    await serveSite(context, {});
    await openIn(page, 'www');
    await press(page, 'decline');
    await expectState(page, 'declined');
    const [cookie] = await context.cookies('https://www.practice.example/');
    expect(cookie).toMatchObject({ name: 'jitsi-gate.practice', domain: 'www.practice.example', path: '/', secure: true, sameSite: 'Lax' });
    expect(Math.abs((cookie?.expires ?? 0) - (Date.now() / 1000 + 182 * DAY))).toBeLessThan(120);
    await page.reload();
    await expectState(page, 'declined');
  });

  test('are no other host’s, unless the owner names the parent domain', async ({ page, context }) => {
    await serveSite(context, {});
    await openIn(page, 'www');
    await press(page, 'decline');
    await expectState(page, 'declined');
    await openIn(page, 'app');
  });

  test('of a parent domain count on every host of it', async ({ page, context }) => {
    await serveSite(context, { cookieDomain: 'practice.example' });
    await openIn(page, 'www');
    await press(page, 'decline');
    await expectState(page, 'declined');
    expect((await context.cookies('https://app.practice.example/')).map(({ domain, secure }) => [domain, secure])).toEqual([['.practice.example', true]]);
    await page.goto('https://app.practice.example/');
    await expectState(page, 'declined');
    await press(page, 'reconsider');
    await press(page, 'accept');
    await expectState(page, 'live');
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await openIn(page, 'www');
  });
});

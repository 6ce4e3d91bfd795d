import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, openAsking, partOf, press } from './support/gate.js';
import { makePage, PRACTICE } from './support/made-site.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Notes the gate's own files that a page asks for from now on, by their moment. */
function noteFiles(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const file = /\/assets\/(?:jitsi-gate\/)?([\w.-]+?)(?:-[\w-]{8})?\.js/.exec(request.url())?.[1];
    if (file) files.push(file);
  });
  return files;
}

/** Waits until a page has fetched all that it fetches by itself. */
async function untilIdle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
}

for (const [script, first] of [['jitsi-gate.js', ['jitsi-gate', 'first-look']], ['jitsi-gate.page.js', ['jitsi-gate.page']]] as const) {
  test.describe(script, () => {
    test('fetches each moment’s file when that moment comes, and none twice', async ({ page, context, foreign }) => {
      const files = noteFiles(page);
      await openAsking(page, await makePage(context, { script: `src="/assets/${script}"`, config: { diagnostics: 'never' } }));
      await untilIdle(page);
      expect(files).toEqual([...first, 'after-first-look']);
      await partOf(page, 'decline').hover();
      await untilIdle(page);
      expect(files.slice(first.length)).toEqual(['after-first-look', 'before-choice']);
      await partOf(page, 'accept').hover();
      await untilIdle(page);
      expect(files.slice(first.length)).toEqual(['after-first-look', 'before-choice', 'after-yes']);
      await foreign.expectSilence();
      await acceptUntilLive(page);
      expect(files.slice(first.length)).toEqual(['after-first-look', 'before-choice', 'after-yes']);
    });

    test('has its files at the first press also where nothing was pointed at before', async ({ page, context }) => {
      await openAsking(page, await makePage(context, { script: `src="/assets/${script}"` }));
      await page.waitForTimeout(900);
      await partOf(page, 'accept').focus();
      await page.keyboard.press('Enter');
      await expectState(page, 'live');
    });

    test('shows a returning visitor what follows from the choice, and nothing else before', async ({ page, context }) => {
      const path = await makePage(context, { script: `src="/assets/${script}"` });
      await openAsking(page, path);
      await press(page, 'decline');
      await expectState(page, 'declined');
      await page.addInitScript(() => {
        const states: (string | null)[] = [];
        Object.assign(window, { states });
        document.addEventListener('jitsi-gate-state', ({ detail }) => states.push(detail.to));
      });
      await page.goto(path);
      await expectState(page, 'declined');
      expect(await page.evaluate(() => Reflect.get(window, 'states') as string[])).toEqual(['declined']);
    });
  });
}

test('a page without anything to gate fetches the entry alone', async ({ page, context }) => {
  const files = noteFiles(page);
  await page.goto(await makePage(context, { body: '<p>Nothing here.</p>' }));
  await untilIdle(page);
  expect(files).toEqual(['jitsi-gate']);
});

/** A page on a host that visitors can reach, which the test server is not. */
async function serveSite(context: BrowserContext, config: Readonly<Record<string, unknown>>): Promise<void> {
  const settings = { privacyUrl: '/privacy', operators: { practice: PRACTICE }, ...config };
  const html = `<!doctype html><html lang="en"><head><title>A site</title><link rel="icon" href="data:,">
<script type="application/json" id="jitsi-gate-config">${JSON.stringify(settings)}</script>
<script defer src="/assets/jitsi-gate.js"></script></head><body><div data-jitsi-room="secret-room-x8k2pq9z"></div></body></html>`;
  await context.route(/^https:\/\/www\.practice\.example\//, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.startsWith('/assets/')) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(dist + pathname.slice('/assets/'.length), 'utf8') });
  });
}

test.describe('the owner’s checks', () => {
  const site = 'https://www.practice.example/';

  for (const [title, config, path, isFetched] of [
    ['not by visitors', {}, '', false],
    ['where the owner asks for them in the address', {}, '?jitsi-gate-check', true],
    ['among other words of the address', {}, '?a=1&jitsi-gate-check&b', true],
    ['not for another word', {}, '?jitsi-gate-checked', false],
    ['always where so configured', { diagnostics: 'always' }, '', true],
    ['never where so configured', { diagnostics: 'never' }, '?jitsi-gate-check', false],
  ] as const) {
    test(`are fetched ${title}`, async ({ page, context }) => {
      await serveSite(context, config);
      const files = noteFiles(page);
      await openAsking(page, site + path);
      await untilIdle(page);
      expect(files.includes('owner')).toBe(isFetched);
    });
  }

  test('are fetched on a local host', async ({ page, context }) => {
    const files = noteFiles(page);
    await openAsking(page, await makePage(context));
    await untilIdle(page);
    expect(files).toContain('owner');
  });

  test('do not decide whether a wrong configuration is told', async ({ page, context }) => {
    await serveSite(context, { diagnostics: 'never', maxAgeDays: 9999 });
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await page.goto(site);
    await expectState(page, 'invalid');
    await expect.poll(() => lines.join()).toContain('maxAgeDays: expected a whole number from 1 to 395, found 9999');
  });

  test('a wrong configuration names the option also where its explanation cannot be had', async ({ page, context }) => {
    await serveSite(context, { maxAgeDays: 9999, storage: 'disk' });
    await context.route('**/explanation-*.js', (route) => route.abort());
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await page.goto(site);
    await expectState(page, 'invalid');
    await expect.poll(() => lines.join()).toMatch(/maxAgeDays: .*[^]*storage: /);
  });
});

import type { Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, gateLines, gateOf, listenToConsole, partOf } from './support/gate.js';
import { makePage } from './support/made-site.js';

/** The files of the gate that a page has fetched, without their hashes. */
function fetched(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType('resource')
    .map(({ name }) => /\/assets\/(?:jitsi-gate\/)?([a-z-]+?)(?:-[\w-]{8})?\.js$/.exec(new URL(name).pathname)?.[1] ?? '')
    .filter((name) => name !== ''));
}

const placeholder = (lang: string): string => `<div data-jitsi-room="secret-room-x8k2pq9z" data-jitsi-lang="${lang}"><p id="fallback">Call us</p></div>`;

test('only the language that is shown is fetched, and its later texts only after the first look', async ({ page, context, foreign }) => {
  await page.goto(await makePage(context, { body: placeholder('de') }));
  await expect(partOf(page, 'decline')).toHaveText('Nicht laden');
  await expect.poll(() => fetched(page)).toContain('de-more');
  const names = await fetched(page);
  expect(names.filter((name) => /^[a-z]{2}(-more)?$/.test(name))).toEqual(['de', 'de-more']);
  await foreign.expectSilence();
  await acceptUntilLive(page);
  await expect(partOf(page, 'withdraw')).toHaveText('Verlassen und widerrufen');
  expect((await meetingFrame(page)).url()).toContain('lang=de');
});

test('nothing is fetched for English, nor for a language that there are no texts in', async ({ page, context }) => {
  await page.goto(await makePage(context, { body: placeholder('en-GB') + placeholder('zh') }));
  await expect(partOf(page, 'decline').first()).toHaveText('Do not load');
  await expect(partOf(page, 'decline').last()).toHaveText('Do not load');
  expect((await fetched(page)).filter((name) => name.startsWith('locales'))).toEqual([]);
});

test('the author’s content stands until the language is there, and no other language flashes up', async ({ page, context }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await context.route('**/assets/jitsi-gate/pl-*', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(await makePage(context, { body: placeholder('pl') }));
  await expect.poll(() => fetched(page)).toContain('locales');
  await expect(page.locator('#fallback')).toBeVisible();
  await expect(gateOf(page).locator('section')).toHaveCount(0);
  release();
  await expect(gateOf(page).locator('section')).toHaveAttribute('lang', 'pl');
  await expect(page.locator('#fallback')).toBeHidden();
});

test('a language whose file cannot be had is shown in English, and the owner is told', async ({ page, context }) => {
  await context.route('**/assets/jitsi-gate/fr-*', (route) => route.fulfill({ status: 404 }));
  const lines = listenToConsole(page);
  await page.goto(await makePage(context, { body: placeholder('fr') }));
  await expect(partOf(page, 'decline')).toHaveText('Do not load');
  await expect.poll(() => gateLines(lines).some((line) => line.includes('language: '))).toBe(true);
});

test('the single file finds the other languages next to it', async ({ page, context }) => {
  await context.route('**/single-de.html', async (route) => {
    const html = await (await route.fetch({ url: new URL('/single.html', route.request().url()).href })).text();
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.replace('<html lang="en">', '<html lang="de">') });
  });
  await page.goto('/single-de.html');
  await expect(partOf(page, 'decline')).toHaveText('Nicht laden');
  await acceptUntilLive(page);
  await expect(partOf(page, 'withdraw')).toHaveText('Verlassen und widerrufen');
});

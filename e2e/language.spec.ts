import type { Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, gateLines, gateOf, listenToConsole, partOf } from './support/gate.js';
import { makePage, PRACTICE } from './support/made-site.js';
import { type PublishedGate, readDecisions } from './support/stored.js';

/** The files of the gate that a page has fetched, without their hashes. */
function fetched(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType('resource')
    .map(({ name }) => /\/assets\/(?:jitsi-gate\/)?([a-z-]+?)(?:-[\w-]{8})?\.js$/.exec(new URL(name).pathname)?.[1] ?? '')
    .filter((name) => name !== ''));
}

const placeholder = (lang: string): string => `<div data-jitsi-room="secret-room-x8k2pq9z" data-jitsi-lang="${lang}"><p id="fallback">Call us</p></div>`;

test('only the language that is shown is fetched, and its later texts only when a yes is near', async ({ page, context, foreign }) => {
  await page.goto(await makePage(context, { body: placeholder('de') }));
  await expect(partOf(page, 'decline')).toHaveText('Nicht laden');
  await page.waitForLoadState('networkidle');
  expect(await fetched(page)).not.toContain('de-more');
  await partOf(page, 'accept').hover();
  await expect.poll(() => fetched(page)).toContain('de-more');
  const names = await fetched(page);
  expect(names.filter((name) => /^[a-z]{2}(-more)?$/.test(name))).toEqual(['de', 'de-more']);
  await foreign.expectSilence();
  await acceptUntilLive(page);
  await expect(partOf(page, 'withdraw')).toHaveText('Verlassen und Einwilligung widerrufen');
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
  await expect(gateOf(page).locator('section')).toHaveAttribute('lang', 'en');
  await expect.poll(() => gateLines(lines).some((line) => line.includes('language: '))).toBe(true);
});

test('a language of which a later file cannot be had is not shown in pieces: the next language that is wanted takes its place', async ({ page, context }) => {
  await context.route('**/assets/jitsi-gate/ar-more-*', (route) => route.fulfill({ status: 404 }));
  await page.goto(await makePage(context, { body: `<section lang="de">${placeholder('ar')}</section>` }));
  const section = gateOf(page).locator('section');
  await expect(section).toHaveAttribute('lang', 'ar');
  // The file is asked for when a yes is near.
  await partOf(page, 'accept').hover();
  await expect(section).toHaveAttribute('lang', 'de');
  await expect(section).toHaveAttribute('dir', 'ltr');
  await acceptUntilLive(page);
  await expect(partOf(page, 'withdraw')).toHaveText('Verlassen und Einwilligung widerrufen');
  expect(await readDecisions(page)).toMatchObject({ practice: { lang: 'de' } });
});

test('the dialog of the settings says which language it is in where the wanted one cannot be had', async ({ page, context }) => {
  await context.route('**/assets/jitsi-gate/ar-*', (route) => route.fulfill({ status: 404 }));
  await context.route('**/arabic.html', async (route) => {
    const html = await (await route.fetch({ url: new URL('/full.html', route.request().url()).href })).text();
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.replace('<html lang="en">', '<html lang="ar" dir="rtl">') });
  });
  await page.goto('/arabic.html');
  await page.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).openSettings());
  const dialog = page.getByRole('dialog', { name: 'Meeting settings' });
  await expect(dialog).toHaveAttribute('lang', 'en-US');
  await expect(dialog).toHaveAttribute('dir', 'ltr');
  await expect(dialog.locator('section')).toHaveAttribute('lang', 'en-US');
});

/** Whether the characters of a text stand from left to right where it is shown, each right of the one before. */
function isLeftToRight(page: Page, text: string): Promise<boolean | undefined> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('jitsi-gate')?.shadowRoot ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0 || !node.parentElement?.checkVisibility()) continue;
      const lefts = [...wanted].map((_, index) => {
        const range = new Range();
        range.setStart(node, start + index);
        range.setEnd(node, start + index + 1);
        return range.getBoundingClientRect().left;
      });
      return lefts.every((left, index) => index === 0 || left > (lefts[index - 1] ?? 0));
    }
    return undefined;
  }, text);
}

test('names, hosts and numbers keep their order in a text that is written right to left', async ({ page, context }) => {
  const operator = {
    ...PRACTICE, domain: 'meet.example.eu:8443', name: '8x8, Inc.', retention: '7 days (logs).',
    alternatives: [{ label: 'اتصل بنا', url: 'tel:+49761000000' }, { label: '+49 761 111111', url: 'tel:+49761111111' }],
  };
  const body = '<div data-jitsi-room="secret-room-x8k2pq9z" data-jitsi-label="Hour (1)" data-jitsi-lang="ar"></div>';
  await page.goto(await makePage(context, { config: { operators: { practice: operator }, site: 'Praxis (Berlin)' }, body }));
  await partOf(page, 'details').locator('summary').click();
  await expect(partOf(page, 'details').locator('dl')).toBeVisible();
  for (const text of ['8x8, Inc.', 'Hour (1)', 'Praxis (Berlin)', 'meet.example.eu:8443', '+49761000000', '+49 761 111111', '7 days (logs).']) {
    expect(await isLeftToRight(page, text), text).toBe(true);
  }
  await expect(page.locator('jitsi-gate section')).toHaveAttribute('dir', 'rtl');
  await acceptUntilLive(page);
  await expect(gateOf(page).locator('iframe')).toHaveAttribute('title', 'اجتماع عبر الفيديو: \u2068Hour (1)\u2069');
});

test('the single file finds the other languages next to it', async ({ page, context }) => {
  await context.route('**/single-de.html', async (route) => {
    const html = await (await route.fetch({ url: new URL('/single.html', route.request().url()).href })).text();
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.replace('<html lang="en">', '<html lang="de">') });
  });
  await page.goto('/single-de.html');
  await expect(partOf(page, 'decline')).toHaveText('Nicht laden');
  await acceptUntilLive(page);
  await expect(partOf(page, 'withdraw')).toHaveText('Verlassen und Einwilligung widerrufen');
});

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateLines, listenToConsole } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';

/** Serves a library's own file from the site. */
async function serveLibrary(context: BrowserContext, name: string, file: string): Promise<void> {
  const body = await readFile(fileURLToPath(new URL(`./apps/node_modules/${file}`, import.meta.url)), 'utf8');
  await context.route(`**/${name}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

const gates = (page: Page): Promise<(string | null)[]> => page.locator('jitsi-gate').evaluateAll((all) => all.map((gate) => gate.getAttribute('state')));

test.describe('a site whose pages Turbo swaps', () => {
  test.beforeEach(async ({ page, context }) => {
    await serveLibrary(context, 'turbo.js', '@hotwired/turbo/dist/turbo.es2017-umd.js');
    const head = '<script src="/turbo.js"></script>';
    await makePage(context, { head, path: '/first.html', body: `${PLACEHOLDER}<a href="/second.html">Second</a>` });
    await makePage(context, { head, path: '/second.html', body: '<div id="other" data-jitsi-room="another-room-h3k9w2"><p>Write</p></div><a href="/first.html">First</a>' });
    await page.goto('/first.html');
    await expectState(page, 'asking');
  });

  test('has one gate on each page, also on one that comes back from its memory', async ({ page, foreign }) => {
    const lines = listenToConsole(page);
    await page.getByRole('link', { name: 'Second' }).click();
    await expectState(page, 'asking', '#other');
    await page.goBack();
    await expectState(page, 'asking', '#box');
    await page.waitForTimeout(300);
    expect(await gates(page)).toEqual(['asking']);
    expect(await page.locator('#box').evaluate((box) => box.childNodes.length)).toBe(3);
    await foreign.expectSilence();
    expect(gateLines(lines)).toEqual([]);
  });

  test('ends a call with its page, and the page that comes back is ready', async ({ page }) => {
    await acceptUntilLive(page, { remember: true });
    await page.getByRole('link', { name: 'Second' }).click();
    await expectState(page, 'ready', '#other');
    await expect.poll(() => foreignFrames(page)).toEqual([]);
    await page.goBack();
    await expectState(page, 'ready', '#box');
    expect(await gates(page)).toEqual(['ready']);
  });
});

test('a placeholder that htmx swaps in gets its gate, and a call ends with what htmx swaps out', async ({ page, context }) => {
  await serveLibrary(context, 'htmx.js', 'htmx.org/dist/htmx.js');
  await context.route('**/part.html', (route) => route.fulfill({ contentType: 'text/html', body: '<section><div id="new" data-jitsi-room="another-room-h3k9w2"><p>Write</p></div></section>' }));
  await page.goto(await makePage(context, { head: '<script src="/htmx.js"></script>', body: `<div id="target">${PLACEHOLDER}</div><button hx-get="/part.html" hx-target="#target">Swap</button>` }));
  await acceptUntilLive(page, { remember: true });
  await page.getByRole('button', { name: 'Swap' }).click();
  await expectState(page, 'ready', '#new');
  expect(await gates(page)).toEqual(['ready']);
  await expect.poll(() => foreignFrames(page)).toEqual([]);
});

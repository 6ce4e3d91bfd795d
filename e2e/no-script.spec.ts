import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { gateLines, listenToConsole, pressOn } from './support/gate.js';
import { makePage } from './support/made-site.js';

const BODY = `<div id="box" data-jitsi-room="secret-room-x8k2pq9z"><a href="#contact" class="own">Call us: +49 761 000000</a></div>
<jitsi-gate room="secret-room-x8k2pq9z"><a href="#contact" class="own">Write to us</a></jitsi-gate>
<iframe data-jitsi-src="https://meet.example.eu/secret-room-x8k2pq9z" title="Meeting"></iframe><p><a href="#contact" class="own">Come by</a></p>`;

/** The author's own content is there to be read and used, and nothing is sent to anybody. */
async function expectOwnContent(page: Page): Promise<void> {
  await expect(page.locator('.own')).toHaveCount(3);
  for (const link of await page.locator('.own').all()) await expect(link).toBeVisible();
  await page.getByRole('link', { name: 'Call us: +49 761 000000' }).click();
  expect(new URL(page.url()).hash).toBe('#contact');
}

test.describe('where scripts are turned off', () => {
  test.use({ javaScriptEnabled: false });

  test('the author’s content stays, and nothing is loaded', async ({ page, context, foreign }) => {
    await page.goto(await makePage(context, { body: BODY }));
    await expectOwnContent(page);
    await page.emulateMedia({ media: 'print' });
    for (const link of await page.locator('.own').all()) await expect(link).toBeVisible();
    expect(foreign.requests).toEqual([]);
  });
});

const MISSING = [
  ['the script is not found', '**/assets/jitsi-gate.js', { status: 404 }],
  ['the script is blocked', '**/assets/jitsi-gate.js', undefined],
  ['the rest of the script is not found', '**/assets/jitsi-gate/**', { status: 404 }],
  ['the rest of the script is blocked', '**/assets/jitsi-gate/**', undefined],
] as const;

for (const [what, files, answer] of MISSING) {
  test(`where ${what}, the author’s content stays, and nothing is loaded`, async ({ page, context, foreign }) => {
    const asked: string[] = [];
    await context.route(files, async (route) => {
      asked.push(route.request().url());
      await (answer ? route.fulfill(answer) : route.abort('blockedbyclient'));
    });
    await page.goto(await makePage(context, { body: BODY }));
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await page.waitForLoadState('networkidle');
    await expectOwnContent(page);
    await foreign.expectSilence();
  });
}

test('where a file that draws the meeting is not found, the visitor reads it on agreeing, and the owner is told', async ({ page, context, foreign }) => {
  await context.route('**/assets/jitsi-gate/after-yes-*', (route) => route.fulfill({ status: 404 }));
  const lines = listenToConsole(page);
  await page.goto(await makePage(context, { body: BODY.split('\n')[0] ?? '' }));
  await pressOn(page.getByRole('button', { name: 'Load meeting from Example GmbH' }));
  await expect(page.locator('jitsi-gate')).toContainText('Nothing came. Check your connection, press again, or reload the page.');
  await expect.poll(() => gateLines(lines).length).toBeGreaterThan(0);
  await foreign.expectSilence();
});

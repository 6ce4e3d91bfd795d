import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, OPERATOR, openAsking, press, tracesOf } from './support/gate.js';
import { makePage } from './support/made-site.js';

// The runner turns this cache off, because it surprises most tests; a headless shell has none.
test.use({
  profile: 'regular',
  launchOptions: [
    async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
});

/** Leaves a page, lets something happen, and goes back; tells whether the page came out of the cache. */
async function leaveAndReturn(page: Page, meanwhile: () => Promise<void>): Promise<boolean> {
  // A page out of the cache is the one that was left, with all that it knew.
  await page.evaluate(() => void Object.assign(window, { wasLeft: true }));
  const path = new URL(page.url()).pathname;
  await page.goto('/nothing.html');
  await meanwhile();
  await page.goBack({ waitUntil: 'commit' });
  // Chromium may throw the page away when it is on its way back already, and then loads it.
  const found = await page.waitForFunction((left) => {
    const isHere = location.pathname === left && document.readyState !== 'loading';
    return isHere && { isRestored: Reflect.get(window, 'wasLeft') === true };
  }, path);
  return (await found.jsonValue() as { isRestored: boolean }).isRestored;
}

async function openTwo(page: Page, context: BrowserContext, storage: string): Promise<Page> {
  const path = await makePage(context, { config: { storage } });
  const other = await context.newPage();
  await openAsking(page, path);
  await openAsking(other, path);
  return other;
}

// Chromium throws a kept page away when a message has come for it. The stores that are not local are told by messages,
// which may still be on their way when the visitor returns: there the page has to be right whether it was kept or not.
for (const [storage, isSureToBeKept] of [['local', true], ['cookie', false]] as const) {
  test(`a page restored after a withdrawal elsewhere shows no meeting and asks (${storage})`, async ({ page, context, foreign }) => {
    const other = await openTwo(page, context, storage);
    await acceptUntilLive(page, { remember: true });
    await expectState(other, 'ready');
    const isRestored = await leaveAndReturn(page, async () => {
      foreign.clear();
      await press(other, 'withdraw');
      await expectState(other, 'asking');
    });
    expect(isRestored || !isSureToBeKept, 'came out of the cache').toBe(true);
    await expectState(page, 'asking');
    await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
    await foreign.expectSilence();
  });

  test(`a gate restored after a yes and a no elsewhere says what is so now (${storage})`, async ({ page, context, foreign }) => {
    const other = await openTwo(page, context, storage);
    const decide = async (part: string): Promise<boolean> => leaveAndReturn(page, async () => press(other, part));
    foreign.respond('external_api.js', { hang: true });
    await other.locator('jitsi-gate [part="remember"]').check();
    expect(await decide('accept') || !isSureToBeKept, 'came out of the cache').toBe(true);
    await expectState(page, 'ready');
    await other.locator('jitsi-gate [part="cancel"]').click();
    expect(await decide('withdraw') || !isSureToBeKept, 'came out of the cache').toBe(true);
    await expectState(page, 'asking');
    expect(await decide('decline') || !isSureToBeKept, 'came out of the cache').toBe(true);
    await expectState(page, 'declined');
  });
}

for (const storage of ['session', 'memory']) {
  test(`a page that is left shows no meeting after a withdrawal elsewhere, wherever it comes from (${storage})`, async ({ page, context, foreign }) => {
    const other = await openTwo(page, context, storage);
    await acceptUntilLive(page, { remember: true });
    await acceptUntilLive(other);
    await leaveAndReturn(page, async () => {
      await press(other, 'withdraw');
      await expectState(other, 'asking');
      foreign.clear();
    });
    await expect(page.locator('jitsi-gate')).toHaveAttribute('state', /asking|ready/);
    await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
    await foreign.expectSilence();
  });
}

test('a page restored with nothing decided elsewhere has its meeting still', async ({ page, context }) => {
  await openTwo(page, context, 'local');
  await acceptUntilLive(page);
  expect(await leaveAndReturn(page, async () => undefined), 'came out of the cache').toBe(true);
  await expectState(page, 'live');
});

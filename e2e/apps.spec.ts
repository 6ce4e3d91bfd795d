import type { Page } from 'playwright/test';
import type { AppState } from './apps/shared.js';
import { expectQuiet, mark, testOf } from './support/app-site.js';
import { APPS } from './support/apps.js';
import { expect, meetingFrame } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateOf, listenToConsole, partOf, press } from './support/gate.js';

const LIST = 'ul';
const TOKEN = 'eyJhbGciOi.eyJyb29tIjo.c2lnbmF0dXJl';

/** Changes what the app shows. */
async function set(page: Page, changed: Partial<AppState>): Promise<void> {
  await page.evaluate((values) => window.app.set(values), changed);
}

for (const name of APPS) {
  const test = testOf(name);

  test.describe(`in ${name}`, () => {
    let lines: string[] = [];

    test.beforeEach(async ({ page }) => {
      lines = listenToConsole(page);
      await page.goto('/');
      await expectState(page, 'asking', LIST);
      await expect(gateOf(page).locator('section').first()).toBeAttached();
    });

    test.afterEach(() => expectQuiet(lines));

    test('a gate asks in silence, and gives the meeting token and name from its properties, which are never in the page', async ({ page, foreign }) => {
      await foreign.expectSilence();
      expect(await page.content()).not.toContain(TOKEN);
      await acceptUntilLive(page);
      const url = (await meetingFrame(page)).url();
      expect(decodeURIComponent(url)).toContain(`jwt="${TOKEN}"`);
      expect(decodeURIComponent(url)).toContain('userInfo.displayName="Jane Doe"');
      expect(await gateOf(page).evaluate((gate) => gate.outerHTML)).not.toMatch(/eyJ|Jane|jwt|user/i);
    });

    test('a new label or language restarts nothing; a new room asks nothing and restarts; a new operator asks', async ({ page }) => {
      await acceptUntilLive(page, { remember: true });
      const isSame = await mark(await meetingFrame(page));
      await set(page, { label: 'Another visit', lang: 'de' });
      await expect(partOf(page, 'withdraw')).toHaveText('Verlassen und Einwilligung widerrufen');
      expect(await isSame()).toBe(true);
      await set(page, { label: undefined, note: 'Write to us' });
      await page.waitForTimeout(200);
      expect(await isSame()).toBe(true);
      await set(page, { room: 'room-two-h3k9w2' });
      await meetingFrame(page, 'room-two-h3k9w2');
      await expectState(page, 'live');
      expect(await isSame()).toBe(false);
      await set(page, { operator: 'club' });
      await expectState(page, 'asking');
      await expect(partOf(page, 'accept')).toContainText('Other Club');
      // The meeting before has two seconds to say goodbye.
      await expect.poll(() => foreignFrames(page), { timeout: 3000 }).toEqual([]);
    });

    test('a gate that is unmounted during a call hangs up, and comes back ready', async ({ page }) => {
      await acceptUntilLive(page, { remember: true });
      const meeting = await meetingFrame(page);
      await meeting.evaluate(() => window.standIn?.join());
      await set(page, { isShown: false });
      await expect(gateOf(page)).toHaveCount(0);
      await expect.poll(() => foreignFrames(page)).toEqual([]);
      await set(page, { isShown: true });
      await expectState(page, 'ready');
      await press(page, 'accept');
      await expectState(page, 'live');
    });

    test('a list in another order shows a gate for each, and what is left of a call can be joined again', async ({ page }) => {
      await set(page, { order: ['a', 'b', 'c'] });
      await expect(gateOf(page)).toHaveCount(3);
      await acceptUntilLive(page, { remember: true, within: '#a' });
      await set(page, { order: ['c', 'b', 'a'] });
      await expect(page.locator('li').first()).toHaveId('c');
      for (const key of ['b', 'c']) await expectState(page, 'ready', `#${key}`);
      // A framework moves the one or the others; a frame that is moved loads anew, so its call ends.
      await expect(gateOf(page, '#a')).toHaveAttribute('state', /^(live|ready|ended)$/);
      if (await gateOf(page, '#a').getAttribute('state') !== 'live') await press(page, 'accept', '#a');
      await expectState(page, 'live', '#a');
      await expect.poll(() => foreignFrames(page).length).toBe(1);
    });

    test('a placeholder keeps its content where the framework put it, and its call while that changes', async ({ page }) => {
      await set(page, { isShown: false, hasPlaceholder: true });
      await expectState(page, 'asking', '#placeholder');
      await acceptUntilLive(page, { remember: true });
      const isSame = await mark(await meetingFrame(page));
      await set(page, { note: 'Write to us', label: 'Another visit' });
      await expect(page.locator('#placeholder > p')).toHaveText('Write to us');
      await expect(page.locator('#placeholder > p')).toBeHidden();
      expect(await isSame()).toBe(true);
      await set(page, { hasPlaceholder: false });
      await expect.poll(() => foreignFrames(page)).toEqual([]);
      await set(page, { hasPlaceholder: true });
      await expectState(page, 'ready', '#placeholder');
      await page.evaluate(() => window.app.gate.destroy());
      await expect(page.locator('#placeholder > p')).toBeVisible();
      await expect(page.locator('jitsi-gate')).toHaveCount(0);
    });
  });
}

testOf('angular')('an Angular application with zone.js becomes stable with a gate in view', async ({ page }) => {
  await page.goto('/');
  await expectState(page, 'asking', LIST);
  await page.evaluate(() => (Reflect.get(window, 'whenStable') as () => Promise<void>)());
  await expectState(page, 'asking', LIST);
});

const serverTest = testOf('react-server');

serverTest.describe('a page that a server has rendered with React', () => {
  let lines: string[] = [];

  serverTest.beforeEach(async ({ page }) => {
    lines = listenToConsole(page);
    await page.goto('/');
    await expectState(page, 'asking', '#component');
    await expectState(page, 'asking', '#placeholder');
  });

  serverTest.afterEach(() => expectQuiet(lines));

  const takeOver = async (page: Page): Promise<void> => {
    await page.evaluate(() => (Reflect.get(window, 'takeOver') as () => void)());
    await page.waitForFunction(() => 'setNote' in window);
  };

  serverTest('holds the author’s content and no token, and works before and after React takes it over', async ({ page, request, foreign }) => {
    const html = await (await request.get('/')).text();
    expect(html).toContain('<p>Call us</p>');
    expect(html).not.toMatch(/eyJ|Jane/);
    await foreign.expectSilence();
    await takeOver(page);
    await expectState(page, 'asking', '#component');
    await acceptUntilLive(page, { within: '#component' });
    await expect(page.locator('#states')).toHaveText(/loading live$/);
    const url = decodeURIComponent((await meetingFrame(page)).url());
    expect(url).toContain(`jwt="${TOKEN}"`);
    expect(url).toContain('userInfo.displayName="Jane Doe"');
    await page.evaluate(() => (Reflect.get(window, 'setShown') as (isShown: boolean) => void)(false));
    await expect.poll(() => foreignFrames(page)).toEqual([]);
  });

  serverTest('keeps the call in a placeholder while React takes the page over, and while its content changes', async ({ page }) => {
    await acceptUntilLive(page, { within: '#placeholder' });
    const isSame = await mark(await meetingFrame(page));
    await takeOver(page);
    await page.evaluate(() => (Reflect.get(window, 'setNote') as (note: string) => void)('Write to us'));
    await expect(page.locator('#placeholder > p')).toHaveText('Write to us');
    await page.waitForTimeout(300);
    expect(await isSame()).toBe(true);
    await expectState(page, 'live', '#placeholder');
  });
});

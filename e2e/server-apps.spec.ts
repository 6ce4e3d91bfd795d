import type { Page } from 'playwright/test';
import { expectQuiet, mark, testOf } from './support/app-site.js';
import { SERVER_APPS } from './support/apps.js';
import { expect, meetingFrame } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateOf, listenToConsole, partOf, press } from './support/gate.js';

const COMPONENT = '#component';
const PLACEHOLDER = '#placeholder';
const TOKEN = 'eyJhbGciOi.eyJyb29tIjo.c2lnbmF0dXJl';

/** A link of the app, which its router follows without loading the page. */
async function goTo(page: Page, id: 'home' | 'other'): Promise<void> {
  await page.locator(`#${id}`).click();
  await (id === 'home' ? expect(page.locator(COMPONENT)).toBeVisible() : expect(page.getByRole('heading', { name: 'Other' })).toBeVisible());
}

for (const name of SERVER_APPS) {
  const test = testOf(name);

  test.describe(`in ${name}, where pages are rendered before they are asked for`, () => {
    let lines: string[] = [];

    test.beforeEach(async ({ page }) => {
      lines = listenToConsole(page);
      await page.goto('/');
      await expectState(page, 'asking', COMPONENT);
      await expectState(page, 'asking', PLACEHOLDER);
    });

    test.afterEach(() => expectQuiet(lines));

    test('the page holds the author’s content and no token, and asks in silence once it is taken over', async ({ page, request, foreign }) => {
      const html = await (await request.get('/')).text();
      expect(html.match(/<p>Call us<\/p>/g)).toHaveLength(2);
      expect(html).toMatch(/<jitsi-gate[^>]*room="room-one-x8k2pq9z"/);
      expect(html.match(/<jitsi-gate[^>]*>/)?.[0]).not.toMatch(/eyJ|Jane|jwt|user|state/i);
      await foreign.expectSilence();
      await acceptUntilLive(page, { within: COMPONENT });
      const url = decodeURIComponent((await meetingFrame(page)).url());
      expect(url).toContain(`jwt="${TOKEN}"`);
      expect(url).toContain('userInfo.displayName="Jane Doe"');
    });

    test('a new label restarts nothing, a new room restarts and asks nothing', async ({ page }) => {
      await acceptUntilLive(page, { remember: true, within: COMPONENT });
      const isSame = await mark(await meetingFrame(page));
      await page.locator('#change-label').click();
      await expect(gateOf(page, COMPONENT)).toHaveAttribute('label', 'Another visit');
      await page.locator('#change-note').click();
      await expect(page.locator(`${COMPONENT} p`).first()).toHaveText('Write to us');
      expect(await isSame()).toBe(true);
      await page.locator('#change-room').click();
      await meetingFrame(page, 'room-two-h3k9w2');
      await expectState(page, 'live', COMPONENT);
      expect(await isSame()).toBe(false);
    });

    test('another page of the app ends the call, and the way back finds a gate that is ready', async ({ page }) => {
      await acceptUntilLive(page, { remember: true, within: COMPONENT });
      await goTo(page, 'other');
      await expect.poll(() => foreignFrames(page)).toEqual([]);
      await expect(page.locator('jitsi-gate')).toHaveCount(0);
      await goTo(page, 'home');
      await expectState(page, 'ready', COMPONENT);
      await expectState(page, 'ready', PLACEHOLDER);
      await press(page, 'accept', PLACEHOLDER);
      await expectState(page, 'live', PLACEHOLDER);
    });

    test('a page that is reached by the app’s router gets its gates', async ({ page }) => {
      await page.goto('/other/');
      await expect(page.getByRole('heading', { name: 'Other' })).toBeVisible();
      await goTo(page, 'home');
      await expectState(page, 'asking', COMPONENT);
      await expectState(page, 'asking', PLACEHOLDER);
      await expect(partOf(page, 'accept', PLACEHOLDER)).toBeVisible();
      await expect(page.locator(`${PLACEHOLDER} > p`)).toBeHidden();
    });

    test('a placeholder keeps its call while its content changes', async ({ page }) => {
      await acceptUntilLive(page, { within: PLACEHOLDER });
      const isSame = await mark(await meetingFrame(page));
      await page.locator('#change-note').click();
      await expect(page.locator(`${COMPONENT} p`).first()).toHaveText('Write to us');
      await page.waitForTimeout(200);
      expect(await isSame()).toBe(true);
      await expectState(page, 'live', PLACEHOLDER);
    });
  });
}

import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateLines, listenToConsole, press, readDecision } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { STAND_INS, type StandIn, standInMarkup } from './support/stand-in-platforms.js';

/** Consent platforms that are no packages, as stand-ins for their documented interfaces. */

async function open(page: Page, one: StandIn, config: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await page.goto(await makePage(page.context(), { head: standInMarkup(one), config: { ...one.options, ...config } }));
  await page.mouse.click(5, 5);
}

const say = async (page: Page, answer: 'granted' | 'denied'): Promise<void> => {
  await page.evaluate((word) => (window as unknown as { say(answer: string): void }).say(word), answer);
  await page.waitForLoadState();
};

/** Until a platform has read what it keeps, and the gate has heard of it. */
const settle = (page: Page): Promise<void> => page.waitForTimeout(2600);

for (const [name, one] of Object.entries(STAND_INS)) {
  test.describe(name, () => {
    test('its defaults count for nothing, its yes makes the gate ready, and its no ends a call', async ({ page, foreign }) => {
      const lines = listenToConsole(page);
      await open(page, one);
      await expectState(page, 'asking');
      await settle(page);
      await expectState(page, 'asking');
      expect(await readDecision(page, 'practice')).toBeUndefined();
      await say(page, 'granted');
      await expectState(page, 'ready');
      const first = await readDecision(page, 'practice');
      expect(first).toMatchObject({ decision: 'granted', source: 'cmp' });
      await page.reload();
      await expectState(page, 'ready');
      await settle(page);
      expect(await readDecision(page, 'practice')).toEqual(first);
      await foreign.expectSilence();
      await press(page, 'accept');
      await expectState(page, 'live');
      await say(page, 'denied');
      await expectState(page, 'asking');
      await expect.poll(() => foreignFrames(page)).toEqual([]);
      await page.reload();
      await settle(page);
      await expectState(page, 'asking');
      await say(page, 'granted');
      await expectState(page, 'ready');
      expect(gateLines(lines)).toEqual([]);
    });

    test('a withdrawal at the gate stands on later visits, whatever it repeats as the page loads', async ({ page }) => {
      await open(page, one);
      await settle(page);
      await say(page, 'granted');
      await press(page, 'withdraw');
      await expectState(page, 'asking');
      await page.reload();
      await page.mouse.click(5, 5);
      await settle(page);
      await expectState(page, 'asking');
      expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'withdrawn', source: 'visitor' });
      await say(page, 'denied');
      await settle(page);
      await say(page, 'granted');
      await expectState(page, 'ready');
    });

    if (one.isWritten) {
      test('is told what is chosen at the gate, once it was answered', async ({ page }) => {
        await open(page, one, { cmpWriteBack: true });
        await settle(page);
        await say(page, 'denied');
        await settle(page);
        await acceptUntilLive(page, { remember: true });
        await settle(page);
        await expectState(page, 'live');
        const kept = await page.evaluate(() => localStorage.getItem('stand-in-platform') ?? decodeURIComponent(document.cookie));
        expect(kept).toMatch(/granted|"jitsi":true/);
        await press(page, 'withdraw');
        await settle(page);
        expect(await page.evaluate(() => localStorage.getItem('stand-in-platform') ?? decodeURIComponent(document.cookie))).toMatch(/denied|"jitsi":false/);
      });
    }

    const { wrong } = one;
    if (wrong && JSON.stringify(wrong) !== JSON.stringify(one.options)) {
      test('where it knows no such service, or that is always on, the gate asks by itself, and the console says so', async ({ page, foreign }) => {
        const lines = listenToConsole(page);
        await page.goto(await makePage(page.context(), { head: standInMarkup(one), config: wrong }));
        await settle(page);
        await say(page, 'granted');
        await settle(page);
        await expectState(page, 'asking');
        await foreign.expectSilence();
        expect(gateLines(lines)).toEqual([expect.stringMatching(/cmp: [\w-]+ knows no service .*; the gate asks by itself/)]);
      });
    }
  });
}

import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, gateOf, listenToConsole, openAsking, partOf, pressOn } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';

const OWN = '<div id="box"><jitsi-gate room="secret-room-x8k2pq9z"><a href="#contact">Call us</a></jitsi-gate></div>';
const TOLD = /embed: document: expected the script's own document, found another one/;

/** Moves the gate into a window or a frame of the same site, as pop-out players do; gives what it looks like there. */
function moveOut(page: Page, into: 'window' | 'frame'): Promise<{ readonly states: readonly (string | null)[]; readonly isContentShown: boolean; readonly buttons: number }> {
  return page.evaluate(async (where) => {
    const box = document.querySelector('#box');
    const frame = document.createElement('iframe');
    if (where === 'frame') document.body.append(frame);
    const target = where === 'frame' ? frame.contentDocument : window.open('', '', 'width=500,height=500')?.document;
    if (!box || !target) throw new Error('there is nowhere to go');
    target.body.append(box);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    Object.assign(window, { movedOut: box });
    const gates = [...box.querySelectorAll('jitsi-gate')];
    return {
      states: gates.map((gate) => gate.getAttribute('state')),
      isContentShown: [...box.querySelectorAll('a')].some((link) => link.getClientRects().length > 0),
      buttons: gates.flatMap(({ shadowRoot }) => [...shadowRoot?.querySelectorAll('button') ?? []]).length,
    };
  }, into);
}

async function moveBack(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('main')?.append(Reflect.get(window, 'movedOut') as Node));
}

for (const [title, body] of [['placeholder', PLACEHOLDER], ['<jitsi-gate>', OWN]] as const) {
  for (const into of ['window', 'frame'] as const) {
    test(`a ${title} that is moved into another ${into} shows the author’s content there, and works again when it comes back`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      await openAsking(page, await makePage(context, { body }));
      const before = await partOf(page, 'accept').evaluate((button) => getComputedStyle(button).backgroundColor);
      const moved = await moveOut(page, into);
      expect(moved.isContentShown).toBe(true);
      expect(moved.buttons).toBe(0);
      if (body === OWN) await expect.poll(() => gateLines(lines).join()).toMatch(TOLD);
      await foreign.expectSilence();
      await moveBack(page);
      await expectState(page, 'asking');
      expect(await partOf(page, 'accept').evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(before);
      await acceptUntilLive(page);
    });
  }
}

test('a meeting whose gate is moved into another window ends, and nothing of it stays', async ({ page, context }) => {
  await openAsking(page, await makePage(context, { body: OWN }));
  await acceptUntilLive(page);
  expect(await moveOut(page, 'window')).toEqual({ states: ['invalid'], isContentShown: true, buttons: 0 });
  await moveBack(page);
  await expectState(page, 'ready');
  await expect(gateOf(page).locator('iframe')).toHaveCount(0);
  await expect(partOf(page, 'withdraw')).toHaveCSS('border-top-width', '2px');
  await acceptUntilLive(page);
});

test('settings that are moved into another window show the author’s content there, and work again when they come back', async ({ page, context }) => {
  await page.goto(await makePage(context, { body: '<div id="box"><jitsi-gate-settings><a href="#contact">Write to us</a></jitsi-gate-settings></div>' }));
  const allow = page.locator('jitsi-gate-settings [part="allow"]');
  await expect(allow).toBeVisible();
  const before = await allow.evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await moveOut(page, 'window')).toMatchObject({ isContentShown: true });
  await moveBack(page);
  await expect(allow).toHaveCSS('background-color', before);
  await pressOn(allow);
  await expect(page.locator('jitsi-gate-settings [part="withdraw"]')).toBeVisible();
});

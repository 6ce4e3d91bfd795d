import type { Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateLines, listenToConsole, openAsking, press } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';

const FRAME = '<p><iframe id="box" title="Consulting hour" data-jitsi-src="https://meet.example.eu/secret-room-x8k2pq9z"></iframe></p>';
const OWN = '<div><jitsi-gate id="box" room="secret-room-x8k2pq9z"><a href="#contact">Call us</a></jitsi-gate></div>';

/** Moves what is around a gate to another place in the page, as browsers with `moveBefore` or as all others do. */
async function move(page: Page, how: 'moveBefore' | 'insertBefore'): Promise<void> {
  await page.evaluate((method) => {
    const [moved, target] = [document.querySelector('#box')?.parentElement, document.querySelector('#target')];
    (target as unknown as Record<string, (node: unknown, before: null) => void>)[method]?.(moved, null);
  }, how);
}

for (const [title, markup] of [['a placeholder', `<div>${PLACEHOLDER}</div>`], ['an iframe with its gate', FRAME], ['a gate of the author’s own', OWN]] as const) {
  test.describe(`${title} that is moved in the page`, () => {
    test('by moveBefore keeps its call', async ({ page, context }) => {
      const lines = listenToConsole(page);
      await openAsking(page, await makePage(context, { body: `${markup}<section id="target"></section>` }));
      await acceptUntilLive(page);
      const meeting = await meetingFrame(page);
      await meeting.evaluate(() => Object.assign(window, { isMarked: true }));
      await move(page, 'moveBefore');
      await page.waitForTimeout(300);
      await expectState(page, 'live', '#target');
      expect(await meeting.evaluate(() => Reflect.get(window, 'isMarked'))).toBe(true);
      expect(gateLines(lines)).toEqual([]);
      await press(page, 'withdraw');
      await expectState(page, 'asking');
    });

    test('by insertBefore ends its call, and can be joined again', async ({ page, context }) => {
      const lines = listenToConsole(page);
      await openAsking(page, await makePage(context, { body: `${markup}<section id="target"></section>` }));
      await acceptUntilLive(page);
      await move(page, 'insertBefore');
      await expect.poll(() => foreignFrames(page)).toEqual([]);
      await expectState(page, 'ready', '#target');
      await press(page, 'accept');
      await expectState(page, 'live');
      expect(gateLines(lines)).toEqual([]);
    });
  });
}

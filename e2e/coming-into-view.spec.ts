import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { expectState, gateLines, listenToConsole, partOf } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';

/** Brings the button so far below the lower edge of the window or the box that only a part of it is in view. */
async function showPart(page: Page, part: number, scroller: 'html' | '#scroller'): Promise<void> {
  await partOf(page, 'accept').evaluate(async (button, [shown, selector]) => {
    const box = document.querySelector(selector);
    if (!box) throw new Error('nothing scrolls');
    const edge = selector === 'html' ? innerHeight : box.getBoundingClientRect().bottom;
    box.scrollTop += button.getBoundingClientRect().top - edge + button.getBoundingClientRect().height * shown;
    await new Promise((resolve) => {
      setTimeout(resolve, 700);
    });
  }, [part, scroller] as const);
}

/** Scrolls on until all of it is in view, looks as long as a visitor does, and clicks in its middle. */
async function scrollAndClick(page: Page, scroller: 'html' | '#scroller', by: number): Promise<void> {
  await page.locator(scroller).evaluate((box, distance) => void (box.scrollTop += distance), by);
  await page.waitForTimeout(700);
  const box = await partOf(page, 'accept').boundingBox();
  if (!box) throw new Error('the button is nowhere');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const BODIES = {
  'html': `<div style="height: 900px"></div>${PLACEHOLDER}<div style="height: 900px"></div>`,
  '#scroller': `<div id="scroller" style="height: 500px; overflow: auto"><div style="height: 400px"></div>${PLACEHOLDER}<div style="height: 900px"></div></div>`,
} as const;

for (const scroller of ['html', '#scroller'] as const) {
  for (const part of [0.2, 0.4, 0.7]) {
    for (const rest of [0, 30]) {
      test(`a button that was in view by ${part * 100} % and comes in to ${rest} pixels above the edge counts 400 ms later: ${scroller}`, async ({ page, context }) => {
        const lines = listenToConsole(page);
        await page.setViewportSize({ width: 500, height: 640 });
        await page.goto(await makePage(context, { body: BODIES[scroller] }));
        await expectState(page, 'asking');
        await showPart(page, part, scroller);
        const { height = 0 } = (await partOf(page, 'accept').boundingBox()) ?? {};
        await scrollAndClick(page, scroller, height * (1 - part) + rest);
        await expectState(page, 'live');
        expect(gateLines(lines)).toEqual([]);
      });
    }
  }
}

test('a button that comes under the pointer at the last moment still counts for nothing', async ({ page, context, foreign }) => {
  await page.setViewportSize({ width: 500, height: 640 });
  await page.goto(await makePage(context, { body: BODIES.html }));
  await expectState(page, 'asking');
  await showPart(page, 0.4, 'html');
  const box = await partOf(page, 'accept').boundingBox();
  if (!box) throw new Error('the button is nowhere');
  await page.mouse.move(box.x + box.width / 2, 640 - box.height * 0.8);
  await page.evaluate((distance) => scrollBy(0, distance), box.height * 0.6);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForTimeout(300);
  await expectState(page, 'asking');
  await foreign.expectSilence();
});

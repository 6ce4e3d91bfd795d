import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { expectState, gateOf, openAsking, partOf, press } from './support/gate.js';
import { holdFile } from './support/hold-file.js';
import { makePage } from './support/made-site.js';
import { readDecisions } from './support/stored.js';

const STUCK = 'Nothing came. Check your connection, press again, or reload the page.';
const note = (page: Page) => gateOf(page).locator('.note');

for (const moment of ['after-first-look', 'before-choice', 'after-yes']) {
  test(`a press whose file ${moment} is slow is answered when the time is over, starts nothing later, and counts when repeated`, async ({ page, context, foreign }) => {
    const release = await holdFile(context, moment);
    await openAsking(page, await makePage(context, { config: { timeout: 2000 } }));
    await press(page, 'accept');
    await expect(note(page)).toContainText('One moment…');
    await expect(note(page)).toHaveText(STUCK);
    release();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    await foreign.expectSilence();
    await expectState(page, 'asking');
    expect(await readDecisions(page)).toEqual({});
    await press(page, 'accept');
    await expectState(page, 'live');
  });

  test(`a press whose file ${moment} is not there is answered at once, and counts once it is`, async ({ page, context, foreign }) => {
    let isGone = true;
    await context.route((url) => url.pathname.includes(`/jitsi-gate/${moment}-`), (route) => (isGone ? route.fulfill({ status: 503 }) : route.fallback()));
    await openAsking(page, await makePage(context));
    await press(page, 'accept');
    await expect(note(page)).toHaveText(STUCK);
    await foreign.expectSilence();
    isGone = false;
    await press(page, 'accept');
    await expectState(page, 'live');
  });
}

test('a refusal whose files do not come shows the author’s content, and loads nothing', async ({ page, context, foreign }) => {
  await context.route((url) => url.pathname.includes('/jitsi-gate/before-choice-'), (route) => route.abort());
  await openAsking(page, await makePage(context));
  await press(page, 'decline');
  await expectState(page, 'declined');
  await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
  await expect(partOf(page, 'accept')).toHaveCount(0);
  await foreign.expectSilence();
});

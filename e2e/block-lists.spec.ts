import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, partOf, press } from './support/gate.js';
import { MADE, makePage, PLACEHOLDER } from './support/made-site.js';
import { readDecisions } from './support/stored.js';

/**
 * The browser extension I Don't Care About Cookies, which hides notices by a long list of names and clicks them away: it stands
 * for the lists of ad blockers, which are not published as packages.
 */
const extension = readFileSync(createRequire(import.meta.url).resolve('idcac-playwright/compiled.js'), 'utf8');

// Names that are on its list, to see that it is at work.
const NOTICES = '<div id="CybotCookiebotDialogBodyUnderlay">We use cookies</div>';
const AROUND = '<jitsi-gate-settings></jitsi-gate-settings><button type="button" data-jitsi-settings>Meeting settings</button>';

/** Runs the extension in the page until what it knows is hidden. */
async function runExtension(page: Page): Promise<void> {
  const notice = page.locator('#CybotCookiebotDialogBodyUnderlay');
  await expect(notice).toBeVisible();
  await page.evaluate(extension);
  await expect(notice).toBeHidden();
}

test.describe('an extension that hides notices and clicks them away', () => {
  test.beforeEach(async ({ page, context }) => {
    await makePage(context, { body: PLACEHOLDER + AROUND + NOTICES });
    await page.goto(MADE);
    await expectState(page, 'asking');
  });

  test('hides no part of the gate, answers nothing in the place of the visitor, and the gate works', async ({ page, foreign }) => {
    await runExtension(page);
    for (const part of ['heading', 'accept', 'decline', 'remember']) await expect(partOf(page, part)).toBeVisible();
    await foreign.expectSilence();
    await expectState(page, 'asking');
    expect(await readDecisions(page)).toEqual({});
    await acceptUntilLive(page);
    await expect(gateOf(page).locator('iframe')).toBeVisible();
    await expect(partOf(page, 'bar')).toBeVisible();
    await press(page, 'withdraw');
    await expectState(page, 'asking');
  });

  test('hides no settings, neither in the page nor in their dialog', async ({ page }) => {
    await runExtension(page);
    await expect(page.locator('jitsi-gate-settings').getByText('Example GmbH').first()).toBeVisible();
    await page.getByRole('button', { name: 'Meeting settings' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

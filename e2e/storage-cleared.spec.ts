import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, openAsking, partOf, press } from './support/gate.js';
import { makePage } from './support/made-site.js';
import type { PublishedGate } from './support/stored.js';

const CLEARED = 'The permission was deleted from this browser, so the meeting was closed.';
const WITHDRAWN = 'The permission is withdrawn and the meeting removed.';

/** A tab with a running meeting, and another one of the same site. */
async function openTabs(context: BrowserContext, page: Page, remember = true): Promise<Page> {
  const path = await makePage(context);
  await openAsking(page, path);
  await acceptUntilLive(page, { remember });
  const other = await context.newPage();
  await other.goto(path);
  await expect(gateOf(other)).toHaveAttribute('state', /asking|ready/);
  return other;
}

const why = (page: Page) => gateOf(page).locator('.changed');

const WAYS: readonly (readonly [title: string, act: (other: Page) => Promise<unknown>, text: string])[] = [
  ['clears all storage, as at log-out', (other) => other.evaluate(() => localStorage.clear()), CLEARED],
  ['removes the entry of the operator', (other) => other.evaluate(() => localStorage.removeItem('jitsi-gate.practice')), CLEARED],
  ['withdraws by script', (other) => other.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).withdraw()), WITHDRAWN],
];

for (const [title, act, text] of WAYS) {
  for (const remember of [true, false]) {
    test(`a visitor in a call reads why it ends when another tab ${title} (${remember ? 'remembered' : 'for once'})`, async ({ page, context }) => {
      const other = await openTabs(context, page, remember);
      await act(other);
      await expectState(page, 'asking');
      await expect(page.locator('jitsi-gate iframe')).toHaveCount(0);
      await expect(why(page)).toHaveText(text);
      await expect(why(page)).toBeVisible();
      await expect(gateOf(page).getByRole('status')).toHaveText(text);
      await acceptUntilLive(page);
      await press(page, 'withdraw');
      await expectState(page, 'asking');
      await expect(why(page)).toHaveCount(0);
    });
  }
}

test('a gate that only asked says nothing of a call when storage is cleared', async ({ page, context }) => {
  const path = await makePage(context);
  await openAsking(page, path);
  const other = await context.newPage();
  await openAsking(other, path);
  await press(page, 'decline');
  await expectState(page, 'declined');
  await other.evaluate(() => localStorage.clear());
  await expectState(page, 'asking');
  await expect(partOf(page, 'accept')).toBeVisible();
  await expect(why(page)).toHaveCount(0);
});

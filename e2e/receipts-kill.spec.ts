import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, openAsking, press } from './support/gate.js';
import { CLUB, makePage, PRACTICE } from './support/made-site.js';
import { idsOf, RECEIPTS_PATH, type ReceivedPost, statesOf } from './support/receiver.js';
import { type PublishedGate, endDelivery, endPause, readReceipts } from './support/stored.js';

const CONFIGURED = { config: { receipts: RECEIPTS_PATH } };

/** Ends the page's process, with no goodbye. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Never answered: nobody is left to answer.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

test.describe('a page that is killed', () => {
  const STEPS: readonly { when: string; until: (page: Page, posts: readonly ReceivedPost[]) => Promise<void>; holds: boolean; times: readonly number[] }[] = [
    { when: 'right after the decision', until: (page) => expectState(page, 'declined'), holds: true, times: [1, 2] },
    { when: 'after the request arrived and before the answer', until: (_, posts) => expect.poll(() => posts.length).toBe(1), holds: true, times: [2] },
    { when: 'after the answer', until: (page) => expect.poll(async () => (await readReceipts(page)).map(({ sent }) => sent)).toEqual([true]), holds: false, times: [1] },
  ];
  const KILLS: readonly { how: string; kill: (page: Page) => Promise<unknown> }[] = [
    { how: 'closed', kill: (page) => page.close() },
    { how: 'crashed', kill: crash },
  ];
  for (const [{ when, until, holds, times }, { how, kill }] of STEPS.flatMap((step) => KILLS.map((one) => [step, one] as const))) {
    test(`${when} loses no receipt and makes no second one (${how})`, async ({ context, receiver }) => {
      const first = await context.newPage();
      await openAsking(first, await makePage(context, CONFIGURED));
      const release = holds ? receiver.hold() : (): void => undefined;
      await press(first, 'decline');
      await until(first, receiver.posts);
      await kill(first);
      release();
      const next = await context.newPage();
      await next.goto('/made.html');
      await expectState(next, 'declined');
      await expect.poll(async () => (await readReceipts(next)).map(({ sent }) => sent)).toEqual([true]);
      expect(new Set(idsOf(receiver.posts))).toEqual(new Set((await readReceipts(next)).map(({ receipt }) => receipt.receipt_id)));
      expect(times).toContain(receiver.posts.length);
    });
  }
});

test('a withdrawal counts before the files of a meeting have arrived', async ({ page, context }) => {
  await openAsking(page, await makePage(context));
  await acceptUntilLive(page, { remember: true });
  await page.route('**/after-yes-*.js', () => undefined);
  await page.reload({ waitUntil: 'commit' });
  await press(page, 'withdraw');
  await expectState(page, 'asking');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.reload();
  await expectState(page, 'asking');
});

test('two tabs that decide in the same moment lose no receipt', async ({ context, receiver }) => {
  const config = { receipts: RECEIPTS_PATH, operators: { practice: PRACTICE, club: CLUB }, defaultOperator: 'practice' };
  const path = await makePage(context, { config });
  const tabs = [await context.newPage(), await context.newPage()] as const;
  for (const tab of tabs) await openAsking(tab, path);
  const rounds = 4;
  for (let round = 0; round < rounds; round += 1) {
    const time = Date.now() + 200;
    await Promise.all(tabs.map((tab, index) => tab.evaluate(async ([operator, moment, act]) => {
      const { ready } = Reflect.get(window, 'JitsiGate') as PublishedGate;
      const gate = await ready;
      while (Date.now() < moment);
      gate[act](operator, { source: 'api', name: 'test 1' });
    }, [index ? 'club' : 'practice', time, round % 2 ? 'grant' : 'decline'] as const)));
  }
  await expect.poll(() => new Set(idsOf(receiver.posts)).size).toBe(rounds * 2);
  await expect.poll(async () => (await readReceipts(tabs[0])).map(({ sent }) => sent)).toEqual(Array.from({ length: rounds * 2 }, () => true));
});

test('a page that is killed with other tabs open leaves the receipt to one of them', async ({ context, receiver }) => {
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()] as const;
  const path = await makePage(context, CONFIGURED);
  for (const tab of tabs) {
    // Whoever looks for receipts for the first time only after the failure may try once more: 500 is no yes.
    await openAsking(tab, path);
    await endDelivery(tab);
  }
  receiver.respond({ status: 500 });
  await press(tabs[0], 'decline');
  await expect.poll(() => receiver.posts.length).toBe(1);
  await tabs[0].close();
  receiver.reset();
  await endPause(tabs[1]);
  await Promise.all([tabs[1].reload(), tabs[2].reload()]);
  await expect.poll(() => statesOf(receiver.posts)).toEqual(['refused']);
  for (const tab of [tabs[1], tabs[2]]) await expect.poll(async () => (await readReceipts(tab)).map(({ sent }) => sent)).toEqual([true]);
  await Promise.all([tabs[1].reload(), tabs[2].reload()]);
  await expectState(tabs[2], 'declined');
  for (const tab of [tabs[1], tabs[2]]) await endDelivery(tab);
  expect(receiver.posts).toHaveLength(1);
});

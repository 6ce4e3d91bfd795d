import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { expectState, openAsking, press } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { idsOf, RECEIPTS_PATH, type ReceivedPost } from './support/receiver.js';
import { readReceipts } from './support/stored.js';

const CONFIGURED = { config: { receipts: RECEIPTS_PATH } };

test.describe('a page that is killed', () => {
  const STEPS: readonly { when: string; until: (page: Page, posts: readonly ReceivedPost[]) => Promise<void>; holds: boolean; times: readonly number[] }[] = [
    { when: 'right after the decision', until: async () => undefined, holds: true, times: [1, 2] },
    { when: 'after the request arrived and before the answer', until: (_, posts) => expect.poll(() => posts.length).toBe(1), holds: true, times: [2] },
    { when: 'after the answer', until: (page) => expect.poll(async () => (await readReceipts(page)).map(({ sent }) => sent)).toEqual([true]), holds: false, times: [1] },
  ];
  for (const { when, until, holds, times } of STEPS) {
    test(`${when} loses no receipt and makes no second one`, async ({ context, receiver }) => {
      const first = await context.newPage();
      await openAsking(first, await makePage(context, CONFIGURED));
      const release = holds ? receiver.hold() : (): void => undefined;
      await press(first, 'decline');
      await until(first, receiver.posts);
      await first.close();
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

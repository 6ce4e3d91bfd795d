import type { Dialog, Page } from 'playwright/test';
import { emitFromMeeting, expect, leaveInMeeting, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, openAsking, press } from './support/gate.js';
import { MODES } from './support/lifecycle-table.js';
import { makePage } from './support/made-site.js';

/** Tries to leave the page; tells whether the browser asked, and then stays. */
async function isAsked(page: Page): Promise<boolean> {
  let isIt = false;
  const answer = async (dialog: Dialog): Promise<void> => {
    isIt = dialog.type() === 'beforeunload';
    await dialog.dismiss();
  };
  page.once('dialog', answer);
  // Who stays has gone nowhere.
  await page.goto('/nothing.html').catch(() => undefined);
  page.off('dialog', answer);
  expect(page.url().endsWith('/nothing.html')).toBe(!isIt);
  return isIt;
}

const TAG = 'src="/assets/jitsi-gate.js" data-confirm-leave';

for (const mode of MODES) {
  test(`the browser asks before a live meeting is left, and not once it is over, in mode ${mode}`, async ({ page, context }) => {
    await openAsking(page, await makePage(context, { config: { mode, confirmLeave: true } }));
    await acceptUntilLive(page);
    expect(await isAsked(page)).toBe(true);
    await expectState(page, 'live');
    await leaveInMeeting(await meetingFrame(page));
    await expectState(page, 'ended');
    expect(await isAsked(page)).toBe(false);
  });
}

test('the browser asks nothing before a yes, and nothing while a meeting loads', async ({ page, context, foreign }) => {
  const path = await makePage(context, { script: TAG });
  await openAsking(page, path);
  await page.mouse.click(5, 5);
  expect(await isAsked(page)).toBe(false);
  foreign.respond('external_api.js', { hang: true });
  await openAsking(page, path);
  await press(page, 'accept');
  await expectState(page, 'loading');
  expect(await isAsked(page)).toBe(false);
});

test('the browser asks nothing after a withdrawal or a failure', async ({ page, context }) => {
  const path = await makePage(context, { script: TAG });
  await openAsking(page, path);
  await acceptUntilLive(page);
  await press(page, 'withdraw');
  await expectState(page, 'asking');
  expect(await isAsked(page)).toBe(false);
  await openAsking(page, path);
  await acceptUntilLive(page);
  await emitFromMeeting(await meetingFrame(page), 'suspend-detected');
  await expectState(page, 'failed');
  expect(await isAsked(page)).toBe(false);
});

test('of two meetings, the browser asks until the last is over', async ({ page, context }) => {
  await page.goto(await makePage(context, { script: TAG, body: `<div id="a" data-jitsi-room="room-a"></div><div id="b" data-jitsi-room="room-b"></div>` }));
  for (const id of ['#a', '#b']) {
    await press(page, 'accept', id);
    await expectState(page, 'live', id);
  }
  await leaveInMeeting(await meetingFrame(page, 'room-a'));
  await expectState(page, 'ended', '#a');
  expect(await isAsked(page)).toBe(true);
  await leaveInMeeting(await meetingFrame(page, 'room-b'));
  await expectState(page, 'ended', '#b');
  expect(await isAsked(page)).toBe(false);
});

test('the browser asks nothing unless the owner wants it', async ({ page, context }) => {
  await openAsking(page, await makePage(context, { script: `${TAG}="false"` }));
  await acceptUntilLive(page);
  expect(await isAsked(page)).toBe(false);
});

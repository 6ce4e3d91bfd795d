import type { BrowserContext, Frame, Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, openAsking, OPERATOR } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { noteGateEvents } from './support/meeting-api.js';

/** A call in a frame of our own, and the scope of its messages. */
async function startCall(page: Page, context: BrowserContext): Promise<{ meeting: Frame; scope: string }> {
  await noteGateEvents(page);
  await openAsking(page, await makePage(context, { config: { mode: 'frame' }, body: '<div data-jitsi-room="a-room"></div><iframe id="sibling" hidden></iframe>' }));
  await acceptUntilLive(page);
  const meeting = await meetingFrame(page);
  await meeting.evaluate(() => window.standIn?.join());
  const id = /jitsi_meet_external_api_id=(\d+)/.exec(meeting.url())?.[1] ?? '';
  return { meeting, scope: `jitsi_meet_external_api_${id}` };
}

/** Messages that would end the call, fail it or tell of a recording, if they were the meeting's. */
function forged(scope: string): string[] {
  const events = [{ name: 'video-ready-to-close' }, { name: 'suspend-detected' }, { name: 'recording-status-changed', on: true, mode: 'file' }];
  return events.map((data) => JSON.stringify({ postis: true, scope, method: 'message', params: { type: 'event', data } }));
}

/** Nothing has changed: the call goes on, and the meeting itself is still heard. */
async function expectUnmoved(page: Page, meeting: Frame): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  await expectState(page, 'live');
  await expect(gateOf(page).locator('.notice')).toHaveCount(0);
  await meeting.evaluate(() => window.standIn?.emit('recording-status-changed', { on: true, mode: 'stream' }));
  await expect(gateOf(page).locator('.notice')).toHaveCount(1);
  await meeting.evaluate(() => window.standIn?.leave());
  await expectState(page, 'ended');
}

test.describe('in mode frame, nothing is taken for the meeting that comes', () => {
  test('from the page itself', async ({ page, context }) => {
    const { meeting, scope } = await startCall(page, context);
    await page.evaluate((messages) => messages.forEach((message) => window.postMessage(message, '*')), forged(scope));
    await expectUnmoved(page, meeting);
  });

  test('from another frame of the same origin as the meeting', async ({ page, context }) => {
    const { meeting, scope } = await startCall(page, context);
    await page.evaluate((url) => document.querySelector('#sibling')?.setAttribute('src', url), `${OPERATOR}/sibling`);
    await expect.poll(() => page.frame({ url: `${OPERATOR}/sibling` })?.evaluate(() => document.readyState)).toBe('complete');
    await page.frame({ url: `${OPERATOR}/sibling` })?.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, '*')), forged(scope));
    await expectUnmoved(page, meeting);
  });

  test('from a frame of another origin', async ({ page, context }) => {
    const { meeting, scope } = await startCall(page, context);
    await page.evaluate((url) => document.querySelector('#sibling')?.setAttribute('src', url), 'https://other.example.org/evil');
    await expect.poll(() => page.frame({ url: 'https://other.example.org/evil' })?.evaluate(() => document.readyState)).toBe('complete');
    await page.frame({ url: 'https://other.example.org/evil' })?.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, '*')), forged(scope));
    await expectUnmoved(page, meeting);
  });

  test('from the meeting, with the scope of an earlier one', async ({ page, context }) => {
    const { meeting } = await startCall(page, context);
    const messages = ['jitsi_meet_external_api_0', 'jitsi_meet_external_api_1', ''].flatMap(forged);
    await meeting.evaluate((texts) => texts.forEach((text) => parent.postMessage(text, '*')), messages);
    await expectUnmoved(page, meeting);
  });

  test('from the meeting, of a wrong type or size', async ({ page, context }) => {
    const { meeting, scope } = await startCall(page, context);
    await meeting.evaluate((own) => {
      const message = { postis: true, scope: own, method: 'message' };
      const event = { type: 'event', data: { name: 'video-ready-to-close' } };
      const texts = [null, 0, [], {}, 'x', [event], { type: 'event' }, { type: 'event', data: 'video-ready-to-close' }, { type: 'event', data: { name: ['video-ready-to-close'] } }, { type: 'request', id: 1, data: { name: 'video-ready-to-close' } }, { type: 'response', id: '1', result: true }]
        .map((params) => JSON.stringify({ ...message, params }));
      const huge = JSON.stringify({ ...message, params: { ...event, padding: 'x'.repeat(2_000_000) } });
      // An object instead of a text: the protocol knows texts only.
      for (const data of [...texts, huge, { ...message, params: event }, '{', null]) parent.postMessage(data, '*');
    }, scope);
    await expectUnmoved(page, meeting);
  });
});

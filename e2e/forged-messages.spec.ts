import type { BrowserContext, Frame, Page } from 'playwright/test';
import { expect, leaveInMeeting, meetingFrame, test } from './support/fixtures.js';
import { holdAnswer } from './support/foreign-answers.js';
import { acceptUntilLive, expectState, gateOf, openAsking, OPERATOR, press } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { noteGateEvents } from './support/meeting-api.js';

/** A call in a frame of our own, and the scope of its messages. */
async function startCall(page: Page, context: BrowserContext): Promise<{ meeting: Frame; scope: string }> {
  await noteGateEvents(page);
  await openAsking(page, await makePage(context, { config: { mode: 'frame' }, body: '<div data-jitsi-room="a-room"></div><iframe id="sibling" hidden></iframe>' }));
  await acceptUntilLive(page);
  const meeting = await meetingFrame(page);
  await meeting.evaluate(() => window.standIn?.join());
  return { meeting, scope: scopeOf(meeting.url()) };
}

/** What the messages of a call in a frame with that address begin with. */
function scopeOf(address: string): string {
  return `jitsi_meet_external_api_${/jitsi_meet_external_api_id=(\d+)/.exec(address)?.[1] ?? ''}`;
}

/** Shows a page in the frame beside the gate and waits for it. */
async function loadSibling(page: Page, url: string): Promise<void> {
  await page.locator('#sibling').evaluate((frame, address) => new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.setAttribute('src', address);
  }), url);
}

/** Messages that would end the call, fail it or tell of a recording, if they were the meeting's. */
function forged(scope: string): string[] {
  const events = [{ name: 'ready' }, { name: 'video-conference-joined' }, { name: 'video-ready-to-close' }, { name: 'suspend-detected' }, { name: 'recording-status-changed', on: true, mode: 'file' }];
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

  test('from a window that the page has opened, of the same origin as the meeting', async ({ page, context }) => {
    const { meeting, scope } = await startCall(page, context);
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.evaluate((url) => void window.open(url), `${OPERATOR}/window`)]);
    await opened.evaluate((messages) => messages.forEach((message) => window.opener.postMessage(message, '*')), forged(scope));
    await expectUnmoved(page, meeting);
  });

  test("from a frame of the page's own origin", async ({ page, context }) => {
    const { meeting, scope } = await startCall(page, context);
    await loadSibling(page, '/nothing.html');
    await page.frame({ url: /nothing\.html$/ })?.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, '*')), forged(scope));
    await expectUnmoved(page, meeting);
  });

  test('from the meeting, replaying what was right for the call before', async ({ page, context }) => {
    const { meeting: first, scope } = await startCall(page, context);
    await leaveInMeeting(first);
    await expectState(page, 'ended');
    await acceptUntilLive(page);
    const meeting = await meetingFrame(page);
    expect(scopeOf(meeting.url())).not.toBe(scope);
    await meeting.evaluate((texts) => texts.forEach((text) => parent.postMessage(text, '*')), forged(scope));
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

/** The page with a gate and another frame, before anybody has agreed. */
async function openBeside(page: Page, context: BrowserContext): Promise<void> {
  await openAsking(page, await makePage(context, { config: { mode: 'frame' }, body: '<div data-jitsi-room="a-room"></div><iframe id="sibling" hidden></iframe>' }));
}

/** Sends messages from everywhere a page can get them from: itself, a frame of the operator's origin, one of another. */
async function sendFromEverywhere(page: Page, messages: readonly string[]): Promise<void> {
  await page.evaluate((texts) => texts.forEach((text) => window.postMessage(text, '*')), messages);
  for (const url of [`${OPERATOR}/sibling`, 'https://other.example.org/evil']) {
    await loadSibling(page, url);
    await page.frame({ url })?.evaluate((texts) => texts.forEach((text) => parent.postMessage(text, '*')), messages);
  }
  // Messages are delivered in order: behind this one there are none left.
  await page.evaluate(() => new Promise((resolve) => {
    addEventListener('message', ({ data }) => data === 'the last one' && resolve(data));
    window.postMessage('the last one', '*');
  }));
}

test.describe('before a call, nothing is taken for a meeting', () => {
  test('while the gate asks: no state, no record, and nothing fetched', async ({ page, context, foreign }) => {
    await openBeside(page, context);
    await sendFromEverywhere(page, ['jitsi_meet_external_api_0', 'jitsi_meet_external_api_1', ''].flatMap(forged));
    await expectState(page, 'asking');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(foreign.requests.map(({ url }) => url)).toEqual([`${OPERATOR}/sibling`, 'https://other.example.org/evil']);
  });

  test('while the meeting is on its way, also with its own scope: only the meeting makes the gate live', async ({ page, context, foreign }) => {
    const held = holdAnswer();
    foreign.respond(`${OPERATOR}/a-room`, held);
    await openBeside(page, context);
    await press(page, 'accept');
    const address = (await gateOf(page).locator('iframe').getAttribute('src')) ?? '';
    expect(scopeOf(address)).toMatch(/_\d{10,}$/);
    await sendFromEverywhere(page, forged(scopeOf(address)));
    await expectState(page, 'loading');
    held.release();
    await expectState(page, 'live');
  });
});

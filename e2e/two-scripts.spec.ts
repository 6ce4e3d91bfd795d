import type { BrowserContext, Frame, Page } from 'playwright/test';
import { buildExternalApi } from './support/external-api.js';
import { emitFromMeeting, expect, leaveInMeeting, meetingFrame, test, wireLog } from './support/fixtures.js';
import { holdAnswer } from './support/foreign-answers.js';
import type { Foreign } from './support/foreign.js';
import { expectState, foreignFrames, gateLines, gateOf, listenToConsole, press, tracesOf } from './support/gate.js';
import { CLUB, makePage, PRACTICE, type MadeOperator } from './support/made-site.js';
import { OLDER_SDK } from './support/sdk-source.js';
import { expectFired, isAnswering, noteMeetingsApart, readEvents, startIn, twoBodies } from './support/two-meetings.js';

const A = 'https://meet.example.eu';
const B = 'https://other.example.org';
const RECORDING = { on: true, mode: 'file', transcription: false };

interface Pair {
  readonly title: string;
  readonly operators: Readonly<Record<string, MadeOperator>>;
  /** Keys of the two placeholders' operators. */
  readonly keys: readonly [a: string, b: string];
  /** How often a script is fetched for both. */
  readonly scripts: number;
}

function customer(number: string): MadeOperator {
  return { domain: '8x8.vc', appId: `vpaas-magic-cookie-${number}`, name: `Customer ${number}`, country: 'US' };
}

const PAIRS: readonly Pair[] = [
  { title: 'two operators with two versions of the script', operators: { practice: PRACTICE, club: CLUB }, keys: ['practice', 'club'], scripts: 2 },
  { title: 'two rooms of one operator', operators: { practice: PRACTICE }, keys: ['practice', 'practice'], scripts: 1 },
  { title: 'two customers of one JaaS host', operators: { first: customer('1'), second: customer('2') }, keys: ['first', 'second'], scripts: 2 },
];

/** Opens a page with two gates; the second operator's server is an old one. */
async function open(page: Page, { operators, keys }: Pair, tools: { context: BrowserContext; foreign: Foreign }): Promise<void> {
  tools.foreign.respond(`${B}/external_api.js`, { body: await buildExternalApi(OLDER_SDK) });
  await noteMeetingsApart(page);
  await page.goto(await makePage(tools.context, { config: { operators }, body: twoBodies(...keys) }));
  for (const id of ['#a', '#b']) await expectState(page, 'asking', id);
}

async function join(meeting: Frame): Promise<void> {
  await meeting.getByRole('button', { name: 'Join meeting' }).click();
}

for (const pair of PAIRS) {
  test.describe(`${pair.title} on one page`, () => {
    test.beforeEach(async ({ page, context, foreign }) => open(page, pair, { context, foreign }));

    test('are live at once, each in a frame of its own', async ({ page, foreign }) => {
      const lines = listenToConsole(page);
      await foreign.expectSilence();
      await startIn(page, 'a');
      await startIn(page, 'b');
      await expectState(page, 'live', '#a');
      expect(foreignFrames(page)).toHaveLength(2);
      expect(foreign.requests.filter(({ resourceType }) => resourceType === 'script')).toHaveLength(pair.scripts);
      expect([await isAnswering(page, 'a'), await isAnswering(page, 'b')]).toEqual([true, true]);
      // That these rooms have no token is told of JaaS alone.
      expect(gateLines(lines).filter((line) => !line.includes('[jitsi-gate] jaas: '))).toEqual([]);
    });

    test('hear only their own events', async ({ page }) => {
      const a = await startIn(page, 'a');
      const b = await startIn(page, 'b');
      await join(a);
      await emitFromMeeting(a, 'recording-status-changed', RECORDING);
      await expectFired(page, 'a', 'recordingStatusChanged');
      await join(b);
      await expectFired(page, 'b', 'videoConferenceJoined');
      expect(await readEvents(page)).toEqual({ a: ['videoConferenceJoined', 'recordingStatusChanged'], b: ['videoConferenceJoined'] });
    });

    test('end alone: the other call goes on in the same frame', async ({ page }) => {
      const a = await startIn(page, 'a');
      const b = await startIn(page, 'b');
      await join(a);
      await join(b);
      await page.evaluate(() => (window.keptFrame = window.apisOf['b']?.[0]?.getIFrame()));
      await leaveInMeeting(a);
      await expectState(page, 'ended', '#a');
      await expect(gateOf(page, '#a').locator('iframe')).toHaveCount(0);
      await expectState(page, 'live', '#b');
      expect(await page.evaluate(() => window.keptFrame?.isConnected)).toBe(true);
      expect(await isAnswering(page, 'b')).toBe(true);
      expect((await readEvents(page))['b']).toEqual(['videoConferenceJoined']);
    });
  });
}

test.describe('a load that is given up', () => {
  test('does not take the script from the other room of that operator', async ({ page, context, foreign }) => {
    const held = holdAnswer();
    const [, pair] = PAIRS;
    if (pair) await open(page, pair, { context, foreign });
    foreign.respond(`${A}/external_api.js`, held);
    await press(page, 'accept', '#a');
    await expectState(page, 'ready', '#b');
    await press(page, 'accept', '#b');
    await expectState(page, 'loading', '#b');
    await press(page, 'cancel', '#a');
    await expectState(page, 'ready', '#a');
    held.release();
    await expectState(page, 'live', '#b');
    await expectState(page, 'ready', '#a');
  });
});

test.describe('a withdrawal for one of two operators', () => {
  const [pair] = PAIRS;
  test.beforeEach(async ({ page, context, foreign }) => {
    if (pair) await open(page, pair, { context, foreign });
  });

  for (const [id, other, origin] of [['a', 'b', A], ['b', 'a', B]] as const) {
    test(`leaves the meeting of the other running in its frame (${id})`, async ({ page }) => {
      await startIn(page, 'a');
      await startIn(page, 'b');
      const kept = await meetingFrame(page, `room-${other}`);
      await join(kept);
      await page.evaluate((key) => (window.keptFrame = window.apisOf[key]?.[0]?.getIFrame()), other);
      await press(page, 'withdraw', `#${id}`);
      await expectState(page, 'asking', `#${id}`);
      await expect.poll(() => tracesOf(page, origin)).toEqual([]);
      await expectState(page, 'live', `#${other}`);
      expect(await page.evaluate(() => window.keptFrame?.isConnected)).toBe(true);
      expect(await isAnswering(page, other)).toBe(true);
      expect((await wireLog(kept)).received.map(({ name }) => name)).not.toContain('video-hangup');
    });
  }

  test('does not stand in the way of a third meeting, nor that in the way of the second', async ({ page }) => {
    await startIn(page, 'a');
    const b = await startIn(page, 'b');
    await press(page, 'withdraw', '#a');
    await expect.poll(() => tracesOf(page, A)).toEqual([]);
    await join(await startIn(page, 'a'));
    await expectFired(page, 'a', 'videoConferenceJoined');
    await join(b);
    await expectFired(page, 'b', 'videoConferenceJoined');
    expect([await isAnswering(page, 'a'), await isAnswering(page, 'b')]).toEqual([true, true]);
    expect(await page.evaluate(() => window.apisOf['a']?.length)).toBe(2);
    expect((await readEvents(page))['b']).toEqual(['videoConferenceJoined']);
  });
});

test.describe('a meeting on the oldest script', () => {
  test('runs from the yes to the withdrawal', async ({ page, context, foreign }) => {
    const [pair] = PAIRS;
    if (pair) await open(page, pair, { context, foreign });
    const meeting = await startIn(page, 'b');
    await join(meeting);
    await expectFired(page, 'b', 'videoConferenceJoined');
    await expect(gateOf(page, '#b').locator('iframe')).toHaveAttribute('title', /.+/);
    await press(page, 'withdraw', '#b');
    await expectState(page, 'asking', '#b');
    await expect.poll(() => tracesOf(page, B)).toEqual([]);
    expect(new Set(foreign.requests.map(({ url }) => new URL(url).origin))).toEqual(new Set([B]));
  });
});

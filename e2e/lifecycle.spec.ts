import type { BrowserContext, Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { holdAnswer } from './support/foreign-answers.js';
import { acceptUntilLive, expectState, gateOf, openAsking, OPERATOR, partOf, press, SCRIPT_URL, tracesOf } from './support/gate.js';
import { type Ending, IN_CALL, MODES, type Mode, ON_THE_WAY } from './support/lifecycle-table.js';
import { makePage } from './support/made-site.js';
import { noteGateEvents } from './support/meeting-api.js';

interface Made {
  readonly mode: Mode;
  readonly room?: string | undefined;
  readonly head?: string | undefined;
  readonly timeout?: number | undefined;
}

/** Opens a page with one gate that embeds in that mode. */
async function openGate(page: Page, context: BrowserContext, { mode, room = 'a-room', head = '', timeout = 20_000 }: Made): Promise<void> {
  await noteGateEvents(page);
  const body = `<div data-jitsi-room="${room}"></div>`;
  await openAsking(page, await makePage(context, { config: { mode, timeout }, head, body }));
}

/** The codes of the errors that the page was told of. */
function codesOf(page: Page): Promise<unknown[]> {
  return page.evaluate(() => window.gateEvents.filter(([type]) => type === 'jitsi-gate-error').map(([, { code }]) => code));
}

/** Waits until everything is as the table has it. */
async function expectEnding(page: Page, { to, code, says, retry }: Ending): Promise<void> {
  await expectState(page, to);
  await expect(gateOf(page).getByText(says, { exact: true }).first()).toBeVisible();
  expect(await codesOf(page)).toEqual(code ? [code] : []);
  await expect(partOf(page, 'retry')).toHaveCount(retry ? 1 : 0);
  if (to !== 'live') await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
}

for (const mode of MODES) {
  test.describe(`a meeting in mode ${mode}`, () => {
    for (const row of IN_CALL) {
      test(`is ${row.to} when ${row.what}`, async ({ page, context }) => {
        await openGate(page, context, { mode });
        await acceptUntilLive(page);
        const meeting = await meetingFrame(page);
        await meeting.evaluate(() => window.standIn?.join());
        await row.act(meeting, page);
        await expectEnding(page, row);
      });
    }

    for (const row of ON_THE_WAY.filter(({ modes = MODES }) => modes.includes(mode))) {
      test(`is ${row.to} when ${row.what}`, async ({ page, context, foreign }) => {
        await openGate(page, context, { mode, room: row.room, head: row.head, timeout: row.timeout });
        row.prepare?.(foreign);
        await press(page, 'accept');
        await expectEnding(page, row);
      });
    }

    test('can be tried again after a failure, and left and joined again', async ({ page, context }) => {
      await openGate(page, context, { mode });
      await acceptUntilLive(page);
      const meeting = await meetingFrame(page);
      await meeting.evaluate(() => window.standIn?.emit('suspend-detected'));
      await expectState(page, 'failed');
      await press(page, 'retry');
      await expectState(page, 'live');
      await (await meetingFrame(page)).evaluate(() => window.standIn?.leave());
      await expectState(page, 'ended');
      await press(page, 'accept');
      await expectState(page, 'live');
      await meetingFrame(page);
    });

    test('is left by hanging up when the visitor withdraws, and waited for', async ({ page, context }) => {
      // A meeting that ignores the command can still be asked what it was told.
      await openGate(page, context, { mode, room: 'no-hangup-room' });
      await acceptUntilLive(page);
      const meeting = await meetingFrame(page);
      await meeting.evaluate(() => window.standIn?.join());
      await press(page, 'withdraw');
      const hangUps = (): Promise<unknown> => meeting.evaluate(() => window.standIn?.received.filter(({ name }) => name === 'video-hangup').map(({ data }) => data));
      await expect.poll(hangUps, { intervals: [20] }).toEqual([{ data: [false] }]);
      await expectState(page, 'asking');
      await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
    });
  });
}

test('a script that comes after the visitor gave up starts nothing', async ({ page, context, foreign }) => {
  await openGate(page, context, { mode: 'api' });
  const script = holdAnswer();
  foreign.respond('external_api.js', script);
  await press(page, 'accept');
  await expectState(page, 'loading');
  // Given up earlier, it would never be asked for.
  await expect.poll(() => foreign.requests.map(({ url }) => url)).toContain(SCRIPT_URL);
  await press(page, 'cancel');
  script.release();
  await expectState(page, 'ready');
  await script.given;
  await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
});

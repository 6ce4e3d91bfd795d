import { expect, meetingFrame, test } from './support/fixtures.js';
import { holdAnswer } from './support/foreign-answers.js';
import { acceptUntilLive, expectState, gateOf, OPERATOR, openAsking, partOf, press, readDecision, SCRIPT_URL, tracesOf } from './support/gate.js';

const PAGE = '/defer.html';
const DAY = 86_400_000;

test.describe('the next page view', () => {
  test('after a remembered yes is ready, and silent until the click', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page, { remember: true });
    foreign.clear();
    await page.reload();
    await expectState(page, 'ready');
    await foreign.expectSilence();
    await press(page, 'accept');
    await expectState(page, 'live');
    expect(foreign.requests[0]?.url).toBe(SCRIPT_URL);
  });

  test('after a yes for once asks again', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    expect(await readDecision(page)).toMatchObject({ decision: 'granted', scope: 'once' });
    foreign.clear();
    await page.reload();
    await expectState(page, 'asking');
    await expect(partOf(page, 'remember')).not.toBeChecked();
    await foreign.expectSilence();
  });

  test('after a no is one calm line, which can be reconsidered', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    await press(page, 'decline');
    await expectState(page, 'declined');
    expect(await readDecision(page)).toMatchObject({ decision: 'declined', scope: 'remembered' });
    await page.reload();
    await expectState(page, 'declined');
    await expect(partOf(page, 'heading')).toHaveText('No meeting is loaded from Example GmbH.');
    await press(page, 'reconsider');
    await expectState(page, 'asking');
    await foreign.expectSilence();
  });

  test('withdraws from ready', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page, { remember: true });
    foreign.clear();
    await page.reload();
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    expect((await readDecision(page))?.decision).toBe('withdrawn');
    await foreign.expectSilence();
  });

  test('asks again when the yes has run out', async ({ page, foreign }) => {
    const start = new Date('2026-11-02T08:00:00Z');
    await page.clock.setFixedTime(start);
    await openAsking(page, PAGE);
    await acceptUntilLive(page, { remember: true });
    foreign.clear();
    await page.clock.setFixedTime(new Date(start.getTime() + 181 * DAY));
    await page.reload();
    await expectState(page, 'ready');
    await page.clock.setFixedTime(new Date(start.getTime() + 182 * DAY));
    await page.reload();
    await expectState(page, 'asking');
    await foreign.expectSilence();
  });
});

test.describe('a yes on one of two gates', () => {
  test('makes the other one ready and starts only one meeting', async ({ page, foreign }) => {
    await page.goto('/two-rooms.html');
    const [first, second] = ['[data-jitsi-room="first"]', '[data-jitsi-room="second"]'] as const;
    await press(page, 'accept', first);
    await expectState(page, 'live', first);
    await expectState(page, 'ready', second);
    expect(foreign.requests.map(({ resourceType }) => resourceType)).toEqual(['script', 'document']);
    await press(page, 'withdraw', first);
    await expectState(page, 'asking', second);
  });

  test('asks for the script once when both are joined', async ({ page, foreign }) => {
    await page.goto('/two-rooms.html');
    const [first, second] = ['[data-jitsi-room="first"]', '[data-jitsi-room="second"]'] as const;
    await press(page, 'accept', first);
    await expectState(page, 'ready', second);
    await press(page, 'accept', second);
    await expectState(page, 'live', first);
    await expectState(page, 'live', second);
    expect(foreign.requests.map(({ url }) => url).filter((url) => url === SCRIPT_URL)).toEqual([SCRIPT_URL]);
  });
});

test.describe('a meeting after a meeting', () => {
  test('runs on the script that is there already', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    const meeting = await meetingFrame(page);
    await meeting.getByRole('button', { name: 'Join meeting' }).click();
    await meeting.getByRole('button', { name: 'Leave' }).click();
    await expectState(page, 'ended');
    await press(page, 'accept');
    await expectState(page, 'live');
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await acceptUntilLive(page);
    expect(foreign.requests.map(({ url }) => url).filter((url) => url === SCRIPT_URL)).toEqual([SCRIPT_URL]);
  });

  test('stays when the earlier one takes its time to say goodbye', async ({ page }) => {
    await openAsking(page, '/slow-goodbye.html');
    await acceptUntilLive(page);
    await (await meetingFrame(page)).getByRole('button', { name: 'Join meeting' }).click();
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await acceptUntilLive(page);
    await expect.poll(() => page.frames().length).toBe(2);
    await (await meetingFrame(page)).getByRole('button', { name: 'Join meeting' }).click();
    await expectState(page, 'live');
  });
});

test.describe('a load that goes wrong', () => {
  const ways = [
    { title: 'is not found', answer: { status: 404 }, says: 'The server of Example GmbH could not be reached.' },
    { title: 'cannot be reached', answer: { abort: 'connectionrefused' }, says: 'The server of Example GmbH could not be reached.' },
    { title: 'is no Jitsi script', answer: { body: 'window.other = 1;' }, says: 'The server of Example GmbH did not send a meeting.' },
    { title: 'throws', answer: { body: 'throw new Error("broken")' }, says: 'The server of Example GmbH did not send a meeting.' },
  ] as const;
  for (const { title, answer, says } of ways) {
    test(`fails when the script ${title}, and works on the next try`, async ({ page, foreign }) => {
      await openAsking(page, PAGE);
      const undo = foreign.respond('external_api.js', answer);
      await press(page, 'accept');
      await expectState(page, 'failed');
      await expect(gateOf(page).getByRole('alert')).toContainText(says);
      expect(await tracesOf(page, OPERATOR)).toEqual([]);
      undo();
      await press(page, 'retry');
      await expectState(page, 'live');
    });
  }

  test('fails when the server says nothing, and takes the frame away', async ({ page }) => {
    await openAsking(page, '/silent-server.html');
    await press(page, 'accept');
    await expectState(page, 'loading');
    await expectState(page, 'failed');
    await expect(gateOf(page).getByRole('alert')).toContainText('The meeting of Example GmbH did not open.');
    await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
  });

  test('can be cancelled, and started again', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    foreign.respond('external_api.js', { delay: 1000 });
    await press(page, 'accept');
    await expectState(page, 'loading');
    await press(page, 'cancel');
    await expectState(page, 'ready');
    expect(page.frames()).toHaveLength(1);
    await press(page, 'accept');
    await expectState(page, 'live');
  });

  test('leaves nothing behind when the script arrives after the visitor withdrew', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    const script = holdAnswer();
    foreign.respond('external_api.js', script);
    await press(page, 'accept');
    await expect.poll(() => foreign.requests.map(({ url }) => url)).toEqual([SCRIPT_URL]);
    await press(page, 'cancel');
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    foreign.clear();
    script.release();
    await script.given;
    await foreign.expectSilence();
    expect(await tracesOf(page, OPERATOR)).toEqual([]);
  });
});

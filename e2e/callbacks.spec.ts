import type { Page } from 'playwright/test';
import { openWithCallbacks, readPage, type CallbackAnswer } from './support/callback-site.js';
import { expect, leaveInMeeting, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateOf, listenToConsole, OPERATOR, partOf, press, SCRIPT_URL } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { noteGateEvents } from './support/meeting-api.js';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoiKiJ9.c2lnbmF0dXJlLW9uZQ';
const SECOND = 'eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoiKiJ9.c2lnbmF0dXJlLXR3bw';
const USER = { displayName: 'Jane Doe-Quiet', email: 'jane.quiet@example.org' };
const SECRETS = [TOKEN, ...Object.values(USER)];

test.beforeEach(async ({ page }) => noteGateEvents(page));

/** Which of the secrets a text gives away, also in encoded form. */
function secretsIn(text: string): string[] {
  return SECRETS.filter((secret) => [secret, encodeURIComponent(secret)].some((form) => text.includes(form)));
}

/** Says yes to a gate whose callbacks hand out every secret, and waits for the meeting that has them. */
async function meetWithSecrets(page: Page): Promise<void> {
  await expectState(page, 'asking');
  await acceptUntilLive(page, { remember: true });
  const { params } = await (await meetingFrame(page)).evaluate(() => ({ params: window.standIn?.params }));
  expect(params).toMatchObject({ 'jwt': TOKEN, 'userInfo.displayName': USER.displayName, 'userInfo.email': USER.email });
}

const callsOf = (page: Page, name: string): Promise<number> => page.evaluate((key) => window.calls.filter(([called]) => called === key).length, name);

test.describe('token and name', () => {
  const secrets = { getToken: [{ later: TOKEN }], userInfo: [{ later: USER }] };

  test('are asked for after the grant is on record, with the operator and the room, and nothing before', async ({ page, context, foreign }) => {
    await openWithCallbacks(page, context, secrets);
    await expectState(page, 'asking');
    await partOf(page, 'details').locator('summary').click();
    await foreign.expectSilence();
    expect(await page.evaluate(() => window.calls)).toEqual([]);
    await acceptUntilLive(page);
    expect(await page.evaluate(() => window.calls)).toEqual([['getToken', [{ operator: 'practice', room: 'secret-room-x8k2pq9z' }], true], ['userInfo', [], true]]);
  });

  test('are nowhere in the page but in the address of the meeting', async ({ page, context }) => {
    await openWithCallbacks(page, context, secrets);
    await meetWithSecrets(page);
    expect(secretsIn(await readPage(page))).toEqual([]);
  });

  test('are in no event, no line of the console and no receipt', async ({ page, context, receiver }) => {
    const lines = listenToConsole(page);
    await openWithCallbacks(page, context, secrets);
    await meetWithSecrets(page);
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await expect.poll(() => receiver.posts.length).toBe(2);
    const events = await page.evaluate(() => JSON.stringify(window.gateEvents));
    expect(events).toContain('jitsi-gate-decision');
    expect(secretsIn(events + lines.join() + JSON.stringify(receiver.posts))).toEqual([]);
  });

  test('are sent to the meeting’s frame alone', async ({ page, context, foreign }) => {
    const others: string[] = [];
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) others.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`);
    });
    await openWithCallbacks(page, context, secrets);
    await meetWithSecrets(page);
    expect(others.join()).toContain(SCRIPT_URL);
    expect(secretsIn(others.join())).toEqual([]);
    expect(foreign.requests.filter(({ url }) => secretsIn(url).length > 0).map(({ url }) => new URL(url).origin)).toEqual([OPERATOR]);
  });

  test('are gone with the meeting', async ({ page, context }) => {
    await openWithCallbacks(page, context, secrets);
    await meetWithSecrets(page);
    await press(page, 'withdraw');
    await expect(gateOf(page).locator('iframe')).toHaveCount(0);
    expect(secretsIn(await page.content() + (await readPage(page)))).toEqual([]);
  });

  test('are asked for anew when the visitor joins again', async ({ page, context }) => {
    await openWithCallbacks(page, context, { getToken: [{ value: TOKEN }, { value: SECOND }], userInfo: [{ value: USER }] });
    await meetWithSecrets(page);
    const meeting = await meetingFrame(page);
    await meeting.getByRole('button', { name: 'Join meeting' }).click();
    await leaveInMeeting(meeting);
    await expectState(page, 'ended');
    await expect(gateOf(page).locator('iframe')).toHaveCount(0);
    await acceptUntilLive(page);
    expect(new URL((await meetingFrame(page)).url()).searchParams.get('jwt')).toBe(SECOND);
    expect([await callsOf(page, 'getToken'), await callsOf(page, 'userInfo')]).toEqual([2, 2]);
  });

  test('are asked for anew when a failed load is tried again', async ({ page, context, foreign }) => {
    const restore = foreign.respond(SCRIPT_URL, { status: 404 });
    await openWithCallbacks(page, context, { getToken: [{ value: TOKEN }, { value: SECOND }] });
    await press(page, 'accept');
    await expectState(page, 'failed');
    restore();
    await press(page, 'retry');
    await expectState(page, 'live');
    expect(new URL((await meetingFrame(page)).url()).searchParams.get('jwt')).toBe(SECOND);
  });
});

test('a meeting without a token starts where the site has none to give', async ({ page, context }) => {
  await openWithCallbacks(page, context, { getToken: [{ none: true }], userInfo: [{ none: true }] });
  await acceptUntilLive(page);
  expect(new URL((await meetingFrame(page)).url()).search).toBe('?lang=en');
});

test.describe('a callback', () => {
  const BROKEN: readonly { title: string; answer: CallbackAnswer; code: string }[] = [
    { title: 'that rejects', answer: { reject: 'no session' }, code: 'internal' },
    { title: 'that throws', answer: { throw: 'no session' }, code: 'internal' },
    { title: 'that never answers', answer: { hang: true }, code: 'timeout' },
  ];
  for (const name of ['getToken', 'userInfo'] as const) {
    for (const { title, answer, code } of BROKEN.filter((broken) => name === 'getToken' || !('throw' in broken.answer))) {
      test(`${title} fails the load in words, and can be asked again (${name})`, async ({ page, context }) => {
        const good = name === 'getToken' ? TOKEN : USER;
        await openWithCallbacks(page, context, { [name]: [answer, { value: good }], config: { timeout: 1000 } });
        await press(page, 'accept');
        await expectState(page, 'failed');
        await expect(gateOf(page).getByRole('alert')).not.toBeEmpty();
        expect(foreignFrames(page)).toEqual([]);
        expect(await page.evaluate(() => window.gateEvents.find(([type]) => type === 'jitsi-gate-error')?.[1]['code'])).toBe(code);
        await press(page, 'retry');
        await expectState(page, 'live');
      });
    }
  }

  for (const { title, value } of [
    { title: 'an object', value: { token: TOKEN } },
    { title: 'a number', value: 42 },
    { title: 'the page of a sign-in that ran out', value: '<!doctype html><title>Sign in</title>' },
    { title: 'a token that would bring settings along', value: `${TOKEN}"&config.prejoinConfig=%7B%22enabled%22%3Afalse%7D&x="` },
  ]) {
    test(`for a token that gives ${title} fails the load in words, and sends nothing of it`, async ({ page, context, foreign }) => {
      await openWithCallbacks(page, context, { getToken: [{ value }, { value: SECOND }] });
      await press(page, 'accept');
      await expectState(page, 'failed');
      await expect(gateOf(page).getByRole('alert')).not.toBeEmpty();
      expect(foreign.requests.filter(({ resourceType }) => resourceType === 'document')).toEqual([]);
      await press(page, 'retry');
      await expectState(page, 'live');
    });
  }

  test('whose error names the room or the token is not quoted, in the console or in an event', async ({ page, context }) => {
    const lines = listenToConsole(page);
    await openWithCallbacks(page, context, { getToken: [{ reject: `secret-room refused ${TOKEN}` }] });
    await press(page, 'accept');
    await expectState(page, 'failed');
    const said = lines.join() + (await page.evaluate(() => JSON.stringify(window.gateEvents)));
    expect(said).toContain('jitsi-gate-error');
    expect([...secretsIn(said), ...(said.includes('secret-room') ? ['the room'] : [])]).toEqual([]);
  });

  test('that answers after the visitor has given up starts nothing', async ({ page, context }) => {
    await openWithCallbacks(page, context, { getToken: [{ hang: true }] });
    await press(page, 'accept');
    await expect.poll(() => callsOf(page, 'getToken')).toBe(1);
    await press(page, 'cancel');
    await expectState(page, 'ready');
    await page.evaluate((token) => window.answerLate(token), TOKEN);
    // Two turns of the page: whatever an answer could start has been put there by then.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expectState(page, 'ready');
    expect(foreignFrames(page)).toEqual([]);
  });
});

for (const mode of ['api', 'frame'] as const) {
  test(`on a page with the script tag, properties of the gate give token and name, after the yes alone (mode ${mode})`, async ({ page, context, foreign }) => {
    await page.goto(await makePage(context, { config: { mode } }));
    await expectState(page, 'asking');
    await gateOf(page).evaluate((gate, answers) => void Object.assign(gate, answers), { jwt: TOKEN, userInfo: { ...USER, phone: '0761 000000' } });
    await foreign.expectSilence();
    await meetWithSecrets(page);
    expect(secretsIn(await readPage(page))).toEqual([]);
    expect((await meetingFrame(page)).url()).not.toContain('0761');
  });
}

import type { BrowserContext, Page } from 'playwright/test';
import { openWithCallbacks } from './support/callback-site.js';
import { emitFromMeeting, expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, openAsking, OPERATOR, press, tracesOf } from './support/gate.js';
import { MODES, type Mode } from './support/lifecycle-table.js';
import { makePage, PRACTICE } from './support/made-site.js';

type Config = Readonly<Record<string, unknown>>;

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoiKiJ9.c2lnbmF0dXJl';

async function openFrame(page: Page, context: BrowserContext, { room = 'a-room', config = {} }: { room?: string; config?: Config } = {}): Promise<void> {
  await openAsking(page, await makePage(context, { config: { mode: 'frame', ...config }, body: `<div data-jitsi-room="${room}" data-jitsi-label="Tea &amp; <b>biscuits</b>"></div>` }));
  await acceptUntilLive(page);
}

/** Attributes of the meeting's frame. */
function attributesOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return gateOf(page).locator('iframe').evaluate((frame) => Object.fromEntries(Array.from(frame.attributes, ({ name, value }) => [name, value])));
}

/** What a meeting's address says, whatever the order; without the number of the wire, which is another each time. */
function readAddress(text: string): unknown {
  const url = new URL(text);
  const { jitsi_meet_external_api_id: id, ...hash } = Object.fromEntries(new URLSearchParams(url.hash.slice(1)));
  expect(Number.isSafeInteger(Number(id))).toBe(true);
  return { page: url.origin + url.pathname, query: Object.fromEntries(url.searchParams), hash };
}

test.describe('in mode frame', () => {
  test('no script of the operator is asked for or in the page, and nothing but the one frame', async ({ page, context, foreign }) => {
    await openFrame(page, context);
    expect(foreign.requests.map(({ resourceType, url }) => [resourceType, new URL(url).origin])).toEqual([['document', OPERATOR]]);
    expect(await tracesOf(page, OPERATOR)).toEqual(['iframe']);
  });

  test('the frame has a title, permissions for its own origin only, and no sandbox unless asked for', async ({ page, context }) => {
    await openFrame(page, context);
    const { allow = '', title, sandbox } = await attributesOf(page);
    expect(title).toContain('Tea & <b>biscuits</b>');
    expect(sandbox).toBeUndefined();
    const rules = allow.split('; ').map((rule) => rule.split(' '));
    expect(rules.map(([feature]) => feature)).toEqual(expect.arrayContaining(['camera', 'microphone', 'display-capture', 'fullscreen']));
    expect(new Set(rules.flatMap(([, ...origins]) => origins))).toEqual(new Set([OPERATOR]));
  });

  test('the operator does not learn the page’s address', async ({ page, context, foreign }) => {
    await openFrame(page, context);
    expect((await attributesOf(page))['referrerpolicy']).toBe('no-referrer');
    expect(foreign.requests.map(({ headers }) => headers['referer'])).toEqual([undefined]);
    expect(await (await meetingFrame(page)).evaluate(() => document.referrer)).toBe('');
  });

  test('the owner’s sandbox, referrer policy and further permissions are applied, and the call works', async ({ page, context, foreign }) => {
    const frame = { sandbox: 'allow-scripts allow-same-origin', referrerPolicy: 'origin', allow: ['hid', 'camera'] };
    await openFrame(page, context, { config: { frame } });
    const { allow = '', sandbox, referrerpolicy } = await attributesOf(page);
    expect([sandbox, referrerpolicy]).toEqual(['allow-scripts allow-same-origin', 'origin']);
    expect(allow.split('; ').filter((rule) => /^(hid|camera) /.test(rule)).toSorted()).toEqual([`camera ${OPERATOR}`, `hid ${OPERATOR}`]);
    expect(foreign.requests.map(({ headers }) => headers['referer'])).toEqual([`${new URL(page.url()).origin}/`]);
    const meeting = await meetingFrame(page);
    await expect(meeting.evaluate(() => window.top?.document.title)).rejects.toThrow(/cross-origin/);
    await press(page, 'withdraw');
    await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
  });

  test('a meeting that wants its settings kept by the site writes nothing there', async ({ page, context }) => {
    await openFrame(page, context, { room: 'host-storage-room' });
    const meeting = await meetingFrame(page);
    expect(await meeting.evaluate(() => window.standIn?.sent.map(({ name }) => name))).toContain('local-storage-changed');
    // A later message of the same wire has been drawn, so the earlier one was read.
    await emitFromMeeting(meeting, 'recording-status-changed', { on: true, mode: 'file' });
    await expect(gateOf(page).locator('.notice')).toHaveCount(1);
    expect(await tracesOf(page, OPERATOR)).toEqual(['iframe']);
  });
});

test.describe('both modes give a meeting the same address', () => {
  const jitsi = { configOverwrite: { subject: 'Tea & "biscuits" #1?', p2p: { enabled: true }, list: ['a', 'b'], defaultLanguage: 'de' }, interfaceConfigOverwrite: { TOOLBAR_BUTTONS: ['hangup'] } };
  const CASES: readonly { what: string; room?: string; config?: Config }[] = [
    { what: 'where nothing is asked for' },
    { what: 'with the owner’s settings', config: { jitsi } },
    { what: 'with a tenant', room: 'Club of Tea/Große Runde & mehr' },
    { what: 'with a room full of signs', room: 'a+b=c;d,e:f@g!h$i(j)*~\'100%' },
    { what: 'with a port and a release', config: { operators: { practice: { ...PRACTICE, domain: 'meet.example.eu:8443', release: 'release-1234' } } } },
  ];
  for (const { what, room, config = {} } of CASES) {
    test(what, async ({ page, context }) => {
      const addresses: unknown[] = [];
      for (const mode of MODES) {
        await openFrame(page, context, { ...(room && { room }), config: { ...config, mode } });
        addresses.push(readAddress((await meetingFrame(page)).url()));
      }
      expect(addresses[1]).toEqual(addresses[0]);
    });
  }

  test('with token and name', async ({ page, context }) => {
    const addresses: unknown[] = [];
    for (const mode of MODES) {
      await openWithCallbacks(page, context, { getToken: [{ value: TOKEN }], userInfo: [{ value: { displayName: 'Jane & "J" Doe', email: 'jane+tea@example.org' } }], config: { mode } });
      await acceptUntilLive(page);
      addresses.push(readAddress((await meetingFrame(page)).url()));
    }
    expect(addresses[1]).toEqual(addresses[0]);
    expect(addresses[1]).toMatchObject({ query: { jwt: TOKEN }, hash: { 'userInfo.displayName': JSON.stringify('Jane & "J" Doe') } });
  });
});

/** Opens a call, lets its page load anew, and goes in again. */
async function reloadCall(page: Page, context: BrowserContext, mode: Mode): Promise<void> {
  const config = { mode, recordingPolicy: 'ask', jitsi: { configOverwrite: { startWithAudioMuted: false, startWithVideoMuted: false } } };
  await openFrame(page, context, { config });
  const meeting = await meetingFrame(page);
  await meeting.evaluate(() => window.standIn?.join());
  await emitFromMeeting(meeting, 'recording-status-changed', { on: true, mode: 'file' });
  await expect(gateOf(page).locator('.notice')).toHaveCount(1);
  await expect.poll(() => meeting.evaluate(() => window.standIn?.sent.filter(({ muted }) => muted === true).length)).toBe(2);
  await Promise.all([page.waitForEvent('framenavigated'), meeting.evaluate(() => void setTimeout(() => location.reload()))]);
  await (await meetingFrame(page)).evaluate(() => window.standIn?.join());
}

for (const mode of MODES) {
  test.describe(`a meeting whose page loads anew, in mode ${mode},`, () => {
    test('goes on, is heard, and can be left', async ({ page, context }) => {
      await reloadCall(page, context, mode);
      const meeting = await meetingFrame(page);
      await expectState(page, 'live');
      await emitFromMeeting(meeting, 'recording-status-changed', { on: true, mode: 'stream' });
      await expect(gateOf(page).locator('.notice')).toHaveCount(2);
      await meeting.evaluate(() => window.standIn?.leave());
      await expectState(page, 'ended');
    });

    test('keeps microphone and camera off while the visitor is asked', async ({ page, context }) => {
      await reloadCall(page, context, mode);
      const meeting = await meetingFrame(page);
      await expect.poll(() => meeting.evaluate(() => window.standIn?.sent.filter(({ muted }) => muted !== undefined).map(({ name, muted }) => [name, muted]))).toEqual([
        ['audio-mute-status-changed', true],
        ['video-mute-status-changed', true],
      ]);
    });
  });
}

test('a running meeting is not ended by what the page’s policy refuses of another on the same server', async ({ page, context }) => {
  const headers = { 'content-security-policy': `frame-src ${OPERATOR}/room-a` };
  const body = '<div id="a" data-jitsi-room="room-a"></div><div id="b" data-jitsi-room="room-b"></div>';
  await page.goto(await makePage(context, { config: { mode: 'frame' }, body, headers }));
  for (const id of ['#a', '#b']) await expectState(page, 'asking', id);
  await press(page, 'accept', '#a');
  await expectState(page, 'live', '#a');
  await press(page, 'accept', '#b');
  await expectState(page, 'failed', '#b');
  await expectState(page, 'live', '#a');
});

import type { Page } from 'playwright/test';
import { emitFromMeeting, expect, meetingFrame, test, wireLog } from './support/fixtures.js';
import { startStandIn } from './support/stand-in-server.js';

interface Api {
  on(event: string, listener: (payload: unknown) => void): void;
  executeCommand(name: string, ...args: unknown[]): void;
  isAudioMuted(): Promise<unknown>;
  getIFrame(): HTMLIFrameElement;
}

declare global {
  interface Window {
    JitsiMeetExternalAPI: new (domain: string, options: object) => Api;
    api: Api;
    seen: [name: string, payload: unknown][];
    defined: number;
  }
}

const EVENTS =
  'browserSupport ready prejoinScreenLoaded recordingStatusChanged videoConferenceJoined videoConferenceLeft ' +
  'readyToClose errorOccurred audioMuteStatusChanged';

/** Starts a meeting as a page without any gate would; `where` is `domain/room`. */
async function startMeeting(page: Page, where: string, configOverwrite = {}): Promise<void> {
  const [domain = '', roomName = ''] = where.split('/');
  await page.evaluate(
    ([server, room, config, events]) => {
      const parentNode = document.querySelector('#meeting');
      window.api = new window.JitsiMeetExternalAPI(server, { roomName: room, parentNode, configOverwrite: config });
      window.seen = [];
      for (const event of events.split(' ')) window.api.on(event, (payload) => window.seen.push([event, payload]));
    },
    [domain, roomName, configOverwrite, EVENTS] as const,
  );
}

async function expectSeen(page: Page, names: readonly string[]): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.seen.map(([name]) => name))).toEqual(names);
}

async function openWithScript(page: Page, url = 'https://meet.example.eu/external_api.js'): Promise<void> {
  await page.goto('/stand-in.html');
  await page.addScriptTag({ url });
}

const BOOT = ['browserSupport', 'ready', 'prejoinScreenLoaded'] as const;

test.describe('the genuine script against the meeting page', () => {
  test('joins on a click in the frame and ends on hangup', async ({ page, foreign }) => {
    await openWithScript(page);
    await startMeeting(page, 'meet.example.eu/consulting-hour', { analytics: { disabled: true } });
    await expectSeen(page, BOOT);
    const meeting = await meetingFrame(page);
    await meeting.getByRole('button', { name: 'Join meeting' }).click();
    await expectSeen(page, [...BOOT, 'videoConferenceJoined']);
    const joined = await page.evaluate(() => window.seen.at(-1)?.[1]);
    expect(joined).toMatchObject({ roomName: 'consulting-hour', formattedDisplayName: 'me', breakoutRoom: false });
    await page.evaluate(() => window.api.executeCommand('hangup'));
    await expectSeen(page, [...BOOT, 'videoConferenceJoined', 'videoConferenceLeft', 'readyToClose']);
    expect((await wireLog(meeting)).received.map(({ name }) => name)).toContain('video-hangup');
    expect(foreign.requests.map(({ resourceType }) => resourceType)).toEqual(['script', 'document']);
  });

  test('ends when the visitor leaves inside the frame, and answers requests', async ({ page }) => {
    await openWithScript(page);
    const config = { startWithAudioMuted: true, prejoinConfig: { enabled: false } };
    await startMeeting(page, 'meet.example.eu/consulting-hour', config);
    await expectSeen(page, ['browserSupport', 'ready', 'videoConferenceJoined']);
    expect(await page.evaluate(() => window.api.isAudioMuted())).toBe(true);
    const meeting = await meetingFrame(page);
    await meeting.getByRole('button', { name: 'Leave' }).click();
    await expectSeen(page, ['browserSupport', 'ready', 'videoConferenceJoined', 'videoConferenceLeft', 'readyToClose']);
  });

  test('shows what the site sent', async ({ page }) => {
    await openWithScript(page);
    await startMeeting(page, 'meet.example.eu/consulting-hour', { p2p: { enabled: false } });
    const meeting = await meetingFrame(page);
    await meeting.getByText('What the site sent').click();
    await expect(meeting.getByRole('definition').filter({ hasText: '{"enabled":false}' })).toBeVisible();
  });

  test('sets no global on a page with an AMD loader', async ({ page }) => {
    await page.goto('/stand-in.html');
    await page.evaluate(() => {
      window.defined = 0;
      Object.assign(window, { define: Object.assign(() => (window.defined += 1), { amd: {} }) });
    });
    await page.addScriptTag({ url: 'https://meet.example.eu/external_api.js' });
    expect(await page.evaluate(() => [typeof window.JitsiMeetExternalAPI, window.defined])).toEqual(['undefined', 1]);
  });
});

test.describe('rooms that misbehave', () => {
  for (const [room, names] of [
    ['fatal-error', ['browserSupport', 'ready', 'errorOccurred']],
    ['cancel-lobby', ['browserSupport', 'ready', 'readyToClose']],
    ['stall-silent', []],
  ] as const) {
    test(`${room} does so`, async ({ page }) => {
      await openWithScript(page);
      await startMeeting(page, `meet.example.eu/room-${room}`);
      await meetingFrame(page);
      await page.waitForTimeout(300);
      await expectSeen(page, names);
    });
  }

  test('late-recording reports before the join, no-hangup stays', async ({ page }) => {
    await openWithScript(page);
    await startMeeting(page, 'meet.example.eu/late-recording-no-hangup', { prejoinConfig: { enabled: false } });
    const joined = ['browserSupport', 'ready', 'recordingStatusChanged', 'videoConferenceJoined'];
    await expectSeen(page, joined);
    await page.evaluate(() => window.api.executeCommand('hangup'));
    await emitFromMeeting(await meetingFrame(page), 'audio-mute-status-changed', { muted: true });
    // The wire keeps the order: had the meeting hung up, its events would come before this one.
    await expectSeen(page, [...joined, 'audioMuteStatusChanged']);
  });

  test('host-storage makes the script write to the storage of the page', async ({ page }) => {
    await openWithScript(page);
    await startMeeting(page, 'meet.example.eu/host-storage');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('jitsiLocalStorage'))).toContain('stand-in');
  });
});

test.describe('the local stand-in server', () => {
  test('serves the script that addresses loopback over http', async ({ page, foreign }) => {
    const standIn = await startStandIn();
    const { host } = new URL(standIn.origin);
    foreign.respond(standIn.origin, { pass: true });
    await openWithScript(page, `${standIn.origin}/external_api.js`);
    await startMeeting(page, `${host}/consulting-hour`);
    const meeting = await meetingFrame(page);
    expect(meeting.url()).toContain(`${standIn.origin}/consulting-hour#`);
    await meeting.getByRole('button', { name: 'Join meeting' }).click();
    await expectSeen(page, [...BOOT, 'videoConferenceJoined']);
    await standIn.close();
  });

  test('keeps https for every other host', async ({ page, foreign }) => {
    const standIn = await startStandIn();
    foreign.respond(standIn.origin, { pass: true });
    await openWithScript(page, `${standIn.origin}/vpaas-magic-cookie-1/external_api.js`);
    for (const host of ['localhost.example.org', 'meet.example.eu']) {
      await startMeeting(page, `${host}/r`);
      expect(await page.evaluate(() => window.api.getIFrame().src)).toContain(`https://${host}/r#`);
    }
    await standIn.close();
  });

  test('allows cross-origin reads of the script below /libs only', async ({ request }) => {
    const standIn = await startStandIn();
    const allows = async (path: string): Promise<string | undefined> =>
      (await request.get(standIn.origin + path)).headers()['access-control-allow-origin'];
    expect(await allows('/libs/external_api.min.js')).toBe('*');
    expect(await allows('/external_api.js')).toBeUndefined();
    expect((await request.get(`${standIn.origin}/favicon.ico`)).status()).toBe(204);
    await standIn.close();
  });
});

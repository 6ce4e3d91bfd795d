import { expect, meetingFrame, test, wireLog } from './support/fixtures.js';
import { acceptUntilLive, expectState, focusedPart, gateOf, OPERATOR, openAsking, partOf, press, readDecision, tracesOf } from './support/gate.js';
import { expectMeetingEvent, noteGateEvents } from './support/meeting-api.js';

const PAGE = '/journey.html';

// The whole way of a visitor, in a whole browser.
test.use({ profile: 'regular' });

test.beforeEach(async ({ page }) => noteGateEvents(page));

test.describe('a yes', () => {
  test('reaches videoConferenceJoined in the meeting', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    const meeting = await meetingFrame(page);
    await meeting.getByRole('button', { name: 'Join meeting' }).click();
    await expectMeetingEvent(page, 'videoConferenceJoined');
    expect((await wireLog(meeting)).sent.map(({ name }) => name)).toContain('video-conference-joined');
    await expectState(page, 'live');
  });

  test('titles the frame, encodes the room, and asks the meeting for privacy', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    await expect(gateOf(page).locator('iframe')).toHaveAttribute('title', 'Video meeting: Consulting hour');
    const meeting = await meetingFrame(page);
    const url = new URL(meeting.url());
    expect([url.origin, url.pathname, url.search]).toEqual([OPERATOR, '/Praxis/%C3%84rzte%20%26%20host-storage', '?lang=en']);
    expect(await meeting.evaluate(() => window.standIn?.params)).toMatchObject({
      'config.disableThirdPartyRequests': true,
      'config.analytics': { disabled: true, rtcstatsEnabled: false },
      'config.gravatar': { disabled: true },
      'config.p2p': { enabled: false },
      'config.doNotStoreRoom': true,
      'config.pip': { disabled: true },
      'config.disableDeepLinking': true,
      'config.prejoinConfig': { enabled: true },
      'config.startWithAudioMuted': true,
      'config.startWithVideoMuted': true,
      'config.subject': 'Your appointment',
      'appData.localStorageContent': null,
    });
  });

  test('hands the page the genuine instance', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    await meetingFrame(page);
    const seen = await page.evaluate(async () => {
      const [api] = window.meetingApis;
      const frame = document.querySelector('jitsi-gate')?.shadowRoot?.querySelector('iframe');
      return {
        knows: api?.getSupportedEvents().includes('recordingStatusChanged'),
        hasFrame: frame !== undefined && api?.getIFrame() === frame,
        isMuted: await api?.isAudioMuted(),
      };
    });
    expect(seen).toEqual({ knows: true, hasFrame: true, isMuted: true });
  });

  test('fills the box with the meeting', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    const frame = await gateOf(page).locator('iframe').boundingBox();
    const gate = await gateOf(page).boundingBox();
    expect(frame?.height).toBe(560);
    expect((gate?.width ?? 0) - (frame?.width ?? 0)).toBeLessThanOrEqual(2);
  });

  test('says so in events, none of which carries the name of the room', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    const operator = 'meet.example.eu';
    const events = await page.evaluate(() => window.gateEvents);
    expect(events).toEqual([
      ['jitsi-gate-state', { from: null, to: 'asking', operator }],
      ['jitsi-gate-decision', { decision: 'granted', operator }],
      ['jitsi-gate-state', { from: 'asking', to: 'loading', operator }],
      ['jitsi-gate-before-load', { operator }],
      ['jitsi-gate-meeting', { operator }],
      ['jitsi-gate-state', { from: 'loading', to: 'live', operator }],
      ['jitsi-gate-decision', { decision: 'withdrawn', operator }],
      ['jitsi-gate-state', { from: 'live', to: 'asking', operator }],
    ]);
  });
});

test.describe('a withdrawal', () => {
  test('hangs up, empties the page of the operator, and is on record', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page, { remember: true });
    await (await meetingFrame(page)).getByRole('button', { name: 'Join meeting' }).click();
    await expectMeetingEvent(page, 'videoConferenceJoined');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('jitsiLocalStorage'))).toContain('stand-in');
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await expectMeetingEvent(page, 'readyToClose');
    await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
    expect(page.frames()).toHaveLength(1);
    expect(await readDecision(page)).toMatchObject({ decision: 'withdrawn', source: 'visitor', purposes: ['load'] });
  });

  test("puts the focus on the gate's heading and says what happened", async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await expect.poll(() => focusedPart(page)).toBe('heading');
    await expect(gateOf(page).getByRole('status')).toHaveText('The permission is withdrawn and the meeting removed.');
  });

  test('asks again after a reload', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page, { remember: true });
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    foreign.clear();
    await page.reload();
    await expectState(page, 'asking');
    await foreign.expectSilence();
  });

  test('lets the visitor agree once more', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await acceptUntilLive(page);
    await (await meetingFrame(page)).getByRole('button', { name: 'Join meeting' }).click();
    await expectMeetingEvent(page, 'videoConferenceJoined');
  });

  test('closes the gates of that operator in every tab', async ({ page, context }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page, { remember: true });
    const other = await context.newPage();
    await other.goto('/defer.html');
    await expectState(other, 'ready');
    await press(other, 'accept');
    await expectState(other, 'live');
    await press(page, 'withdraw');
    await expectState(other, 'asking');
    await expect.poll(() => tracesOf(other, OPERATOR)).toEqual([]);
  });
});

test.describe('the end of a call', () => {
  test('empties the page and offers to join again', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    const meeting = await meetingFrame(page);
    await meeting.getByRole('button', { name: 'Join meeting' }).click();
    await meeting.getByRole('button', { name: 'Leave' }).click();
    await expectState(page, 'ended');
    await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
    await press(page, 'accept');
    await expectState(page, 'live');
    await (await meetingFrame(page)).getByRole('button', { name: 'Join meeting' }).click();
    await expect.poll(() => page.evaluate(() => window.meetingEvents.filter((name) => name === 'videoConferenceJoined'))).toHaveLength(2);
    expect(await page.evaluate(() => window.meetingApis.length)).toBe(2);
  });

  test('can be followed by a withdrawal', async ({ page }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    const meeting = await meetingFrame(page);
    await meeting.getByRole('button', { name: 'Join meeting' }).click();
    await meeting.getByRole('button', { name: 'Leave' }).click();
    await expectState(page, 'ended');
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    expect((await readDecision(page))?.decision).toBe('withdrawn');
  });

  test('comes with the page when it is left', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    await page.goto('/nothing.html');
    foreign.clear();
    await foreign.expectSilence();
    await expect(partOf(page, 'accept')).toHaveCount(0);
  });
});

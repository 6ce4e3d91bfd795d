import type { BrowserContext, Frame, Page } from 'playwright/test';
import { emitFromMeeting, expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, openAsking, partOf, press, readDecision } from './support/gate.js';
import { MODES } from './support/lifecycle-table.js';
import { makePage } from './support/made-site.js';
import { noteGateEvents } from './support/meeting-api.js';
import { findMissing, receiptSchema } from './support/receipt-schema.js';
import { readReceipts } from './support/stored.js';

type Config = Readonly<Record<string, unknown>>;

/** Opens a page and starts its meeting; `join` goes past the pre-join page. */
async function startMeeting(page: Page, context: BrowserContext, { config = {}, room = 'a-room', join = true }: { config?: Config; room?: string; join?: boolean }): Promise<Frame> {
  await noteGateEvents(page);
  await openAsking(page, await makePage(context, { config, body: `<div data-jitsi-room="${room}"></div>` }));
  await acceptUntilLive(page);
  const meeting = await meetingFrame(page);
  if (join) await meeting.evaluate(() => window.standIn?.join());
  return meeting;
}

const record = (meeting: Frame, data: Config): Promise<void> => emitFromMeeting(meeting, 'recording-status-changed', { mode: 'file', transcription: false, ...data });
const transcribe = (meeting: Frame, on: boolean): Promise<void> => emitFromMeeting(meeting, 'transcribing-status-changed', { on });
const noticesOf = (page: Page): Promise<string[]> => gateOf(page).locator('.notice').allTextContents();
const eventsOf = (page: Page): Promise<unknown[]> => page.evaluate(() => window.gateEvents.filter(([type]) => type === 'jitsi-gate-recording').map(([, { mode, on }]) => [mode, on]));
const isMuted = (meeting: Frame): Promise<unknown> => meeting.evaluate(() => window.standIn?.sent.filter(({ name }) => name.endsWith('mute-status-changed')).map(({ name, muted }) => [name, muted]));

for (const mode of MODES) {
  test.describe(`in mode ${mode}`, () => {
    test('a recording is told as long as it runs, with the time and a way out', async ({ page, context }) => {
      const meeting = await startMeeting(page, context, { config: { mode } });
      await record(meeting, { on: true });
      await expect.poll(() => noticesOf(page)).toEqual([expect.stringMatching(/^This meeting has been recorded since \d+:\d\d.[AP]M\.$/)]);
      await expect(partOf(page, 'recording').getByRole('status')).toContainText('has been recorded');
      await record(meeting, { on: false });
      await expect.poll(() => noticesOf(page)).toEqual([]);
      await expect(partOf(page, 'recording').getByRole('status')).toHaveText('Nothing is being recorded any more.');
      expect(await eventsOf(page)).toEqual([['file', true], ['file', false]]);
    });

    test('a late joiner sees a running recording within 100 ms, before having joined', async ({ page, context }) => {
      // Before any script of the page: it hears an event first.
      await page.addInitScript(() => {
        window.addEventListener('message', ({ data }) => {
          if (String(data).includes('recording-status-changed')) Object.assign(window, { heardAt: Date.now() });
        }, { capture: true });
      });
      const meeting = await startMeeting(page, context, { config: { mode }, room: 'late-recording-room', join: false });
      await page.evaluate(() => {
        const root = document.querySelector('jitsi-gate')?.shadowRoot;
        if (!root) throw new Error('no gate');
        const note = (): void => {
          if (root.querySelector('.notice')) Object.assign(window, { seenAt: Date.now() });
        };
        new MutationObserver(note).observe(root, { childList: true, subtree: true });
      });
      const sentAt = await meeting.evaluate(() => {
        const time = Date.now();
        window.standIn?.join();
        return time;
      });
      await expect.poll(() => noticesOf(page)).toEqual([expect.stringMatching(/^This meeting was already being recorded when you came in at /)]);
      const [heardAt = 0, seenAt = 0] = await page.evaluate(() => ['heardAt', 'seenAt'].map((name) => Number(Reflect.get(window, name))));
      console.log(`late joiner, mode ${mode}: the notice stood ${seenAt - heardAt} ms after the event came, ${seenAt - sentAt} ms after it was sent`);
      expect(seenAt).toBeGreaterThanOrEqual(heardAt);
      expect(seenAt - heardAt).toBeLessThanOrEqual(100);
    });

    test('leaving from the notice ends the call and keeps the permission', async ({ page, context }) => {
      const meeting = await startMeeting(page, context, { config: { mode } });
      await record(meeting, { on: true, mode: 'stream' });
      await expect.poll(() => noticesOf(page)).toEqual([expect.stringContaining('streamed live')]);
      await press(page, 'leave');
      await expectState(page, 'ended');
      expect((await readDecision(page, 'practice'))?.decision).toBe('granted');
    });

    test('with `ask`, microphone and camera go off and stay off until the visitor agrees, and the answer has its receipt', async ({ page, context }) => {
      const config = { mode, recordingPolicy: 'ask', jitsi: { configOverwrite: { startWithAudioMuted: false, startWithVideoMuted: false } } };
      const meeting = await startMeeting(page, context, { config });
      await record(meeting, { on: true });
      await expect(gateOf(page).getByText('Your microphone and camera are off.')).toBeVisible();
      await expect.poll(() => isMuted(meeting)).toEqual([['audio-mute-status-changed', true], ['video-mute-status-changed', true]]);
      await meeting.getByRole('button', { name: /microphone/i }).click();
      await expect.poll(async () => (await isMuted(meeting) as unknown[]).slice(2)).toEqual([['audio-mute-status-changed', false], ['audio-mute-status-changed', true]]);
      await press(page, 'stay');
      await expect(partOf(page, 'stay')).toHaveCount(0);
      await expect.poll(() => noticesOf(page)).toHaveLength(1);
      const { receipt } = (await readReceipts(page)).at(-1) ?? {};
      expect(receipt).toMatchObject({ processing: [{ purpose: 'recording' }], events: [{ event_state: 'given', source: 'visitor', scope: 'once' }] });
      expect(findMissing(receiptSchema(), receipt)).toEqual([]);
      await meeting.getByRole('button', { name: /microphone/i }).click();
      await expect.poll(async () => (await isMuted(meeting) as unknown[]).slice(4)).toEqual([['audio-mute-status-changed', false]]);
      await expectState(page, 'live');
    });

    test('with `ask`, whoever leaves has refused, with a receipt, and may still join again', async ({ page, context }) => {
      const meeting = await startMeeting(page, context, { config: { mode, recordingPolicy: 'ask' } });
      await transcribe(meeting, true);
      await press(page, 'leave');
      await expectState(page, 'ended');
      expect((await readReceipts(page)).at(-1)?.receipt).toMatchObject({ processing: [{ purpose: 'transcription' }], events: [{ event_state: 'refused' }] });
      expect((await readDecision(page, 'practice'))?.decision).toBe('granted');
    });

    test('where Jitsi asks in a dialog of its own, the gate does not ask as well and answers nothing', async ({ page, context }) => {
      const meeting = await startMeeting(page, context, { config: { mode, recordingPolicy: 'ask' } });
      await record(meeting, { on: true });
      await expect(partOf(page, 'stay')).toBeVisible();
      await emitFromMeeting(meeting, 'recording-consent-dialog-open', { open: true });
      await expect(partOf(page, 'stay')).toHaveCount(0);
      await emitFromMeeting(meeting, 'recording-consent-dialog-open', { open: false });
      await expect.poll(() => noticesOf(page)).toHaveLength(1);
      await expect(partOf(page, 'stay')).toHaveCount(0);
      expect(await meeting.evaluate(() => window.standIn?.received.filter(({ name }) => name === 'grant-recording-consent'))).toEqual([]);
      expect((await readReceipts(page)).map(({ receipt }) => receipt.events[0]?.event_state)).toEqual(['given']);
    });
  });
}

test('where no consent to loading is claimed, the answer about a recording has a receipt all the same, and is the only one', async ({ page, context }) => {
  const meeting = await startMeeting(page, context, { config: { basis: 'requested-service', recordingPolicy: 'ask' } });
  await record(meeting, { on: true });
  await press(page, 'stay');
  await expect(partOf(page, 'stay')).toHaveCount(0);
  expect((await readReceipts(page)).map(({ receipt }) => receipt)).toMatchObject([{ processing: [{ purpose: 'recording' }], events: [{ event_state: 'given' }] }]);
});

test('a click made by a script agrees to no recording', async ({ page, context }) => {
  const meeting = await startMeeting(page, context, { config: { recordingPolicy: 'ask' } });
  await record(meeting, { on: true });
  await expect(partOf(page, 'stay')).toBeVisible();
  await partOf(page, 'stay').evaluate((button) => (button as HTMLButtonElement).click());
  await expect(partOf(page, 'stay')).toBeVisible();
  expect(await readReceipts(page)).toHaveLength(1);
});

import { expect, type Page } from 'playwright/test';
import type { Foreign } from './foreign.js';
import { acceptUntilLive, expectState, gateOf, openAsking, partOf, press, pressOn } from './gate.js';
import { emitFromMeeting, meetingFrame } from './meeting-frame.js';
import { type PublishedGate, tamper } from './stored.js';

type Reach = (page: Page, foreign: Foreign, path: string) => Promise<void>;

/** Sets attributes of the script tag of pages that are opened from now on: after a page is read, before its deferred scripts run. */
async function giveScript(page: Page, attributes: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript((given) => document.addEventListener('readystatechange', () => {
    Object.assign(document.querySelector<HTMLElement>('script[src]')?.dataset ?? {}, given);
  }, { once: true }), attributes);
}

/** Adds to the facts of the operators in the JSON block of pages that are opened from now on, and leaves away what only Jitsi has. */
async function giveFacts(page: Page, facts: Readonly<Record<string, unknown>>): Promise<void> {
  await page.addInitScript((given) => document.addEventListener('readystatechange', () => {
    const block = document.querySelector('#jitsi-gate-config');
    if (!block?.textContent) return;
    const { operators, ...config } = JSON.parse(block.textContent) as { operators: Record<string, object> };
    const changed = Object.entries(operators).map(([key, operator]) => [key, { ...operator, ...given, recordingConsentEnforced: undefined, integrity: undefined, release: undefined }]);
    block.textContent = JSON.stringify({ ...config, operators: Object.fromEntries(changed) });
  }, { once: true }), facts);
}

async function startLoading(page: Page, foreign: Foreign): Promise<void> {
  foreign.respond('external_api.js', { hang: true });
  await press(page, 'accept');
}

/** Brings a page to a meeting that is recorded and written down. */
async function startRecorded(page: Page, path: string): Promise<void> {
  await openAsking(page, path);
  await acceptUntilLive(page);
  const meeting = await meetingFrame(page);
  await meeting.evaluate(() => window.standIn?.join());
  await emitFromMeeting(meeting, 'recording-status-changed', { on: true, mode: 'file', transcription: true });
  await expect(gateOf(page).locator('.notice')).toHaveCount(2);
}

/** Opens the settings over whatever a page shows, as a script of the site may. */
export async function openSettings(page: Page): Promise<void> {
  await page.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).openSettings());
  await expect(page.getByRole('dialog').locator('article')).toBeVisible();
}

/** How a visitor comes to each state of the gate on a page that is about to be opened. */
export const GATE_STATES: Readonly<Record<string, Reach>> = {
  invalid: async (page, _foreign, path) => {
    await openAsking(page, path);
    // The gate says what its placeholder says.
    await page.locator('[data-jitsi-room]').first().evaluate((placeholder) => placeholder.setAttribute('data-jitsi-room', 'a#b'));
  },
  asking: (page, _foreign, path) => openAsking(page, path),
  details: async (page, _foreign, path) => {
    await openAsking(page, path);
    await partOf(page, 'details').locator('summary').click();
    await expect(partOf(page, 'details').locator('dl')).toBeVisible();
  },
  changed: async (page, _foreign, path) => {
    await openAsking(page, path);
    await acceptUntilLive(page, { remember: true });
    await tamper(page, { terms: '0.0.0.0.0.0.0' });
    await page.reload();
    await expect(gateOf(page).locator('.changed').first()).toBeVisible();
  },
  settings: async (page, _foreign, path) => {
    await openAsking(page, path);
    await press(page, 'decline');
    await openSettings(page);
  },
  section: async (page, _foreign, path) => {
    await openAsking(page, path);
    await page.evaluate(() => document.querySelector('[data-jitsi-room]')?.after(document.createElement('jitsi-gate-settings')));
    await pressOn(page.locator('jitsi-gate-settings [part="allow"]'));
    await expect(page.locator('jitsi-gate-settings [part="withdraw"]')).toBeVisible();
  },
  ready: async (page, _foreign, path) => {
    await openAsking(page, path);
    await acceptUntilLive(page, { remember: true });
    await page.reload();
  },
  loading: async (page, foreign, path) => {
    await giveScript(page, { timeout: '120000' });
    await openAsking(page, path);
    await startLoading(page, foreign);
  },
  live: async (page, _foreign, path) => {
    await openAsking(page, path);
    await acceptUntilLive(page);
    await meetingFrame(page);
  },
  blind: async (page, foreign, path) => {
    await giveFacts(page, { software: 'galene' });
    foreign.respond('https://meet.example.eu/', { body: '<!doctype html><html lang="en"><title>A meeting</title>', headers: { 'content-type': 'text/html' } });
    await openAsking(page, path);
    await acceptUntilLive(page);
    await expect(partOf(page, 'new-tab')).toBeVisible();
  },
  linked: async (page, _foreign, path) => {
    await giveFacts(page, { software: 'visio', embeddable: false });
    await page.addInitScript(() => document.addEventListener('readystatechange', () => (
      document.querySelectorAll('[data-jitsi-room]').forEach((placeholder) => placeholder.setAttribute('data-jitsi-room', 'abc-defg-hij'))), { once: true }));
    await page.goto(path);
    await expectState(page, 'asking');
    await expect(partOf(page, 'new-tab')).toBeVisible();
  },
  recorded: (page, _foreign, path) => startRecorded(page, path),
  asked: async (page, _foreign, path) => {
    await giveScript(page, { recordingPolicy: 'ask' });
    await startRecorded(page, path);
    await expect(partOf(page, 'stay')).toBeVisible();
  },
  ended: async (page, _foreign, path) => {
    await openAsking(page, path);
    await acceptUntilLive(page);
    const meeting = await meetingFrame(page);
    await meeting.getByRole('button', { name: 'Join meeting' }).click();
    await meeting.getByRole('button', { name: 'Leave' }).click();
  },
  declined: async (page, _foreign, path) => {
    await openAsking(page, path);
    await press(page, 'decline');
  },
  failed: async (page, foreign, path) => {
    await openAsking(page, path);
    const undo = foreign.respond('external_api.js', { status: 404 });
    await press(page, 'accept');
    await expectState(page, 'failed');
    undo();
  },
};

/** The state of the gate in what is more than a state: open details, changed terms, the settings, a recorded meeting. */
const SHOWS: Readonly<Record<string, string>> = { details: 'asking', changed: 'asking', settings: 'declined', section: 'ready', recorded: 'live', asked: 'live', blind: 'live', linked: 'asking' };

/** Brings a page to a state, by name. */
export async function reachState(page: Page, foreign: Foreign, { state, path = '/full.html' }: { state: string; path?: string }): Promise<void> {
  await GATE_STATES[state]?.(page, foreign, path);
  await expectState(page, SHOWS[state] ?? state);
}

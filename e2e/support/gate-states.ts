import { expect, type Page } from 'playwright/test';
import type { Foreign } from './foreign.js';
import { acceptUntilLive, expectState, gateOf, openAsking, partOf, press } from './gate.js';
import { meetingFrame } from './meeting-frame.js';
import { type PublishedGate, tamper } from './stored.js';

type Reach = (page: Page, foreign: Foreign, path: string) => Promise<void>;

async function startLoading(page: Page, foreign: Foreign): Promise<void> {
  foreign.respond('external_api.js', { hang: true });
  await press(page, 'accept');
}

/** How a visitor comes to each state of the gate on a page that is about to be opened. */
export const GATE_STATES: Readonly<Record<string, Reach>> = {
  invalid: async (page, _foreign, path) => {
    await openAsking(page, path);
    await gateOf(page).evaluate((gate) => gate.setAttribute('room', 'a#b'));
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
    await page.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).openSettings());
    await expect(page.getByRole('dialog').locator('article')).toBeVisible();
  },
  ready: async (page, _foreign, path) => {
    await openAsking(page, path);
    await acceptUntilLive(page, { remember: true });
    await page.reload();
  },
  loading: async (page, foreign, path) => {
    await openAsking(page, path);
    await startLoading(page, foreign);
  },
  live: async (page, _foreign, path) => {
    await openAsking(page, path);
    await acceptUntilLive(page);
    await meetingFrame(page);
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

/** The state of the gate in what is more than a state: open details, changed terms, the settings over a refusal. */
const SHOWS: Readonly<Record<string, string>> = { details: 'asking', changed: 'asking', settings: 'declined' };

/** Brings a page to a state, by name. */
export async function reachState(page: Page, foreign: Foreign, { state, path = '/full.html' }: { state: string; path?: string }): Promise<void> {
  await GATE_STATES[state]?.(page, foreign, path);
  await expectState(page, SHOWS[state] ?? state);
}

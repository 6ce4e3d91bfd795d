import type { Frame, Page } from 'playwright/test';
import type { MeetingApi } from '../../src/index.js';
import { expect, meetingFrame } from './fixtures.js';
import { expectState, press } from './gate.js';

declare global {
  interface Window {
    /** By the id of the placeholder: its instances, oldest first. */
    apisOf: Record<string, MeetingApi[]>;
    /** By the id of the placeholder: the names of the events that its instances fired, in order. */
    eventsOf: Record<string, string[]>;
    /** The iframe of a meeting that a test has kept, to see whether it is still the same one. */
    keptFrame: HTMLIFrameElement | undefined;
  }
}

const EVENTS = ['videoConferenceJoined', 'videoConferenceLeft', 'recordingStatusChanged', 'audioMuteStatusChanged', 'readyToClose'];

/** Runs in the page before its scripts: notes the events of each meeting apart. */
function noteApart(names: readonly string[]): void {
  window.apisOf = {};
  window.eventsOf = {};
  document.addEventListener('jitsi-gate-meeting', (event) => {
    const { api } = event.detail;
    const { id } = (event.target as Element).parentElement ?? {};
    if (id === undefined || !api) throw new Error('a gate without its placeholder, or a meeting without the script');
    (window.apisOf[id] ??= []).push(api);
    const events = (window.eventsOf[id] ??= []);
    for (const name of names) api.addListener(name, () => void events.push(name));
  });
}

/** Notes, on pages opened from now on, what each meeting fires, by the id of its placeholder. */
export async function noteMeetingsApart(page: Page): Promise<void> {
  await page.addInitScript(noteApart, EVENTS);
}

/** Two placeholders with ids and rooms `a` and `b`. */
export function twoBodies(a: string, b: string): string {
  return `<div id="a" data-jitsi-room="room-a" data-jitsi-operator="${a}"></div><div id="b" data-jitsi-room="room-b" data-jitsi-operator="${b}"></div>`;
}

/** Starts the meeting of a placeholder and gives its frame. */
export async function startIn(page: Page, id: 'a' | 'b'): Promise<Frame> {
  await press(page, 'accept', `#${id}`);
  await expectState(page, 'live', `#${id}`);
  return meetingFrame(page, `room-${id}`);
}

/** What each meeting has fired so far. */
export function readEvents(page: Page): Promise<Readonly<Record<string, string[]>>> {
  return page.evaluate(() => window.eventsOf);
}

/** Whether the newest meeting of a placeholder answers a request of the site, within a second. */
export function isAnswering(page: Page, id: 'a' | 'b'): Promise<boolean> {
  return page.evaluate(async (key) => {
    const answer = window.apisOf[key]?.at(-1)?.isAudioMuted();
    const late = new Promise((resolve) => setTimeout(resolve, 1000, 'late'));
    return typeof (await Promise.race([answer, late])) === 'boolean';
  }, id);
}

/** Waits until a meeting has fired an event; what is sent to one may by then have reached the other, too. */
export async function expectFired(page: Page, id: 'a' | 'b', name: string): Promise<void> {
  await expect.poll(async () => (await readEvents(page))[id]).toContain(name);
}

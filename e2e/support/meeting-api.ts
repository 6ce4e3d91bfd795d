import { expect, type Page } from 'playwright/test';

/** The part of the genuine instance that tests look at. */
interface GenuineApi {
  getIFrame(): HTMLIFrameElement;
  getSupportedEvents(): string[];
  isAudioMuted(): Promise<boolean>;
  addListener(event: string, listener: () => void): void;
}

declare global {
  interface Window {
    /** The instances that `jitsi-gate-meeting` handed out, oldest first. */
    meetingApis: GenuineApi[];
    /** Names of the events that they fired, in order. */
    meetingEvents: string[];
    /** `type` and `detail` of every event of the gates, without instances. */
    gateEvents: [type: string, detail: Readonly<Record<string, unknown>>][];
  }
}

const GATE_EVENTS = ['jitsi-gate-state', 'jitsi-gate-decision', 'jitsi-gate-before-load', 'jitsi-gate-meeting', 'jitsi-gate-recording', 'jitsi-gate-error'];
const MEETING_EVENTS = ['browserSupport', 'ready', 'videoConferenceJoined', 'videoConferenceLeft', 'readyToClose'];

/** Runs in the page before its scripts: listens to the gates as a site would, at the document. */
function noteEvents([gateEvents, meetingEvents]: readonly [readonly string[], readonly string[]]): void {
  window.meetingApis = [];
  window.meetingEvents = [];
  window.gateEvents = [];
  for (const type of gateEvents) {
    document.addEventListener(type, (event) => {
      const { api, ...detail } = (event as CustomEvent<{ api?: GenuineApi }>).detail;
      window.gateEvents.push([type, detail]);
      if (api === undefined) return;
      window.meetingApis.push(api);
      for (const name of meetingEvents) api.addListener(name, () => void window.meetingEvents.push(name));
    });
  }
}

/** Notes every event of gates and meetings of the pages that are opened from now on. */
export async function noteGateEvents(page: Page): Promise<void> {
  await page.addInitScript(noteEvents, [GATE_EVENTS, MEETING_EVENTS] as const);
}

/** Waits until the meeting has fired an event. */
export async function expectMeetingEvent(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.meetingEvents)).toContain(name);
}

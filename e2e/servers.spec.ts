import type { Frame, Page } from 'playwright/test';
import { emitFromMeeting, expect, meetingFrame, test } from './support/fixtures.js';
import type { Foreign } from './support/foreign.js';
import { expectState, gateLines, gateOf, listenToConsole, press } from './support/gate.js';
import { makePage, PRACTICE, type MadeOperator } from './support/made-site.js';
import { expectMeetingEvent, noteGateEvents } from './support/meeting-api.js';
import { startStandIn } from './support/stand-in-server.js';

interface Server {
  readonly title: string;
  readonly operator: MadeOperator;
  readonly room: string;
  /** The room as the meeting understands it; default: as it is written. */
  readonly understood?: string;
  readonly script: string;
  readonly meeting: string;
}

const at = (domain: string): MadeOperator => ({ ...PRACTICE, domain });
const jaas = (domain: string, more: MadeOperator = {}): MadeOperator => ({ domain, appId: 'vpaas-magic-cookie-1', ...more });

const SERVERS: readonly Server[] = [
  {
    title: 'a server of one’s own on a port', operator: at('meet.example.eu:8443'), room: 'consulting-hour',
    script: 'https://meet.example.eu:8443/external_api.js', meeting: 'https://meet.example.eu:8443/consulting-hour?lang=en',
  },
  {
    title: 'a domain in capitals with the usual port', operator: at('Meet.Example.EU:443'), room: 'Consulting-Hour', understood: 'consulting-hour',
    script: 'https://meet.example.eu/external_api.js', meeting: 'https://meet.example.eu/Consulting-Hour?lang=en',
  },
  {
    title: 'a tenant and a room with signs that need encoding', operator: at('meet.example.eu'), room: 'Süd & Co/Ärzte + "A"=1;<b>,100%', understood: 'ärzte + "a"=1;<b>,100%',
    script: 'https://meet.example.eu/external_api.js', meeting: 'https://meet.example.eu/S%C3%BCd%20%26%20Co/%C3%84rzte%20%2B%20%22A%22%3D1%3B%3Cb%3E%2C100%25?lang=en',
  },
  {
    title: 'a release of one’s own server', operator: { ...at('meet.example.eu'), release: 'release-7' }, room: 'consulting-hour',
    script: 'https://meet.example.eu/external_api.js?release=release-7', meeting: 'https://meet.example.eu/consulting-hour?lang=en&release=release-7',
  },
  {
    title: 'meet.jit.si with a tenant', operator: { domain: 'meet.jit.si' }, room: 'praxis/consulting-hour', understood: 'consulting-hour',
    script: 'https://meet.jit.si/external_api.js', meeting: 'https://meet.jit.si/praxis/consulting-hour?lang=en',
  },
  {
    title: 'JaaS in the region eu', operator: jaas('eu.8x8.vc'), room: 'Ärzte & Co', understood: 'ärzte & co',
    script: 'https://eu.8x8.vc/vpaas-magic-cookie-1/external_api.js', meeting: 'https://eu.8x8.vc/vpaas-magic-cookie-1/%C3%84rzte%20%26%20Co?lang=en',
  },
  {
    title: 'JaaS in Frankfurt with a release', operator: jaas('frankfurt.8x8.vc', { release: 'release-1234' }), room: 'consulting-hour',
    script: 'https://frankfurt.8x8.vc/vpaas-magic-cookie-1/external_api.js?release=release-1234',
    meeting: 'https://frankfurt.8x8.vc/vpaas-magic-cookie-1/consulting-hour?lang=en&release=release-1234',
  },
  {
    title: 'RENATER', operator: { domain: 'rendez-vous.renater.fr', name: 'GIP RENATER', country: 'FR' }, room: 'seminaire',
    script: 'https://rendez-vous.renater.fr/external_api.js', meeting: 'https://rendez-vous.renater.fr/seminaire?lang=en',
  },
  {
    title: 'Framatalk', operator: { domain: 'framatalk.org', name: 'Framasoft', country: 'FR' }, room: 'atelier',
    script: 'https://framatalk.org/external_api.js', meeting: 'https://framatalk.org/atelier?lang=en',
  },
];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const placeholder = (room: string): string => `<div data-jitsi-room="${escape(room)}"></div>`;

/** Says yes to a page that has been silent, and goes into the meeting. */
async function joinFromSilence(page: Page, foreign: Foreign): Promise<Frame> {
  await expectState(page, 'asking');
  await foreign.expectSilence();
  await press(page, 'accept');
  await expectState(page, 'live');
  const frame = await meetingFrame(page);
  await frame.getByRole('button', { name: 'Join meeting' }).click();
  await expectMeetingEvent(page, 'videoConferenceJoined');
  return frame;
}

test.describe('by plain configuration', () => {
  test.beforeEach(async ({ page }) => noteGateEvents(page));

  for (const { title, operator, room, understood = room, script, meeting } of SERVERS) {
    test(`a meeting joins on ${title}`, async ({ page, context, foreign }) => {
      await page.goto(await makePage(context, { config: { operators: { chosen: operator } }, body: placeholder(room) }));
      const frame = await joinFromSilence(page, foreign);
      expect(frame.url().split('#')[0]).toBe(meeting);
      expect(foreign.requests.map(({ url }) => url.split('#')[0])).toEqual([script, meeting]);
      expect(await frame.evaluate(() => window.standIn?.room)).toBe(understood);
    });
  }

  test('a meeting joins on a real port of this computer, over http', async ({ page, context, foreign }) => {
    const server = await startStandIn();
    try {
      foreign.respond(server.origin, { pass: true });
      // A page that a test hands to the browser counts as one from the internet, which has to ask for this.
      await context.grantPermissions(['local-network-access']);
      const operator = at(new URL(server.origin).host);
      await page.goto(await makePage(context, { config: { operators: { chosen: operator } }, body: placeholder('praxis/Ärzte & Co') }));
      const frame = await joinFromSilence(page, foreign);
      expect(frame.url().split('#')[0]).toBe(`${server.origin}/praxis/%C3%84rzte%20%26%20Co?lang=en`);
    } finally {
      await server.close();
    }
  });
});

test.describe('the public server', () => {
  test('that lets nobody in before a sign-in fails in words', async ({ page, context }) => {
    const lines = listenToConsole(page);
    await page.goto(await makePage(context, { config: { operators: { chosen: { domain: 'meet.jit.si' } } } }));
    await press(page, 'accept');
    await expectState(page, 'live');
    // What guests get until the first participant has signed in (docs/jitsi.md §6).
    const error = { name: 'conference.connectionError.membersOnly', type: 'CONFERENCE', isFatal: true };
    await emitFromMeeting(await meetingFrame(page), 'error-occurred', { error });
    await expectState(page, 'failed');
    await expect(gateOf(page).getByRole('alert')).not.toBeEmpty();
    expect(gateLines(lines).join()).toContain('conference.connectionError.membersOnly');
    expect(gateLines(lines).join()).not.toContain('secret-room');
  });
});

import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateLines, gateOf, listenToConsole, partOf, press, readDecision } from './support/gate.js';
import { makePage } from './support/made-site.js';

const HOST = 'https://meet.example.eu';

/** A page that stands behind the frame and speaks as the software documents it; tests have it say more. */
const speaking = (first: string): string => `<!doctype html><title>A meeting</title><p>Meeting</p><script>
  window.say = (message) => parent.postMessage(message, '*');
  window.heard = [];
  addEventListener('message', ({ data }) => { heard.push(data); if (data && data.command === 'leave_room') say({ type: 'leave', payload: { removed: false } }); });
  ${first}
</script>`;

interface Case {
  readonly software: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly room: string;
  /** The address that the frame has; a part of it for one with parameters. */
  readonly url: string;
  readonly stored: RegExp;
  readonly name: string;
  /** Rooms that are no such software's. */
  readonly wrong: readonly string[];
  readonly ready?: unknown;
  readonly getUrl?: string;
  /** Whether it may say nothing, so that the bar says what cannot be seen. */
  readonly isBlind?: boolean;
  /** Further options of the site. */
  readonly site?: Readonly<Record<string, unknown>>;
}

/** What every software has in common, Jitsi in both its ways included. */
const CASES: readonly Case[] = [
  { software: 'jitsi', room: 'team/weekly-x8k2pq9z', url: `${HOST}/team/weekly-x8k2pq9z`, stored: /Settings and an identifier/, name: 'Jitsi', wrong: ['a//b', 'a?b', 'a#b', '..'], ready: 'its own' },
  { software: 'jitsi', room: 'weekly-x8k2pq9z', url: `${HOST}/weekly-x8k2pq9z`, stored: /Settings and an identifier/, name: 'Jitsi', wrong: ['a#b'], ready: 'its own', site: { mode: 'frame' } },
  { software: 'galene', room: 'team/weekly', url: `${HOST}/group/team/weekly/`, stored: /until you close the tab/, name: 'Galène', wrong: ['a//b', '../x', 'a?b', 'a#b', '.'] },
  { software: 'visio', room: 'abc-defg-hij', url: `${HOST}/abc-defg-hij`, stored: /identifier/, name: 'Visio (La Suite Meet)', wrong: ['consulting-hour', 'abc-defg-hij/x', 'abc', 'abc-defg-hijk'] },
  { software: 'element-call', room: 'Round table', url: `${HOST}/room/#/Round%20table?lang=en`, stored: /guest account/, name: 'Element Call', wrong: ['a/b', 'a#b', 'a?password=x'] },
  { software: 'whereby', room: 'front-desk', url: `${HOST}/front-desk?embed=&jsApi=true`, stored: /not stated/, name: 'Whereby', wrong: ['a/b', 'a?audio=on'], ready: { type: 'ready' } },
  { software: 'bigbluebutton', room: 'class-5a', url: `${HOST}/bigbluebutton/api/join?checksum=c0ffee`, stored: /not stated/, name: 'BigBlueButton', wrong: ['a#b'], ready: { response: 'readyToConnect' }, isBlind: true, getUrl: `({ room }) => Promise.resolve(room === 'class-5a' ? '${HOST}/bigbluebutton/api/join?checksum=c0ffee' : '')` },
  { software: 'other', facts: { address: `${HOST}/rooms/{room}`, softwareName: { en: 'Our meetings' }, stored: 'One cookie, for a day' }, room: 'a b', url: `${HOST}/rooms/a%20b`, stored: /One cookie, for a day/, name: 'Our meetings', wrong: ['a?b', '..'] },
];

const configOf = ({ software, facts, site }: Case): Readonly<Record<string, unknown>> => (
  { ...site, operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', software, ...facts } } });

const placeholder = (room: string): string => `<div id="box" data-jitsi-room="${room}" data-jitsi-label="Visit"><a href="#contact">Call us</a></div>`;

const frameOf = (page: Page) => page.frames().find((frame) => frame.url().startsWith(HOST));

for (const one of CASES) {
  const isJitsi = one.software === 'jitsi';

  test.describe(`${one.name}${one.site ? ` with ${JSON.stringify(one.site)}` : ''}`, () => {
    test.beforeEach(({ foreign }) => {
      if (!isJitsi) foreign.respond(`${HOST}/`, { body: speaking(one.ready ? `say(${JSON.stringify(one.ready)})` : '') });
    });

    const open = async (page: Page, room = one.room): Promise<void> => {
      const head = one.getUrl ? `<script>window.JitsiGateCallbacks = { getUrl: ${one.getUrl} }</script>` : '';
      await page.goto(await makePage(page.context(), { config: configOf(one), body: placeholder(room), head }));
    };

    test('is named with what it stores and nothing of Jitsi, in silence; a yes loads its page in a frame, and a withdrawal takes it away', async ({ page, foreign }) => {
      await open(page);
      await expectState(page, 'asking');
      const section = gateOf(page).locator('section').first();
      await expect(section).toContainText(`runs with ${one.name} on meet.example.eu`);
      await expect(section).toContainText(one.stored);
      if (!isJitsi) expect(await section.innerText()).not.toContain('Jitsi');
      await foreign.expectSilence();
      await acceptUntilLive(page, { remember: true });
      expect(foreignFrames(page)[0]).toContain(one.url);
      if (!isJitsi || one.site) expect(foreign.requests.filter(({ resourceType, url }) => resourceType === 'script' && url.includes('external_api'))).toEqual([]);
      const element = page.locator('iframe').first();
      expect(await element.getAttribute('allow')).toMatch(/camera/);
      // Jitsi's own script makes the other frame.
      if (!isJitsi || one.site) {
        await expect(element).toHaveAttribute('referrerpolicy', 'no-referrer');
        expect(await element.getAttribute('allow')).toMatch(/camera https:\/\/meet\.example\.eu;/);
      }
      await expect(element).toHaveAttribute('title', /Visit/);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(one.room);
      await press(page, 'withdraw');
      await expectState(page, 'asking');
      await expect.poll(() => foreignFrames(page)).toEqual([]);
      expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'withdrawn' });
    });

    test('says in its details what is stored, and nothing of Jitsi', async ({ page, foreign }) => {
      await open(page);
      await gateOf(page).locator('summary').click();
      await expect(gateOf(page).locator('table')).toBeVisible();
      if (!isJitsi) expect(await gateOf(page).locator('details').innerText()).not.toMatch(/jitsi(?!-gate)|callstats/i);
      await foreign.expectSilence();
    });

    for (const room of one.wrong) {
      test(`refuses the room ${room}`, async ({ page, foreign }) => {
        const lines = listenToConsole(page);
        await open(page, room);
        await expectState(page, 'invalid');
        await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
        await expect.poll(() => gateLines(lines).join()).toMatch(/embed: data-jitsi-room: expected /);
        await foreign.expectSilence();
      });
    }

    test('messages of other windows change nothing', async ({ page }) => {
      await open(page);
      await acceptUntilLive(page);
      await page.evaluate(() => {
        for (const message of [{ type: 'leave' }, { type: 'meeting_end' }, { type: 'recording_status_change', payload: { status: 'started' } }, { response: 'recordingStarted' }]) postMessage(message, '*');
      });
      await page.waitForTimeout(200);
      await expectState(page, 'live');
      await expect(gateOf(page).locator('.notice')).toHaveCount(0);
    });

    const isBlind = one.isBlind ?? !one.ready;
    test(!isBlind ? 'tells when it is there, so the bar offers no other tab' : 'cannot be seen whole, and the bar says so, and offers a new tab where the address is no secret', async ({ page }) => {
      await open(page);
      await acceptUntilLive(page);
      const blind = gateOf(page).getByText('This page cannot see whether the meeting is recorded');
      await expect(blind).toHaveCount(isBlind ? 1 : 0);
      await expect(partOf(page, 'new-tab')).toHaveCount(isBlind && !one.getUrl ? 1 : 0);
    });
  });
}

test.describe('Whereby', () => {
  const whereby = CASES.find(({ software }) => software === 'whereby') as Case;

  test.beforeEach(async ({ page, foreign }) => {
    foreign.respond(`${HOST}/`, { body: speaking("say({ type: 'ready' })") });
    await page.goto(await makePage(page.context(), { config: configOf(whereby), body: placeholder('practice') }));
    await acceptUntilLive(page, { remember: true });
  });

  const say = async (page: Page, message: unknown): Promise<void> => frameOf(page)?.evaluate((data) => (Reflect.get(window, 'say') as (data: unknown) => void)(data), message);

  test('has its recordings, transcripts and streams told while they run', async ({ page }) => {
    await say(page, { type: 'recording_status_change', payload: { status: 'starting' } });
    await say(page, { type: 'recording_status_change', payload: { status: 'started' } });
    await say(page, { type: 'transcription_status_change', payload: { status: 'started' } });
    await expect(gateOf(page).locator('.notice')).toHaveCount(2);
    await expect(gateOf(page).locator('.notice').first()).toContainText('has been recorded since');
    await say(page, { type: 'recording_status_change', payload: { status: 'stopped' } });
    await expect(gateOf(page).locator('.notice')).toHaveCount(1);
  });

  test('ends by its own word, and can be joined again', async ({ page }) => {
    await say(page, { type: 'leave', payload: { removed: false } });
    await expectState(page, 'ended');
    await expect.poll(() => foreignFrames(page)).toEqual([]);
    await press(page, 'accept');
    await expectState(page, 'live');
  });

  test('says so where the visitor was removed', async ({ page }) => {
    await say(page, { type: 'leave', payload: { removed: true } });
    await expectState(page, 'failed');
    await expect(gateOf(page)).toContainText('You were removed from the meeting');
  });

  test('is left by its own command on withdrawal', async ({ page }) => {
    const meeting = frameOf(page);
    const left = meeting?.evaluate(() => new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data))));
    await press(page, 'withdraw');
    expect(await left).toEqual({ command: 'leave_room', args: [] });
    await expect.poll(() => foreignFrames(page)).toEqual([]);
  });
});

test('another software of the same operator asks again', async ({ page, foreign }) => {
  foreign.respond(`${HOST}/`, { body: speaking('') });
  const galene = { operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', software: 'galene' } } };
  await page.goto(await makePage(page.context(), { config: galene, body: placeholder('team') }));
  await acceptUntilLive(page, { remember: true });
  await page.goto(await makePage(page.context(), { config: { operators: { practice: { ...galene.operators.practice, software: 'element-call' } } }, body: placeholder('team') }));
  await expectState(page, 'asking');
  await expect(gateOf(page)).toContainText('Element Call');
});

test('an address that getUrl gives on another host is refused', async ({ page, foreign }) => {
  const lines = listenToConsole(page);
  const head = "<script>window.JitsiGateCallbacks = { getUrl: () => 'https://other.example.org/join?secret=1' }</script>";
  const config = { operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', software: 'bigbluebutton' } } };
  await page.goto(await makePage(page.context(), { config, body: placeholder('class'), head }));
  await expectState(page, 'asking');
  await press(page, 'accept');
  await expectState(page, 'failed');
  expect(foreign.requests).toEqual([]);
  expect(lines.join('\n')).toContain('getUrl gave something that is no address on https://meet.example.eu');
  expect(lines.join('\n')).not.toContain('secret');
});

for (const [title, more] of [['of Jitsi', {}], ['of Galène', { software: 'galene' }]] as const) {
  test(`a server ${title} that refuses frames has a link in place of buttons, which is no decision and looks nothing up`, async ({ page, foreign }) => {
    const config = { operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', embeddable: false, ...more } } };
    await page.goto(await makePage(page.context(), { config, body: placeholder('team') }));
    await expectState(page, 'asking');
    await expect(gateOf(page)).toContainText('It cannot be shown on this page.');
    for (const part of ['accept', 'decline', 'remember']) await expect(partOf(page, part)).toHaveCount(0);
    const link = partOf(page, 'new-tab');
    await link.hover();
    await expect(link).not.toHaveAttribute('href');
    await foreign.expectSilence();
    await page.waitForTimeout(300);
    const opened = page.waitForEvent('popup');
    await link.click();
    expect((await opened).url()).toMatch(/^(https:\/\/meet\.example\.eu\/|about:blank|chrome-error)/);
    expect(await readDecision(page, 'practice')).toBeUndefined();
    await expectState(page, 'asking');
  });
}

test('a meeting of BigBlueButton that says nothing is there when it has loaded', async ({ page, foreign }) => {
  foreign.respond(`${HOST}/`, { body: speaking('') });
  const one = CASES.find(({ software }) => software === 'bigbluebutton') as Case;
  await page.goto(await makePage(page.context(), { config: configOf(one), body: placeholder(one.room), head: `<script>window.JitsiGateCallbacks = { getUrl: ${one.getUrl} }</script>` }));
  await acceptUntilLive(page);
});

test('a page of Whereby that loads and says nothing is told as refused', async ({ page, foreign }) => {
  foreign.respond(`${HOST}/`, { body: speaking('') });
  await page.goto(await makePage(page.context(), { config: { timeout: 1500, operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', software: 'whereby' } } }, body: placeholder('team') }));
  await expectState(page, 'asking');
  await press(page, 'accept');
  await expectState(page, 'failed');
  await expect(gateOf(page)).toContainText('may not allow it on this website');
});

test('the settings say of each operator what its own software stores', async ({ page, foreign }) => {
  const operators = { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', software: 'galene' }, club: { domain: 'other.example.org', name: 'Other Club', country: 'FR' } };
  await page.goto(await makePage(page.context(), { config: { operators, lang: 'de', defaultOperator: 'practice' }, body: `${placeholder('team')}<jitsi-gate-settings></jitsi-gate-settings>` }));
  const [galene, jitsi] = [page.locator('jitsi-gate-settings article').nth(0), page.locator('jitsi-gate-settings article').nth(1)];
  await expect(galene).toContainText('Einstellungen, bis Sie den Tab schließen');
  await expect(jitsi).not.toContainText('bis Sie den Tab schließen');
  await foreign.expectSilence();
});

test('markup cannot choose a software', async ({ page, foreign }) => {
  await page.goto(await makePage(page.context(), { body: '<div id="box" data-jitsi-room="team" data-jitsi-software="galene"><a href="#contact">Call us</a></div>' }));
  await expectState(page, 'invalid');
  await foreign.expectSilence();
});

test('a frame’s placeholder is for Jitsi only', async ({ page, foreign }) => {
  const config = { operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', software: 'galene' } } };
  await page.goto(await makePage(page.context(), { config, body: `<iframe id="box" data-jitsi-src="${HOST}/team"></iframe>` }));
  await expect(page.locator('jitsi-gate[state=invalid]')).toHaveCount(1);
  await foreign.expectSilence();
});

test('a public service is known by its domain alone', async ({ page, foreign }) => {
  await page.goto(await makePage(page.context(), { config: { operators: { practice: { domain: 'rendez-vous.renater.fr' } } }, body: placeholder('team') }));
  await expectState(page, 'asking');
  await expect(gateOf(page)).toContainText('GIP RENATER, France');
  await expect(gateOf(page)).toContainText('Jitsi');
  await foreign.expectSilence();
});

test('a page with Jitsi fetches nothing of another software', async ({ page }) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  await page.goto(await makePage(page.context()));
  await acceptUntilLive(page);
  await press(page, 'withdraw');
  await expectState(page, 'asking');
  expect(files.filter((file) => /other-(software|meeting)|-software-/.test(file))).toEqual([]);
});

for (const mode of ['api', 'frame']) {
  test(`a Jitsi server’s meeting has the room and token of an address that the site’s own server gives: mode ${mode}`, async ({ page, foreign }) => {
    const head = `<script>window.JitsiGateCallbacks = { getUrl: async ({ room }) => '${HOST}/own-' + room + '?jwt=a.b.c' }</script>`;
    await page.goto(await makePage(page.context(), { config: { mode, operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } }, body: placeholder('team'), head }));
    await expectState(page, 'asking');
    await foreign.expectSilence();
    await acceptUntilLive(page);
    const url = new URL(foreignFrames(page)[0] ?? '');
    expect([url.pathname, url.searchParams.get('jwt')]).toEqual(['/own-team', 'a.b.c']);
  });
}

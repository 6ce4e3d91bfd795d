import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, openAsking, partOf, press, readDecision } from './support/gate.js';
import { makePage, PRACTICE } from './support/made-site.js';
import { tamper } from './support/stored.js';

type Config = Readonly<Record<string, unknown>>;

const DAY = 86_400_000;
const practice = (changed: Config): Config => ({ operators: { practice: { ...PRACTICE, ...changed } } });

/** A visitor who said yes and wants to be remembered, on a page that is left again. */
async function remember(page: Page, context: BrowserContext, config: Config = {}): Promise<void> {
  await openAsking(page, await makePage(context, { config }));
  await acceptUntilLive(page, { remember: true });
  await page.goto('/nothing.html');
}

/** What the gate says has changed. */
function changesOf(page: Page): Promise<string[]> {
  return gateOf(page).locator('.changed').allTextContents();
}

const CHANGES: readonly { what: string; config: Config; says: string }[] = [
  { what: 'the name of who runs the server', config: practice({ name: 'Other GmbH' }), says: 'The meeting server is now run by Other GmbH, Germany.' },
  { what: 'the country of who runs the server', config: practice({ country: 'FR' }), says: 'The meeting server is now run by Example GmbH, France.' },
  { what: 'the domain of the server', config: practice({ domain: 'other.example.org' }), says: 'The meeting server is now run by Example GmbH, Germany.' },
  { what: 'who hosts the server', config: practice({ hosting: { name: 'Rechenzentrum', country: 'DE' } }), says: 'Who else is responsible or receives data has changed.' },
  { what: 'the site', config: { site: 'Another practice' }, says: 'Who else is responsible or receives data has changed.' },
  { what: 'the recording', config: practice({ recording: 'always' }), says: 'Whether or how meetings are recorded has changed.' },
  { what: 'the transcript', config: practice({ transcription: 'possible' }), says: 'Whether or how meetings are recorded has changed.' },
  { what: 'whether the server asks before a recording', config: practice({ recordingConsentEnforced: true }), says: 'Whether or how meetings are recorded has changed.' },
  { what: 'the protection of the transfer', config: practice({ transfer: { tool: 'scc' } }), says: 'Where data is sent, or how it is protected there, has changed.' },
  { what: 'a recipient', config: practice({ recipients: [{ name: 'Relay', country: 'FR', purpose: 'Relaying' }] }), says: 'Who else is responsible or receives data has changed.' },
  { what: 'a recipient abroad', config: practice({ recipients: [{ name: 'Relay', country: 'US', purpose: 'Relaying' }] }), says: 'Who else is responsible or receives data has changed. Where data is sent, or how it is protected there, has changed.' },
  { what: 'whether calls go directly between participants', config: { jitsi: { configOverwrite: { p2p: { enabled: true } } } }, says: 'Who else is responsible or receives data has changed.' },
  { what: 'a host', config: practice({ hosts: ['turn.example.eu'] }), says: 'Who else is responsible or receives data has changed.' },
  { what: 'the retention', config: practice({ retention: 'One year' }), says: 'What is stored, or how long, has changed.' },
  { what: 'the version of the notice', config: { noticeVersion: '2' }, says: 'The privacy notice has changed.' },
];

test.describe('a remembered yes asks again, and says what changed in one line', () => {
  for (const { what, config, says } of CHANGES) {
    test(`when the owner changes ${what}`, async ({ page, context, foreign }) => {
      await remember(page, context);
      foreign.clear();
      await openAsking(page, await makePage(context, { config }));
      await expect(gateOf(page).locator('.changed')).toHaveText([`New since your last choice: ${says}`]);
      await expect(partOf(page, 'remember')).not.toBeChecked();
      await foreign.expectSilence();
    });
  }

  test('and is ready on the new terms after a new yes', async ({ page, context }) => {
    await remember(page, context);
    await remember(page, context, { noticeVersion: '2' });
    await page.goto(await makePage(context, { config: { noticeVersion: '2' } }));
    await expectState(page, 'ready');
    expect(await changesOf(page)).toEqual([]);
  });

  test('and a remembered no is asked again as well', async ({ page, context }) => {
    await openAsking(page, await makePage(context));
    await press(page, 'decline');
    await expectState(page, 'declined');
    await openAsking(page, await makePage(context, { config: { noticeVersion: '2' } }));
    await expect(gateOf(page).locator('.changed')).toHaveText(['New since your last choice: The privacy notice has changed.']);
  });
});

test.describe('a remembered yes stays', () => {
  const SAME: readonly { what: string; config: Config }[] = [
    { what: 'the keys stand in another order', config: { operators: { practice: Object.fromEntries(Object.entries(PRACTICE).toReversed()) } } },
    { what: 'a default is spelled out', config: { ...practice({ livestream: 'never' }), storage: 'local', noticeVersion: '1', maxAgeDays: 182 } },
    { what: 'texts change', config: { messages: { en: { accept: 'Start it', intro: 'Other words.' } } } },
    { what: 'ways around the meeting change', config: practice({ alternatives: [{ label: 'Call us', url: 'tel:+4917604069042' }] }) },
    { what: 'another operator is added', config: { operators: { club: { domain: 'other.example.org', name: 'Club', country: 'FR' }, practice: PRACTICE }, defaultOperator: 'practice' } },
    { what: 'a receipts endpoint is added', config: { receipts: '/receipts' } },
  ];
  for (const { what, config } of SAME) {
    test(`when ${what}`, async ({ page, context }) => {
      await remember(page, context);
      await page.goto(await makePage(context, { config }));
      await expectState(page, 'ready');
    });
  }

  test('when the page is in another language', async ({ page, context }) => {
    await remember(page, context);
    await page.goto(await makePage(context, { body: '<div lang="de"><div data-jitsi-room="secret-room"></div></div>' }));
    await expectState(page, 'ready');
  });
});

test.describe('the clock', () => {
  const start = new Date('2026-11-02T08:00:00Z');
  const at = (days: number): Date => new Date(start.getTime() + days * DAY);

  for (const { title, state, days } of [
    { title: 'a visit before the end does not move the end', state: 'ready', days: 181.9 },
    { title: 'a yes has run out after 182 days', state: 'asking', days: 182 },
    { title: 'a yes from the future, by a clock that went back, asks again', state: 'asking', days: -1 },
  ]) {
    test(title, async ({ page, context, foreign }) => {
      await page.clock.setFixedTime(start);
      await remember(page, context);
      const before = await readDecision(page, 'practice');
      for (const day of days > 0 ? [100, days] : [days]) {
        await page.clock.setFixedTime(at(day));
        foreign.clear();
        await page.goto('/made.html');
        await expectState(page, day === 100 ? 'ready' : state);
        await foreign.expectSilence();
      }
      expect(await readDecision(page, 'practice')).toEqual(before);
    });
  }

  test('a no is kept for as long as a yes', async ({ page, context }) => {
    await page.clock.setFixedTime(start);
    await openAsking(page, await makePage(context));
    await press(page, 'decline');
    await expectState(page, 'declined');
    for (const [days, state] of [[181.9, 'declined'], [182, 'asking']] as const) {
      await page.clock.setFixedTime(at(days));
      await page.reload();
      await expectState(page, state);
    }
  });
});

test.describe('a record that was tampered with asks again', () => {
  const now = Date.now();
  const iso = (days: number): string => new Date(now + days * DAY).toISOString();
  const CASES: readonly { what: string; changed: Config }[] = [
    { what: 'an end in a hundred years', changed: { until: iso(36_500) } },
    { what: 'an end later than the site allows, long after the decision', changed: { at: iso(-200), until: iso(100) } },
    { what: 'an end that is no date', changed: { until: 'never' } },
    { what: 'a start in the future', changed: { at: iso(1), until: iso(100) } },
    { what: 'an end before the start', changed: { until: iso(-1) } },
    { what: 'terms of nobody', changed: { terms: 'a.b.c.d.e.f.g' } },
    { what: 'terms that are no text', changed: { terms: null } },
    { what: 'no purpose', changed: { purposes: [] } },
    { what: 'another purpose', changed: { purposes: ['recording'] } },
    { what: 'a decision of another kind', changed: { decision: 'yes' } },
    { what: 'a source of another kind', changed: { source: 'me' } },
  ];
  for (const { what, changed } of CASES) {
    test(`with ${what}`, async ({ page, context, foreign }) => {
      await remember(page, context);
      await tamper(page, changed);
      foreign.clear();
      await openAsking(page, '/made.html');
      await foreign.expectSilence();
    });
  }

  for (const [what, text] of [['of a newer version', '{"v":2}'], ['that is damaged', '{"v":1,"deci'], ['of 5 MB', 'x'.repeat(2_500_000)]] as const) {
    test(`or was replaced by a text ${what}`, async ({ page, context, foreign }) => {
      await remember(page, context);
      await page.evaluate((value) => localStorage.setItem('jitsi-gate.practice', value), text);
      foreign.clear();
      await openAsking(page, '/made.html');
      await foreign.expectSilence();
      await acceptUntilLive(page);
    });
  }
});

import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, openAsking, partOf, press } from './support/gate.js';
import { holdFile } from './support/hold-file.js';
import { CLUB, makePage, PLACEHOLDER, PRACTICE } from './support/made-site.js';

const config = { operators: { practice: PRACTICE, club: CLUB }, defaultOperator: 'practice' };
const FRAME = '<iframe id="box" title="Consulting hour" data-jitsi-src="https://meet.example.eu/secret-room-x8k2pq9z"></iframe>';

async function open(page: Page, context: BrowserContext, body = PLACEHOLDER): Promise<void> {
  await openAsking(page, await makePage(context, { config, body }));
}

/** Sets an attribute of the placeholder, or removes it, as a script of the site does. */
async function say(page: Page, name: string, value: string | null): Promise<void> {
  await page.locator('#box').evaluate((box, [key, text]) => (text === null ? box.removeAttribute(key) : box.setAttribute(key, text)), [name, value] as const);
}

const accept = (page: Page) => partOf(page, 'accept');
const heading = (page: Page) => partOf(page, 'heading');

test.describe('an attribute of a placeholder that has its gate', () => {
  test('names another operator: the gate asks for that one', async ({ page, context, foreign }) => {
    await open(page, context);
    await say(page, 'data-jitsi-operator', 'club');
    await expect(accept(page)).toHaveText('Load meeting from Other Club');
    await say(page, 'data-jitsi-operator', null);
    await expect(accept(page)).toHaveText('Load meeting from Example GmbH');
    await say(page, 'data-jitsi-domain', 'other.example.org');
    await expect(accept(page)).toHaveText('Load meeting from Other Club');
    await foreign.expectSilence();
  });

  test('names an operator that is not declared: the author’s content, and no way to load', async ({ page, context, foreign }) => {
    await open(page, context);
    await say(page, 'data-jitsi-operator', 'evil');
    await expectState(page, 'invalid');
    await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
    await say(page, 'data-jitsi-operator', 'practice');
    await expectState(page, 'asking');
    await foreign.expectSilence();
  });

  test('gives another name, language or height', async ({ page, context }) => {
    await open(page, context);
    await say(page, 'data-jitsi-label', 'Parents’ evening');
    await expect(heading(page)).toHaveText('Video meeting: Parents’ evening');
    await say(page, 'data-jitsi-lang', 'de');
    await expect(accept(page)).toHaveText('Meeting von Example GmbH laden');
    await say(page, 'data-jitsi-height', '300');
    await acceptUntilLive(page);
    await expect(partOf(page, 'meeting')).toHaveCSS('height', '300px');
  });

  test('changes only words while a meeting runs: it goes on', async ({ page, context }) => {
    await open(page, context);
    await acceptUntilLive(page);
    const frame = await page.locator('jitsi-gate iframe').elementHandle();
    await say(page, 'data-jitsi-label', 'Parents’ evening');
    await say(page, 'data-jitsi-height', '400');
    await page.waitForTimeout(300);
    expect(await frame?.evaluate((element) => element.isConnected)).toBe(true);
    await expectState(page, 'live');
    await press(page, 'withdraw');
    await expect(heading(page)).toHaveText('Video meeting: Parents’ evening');
  });

  test('selects another operator while a meeting runs: it ends, and the gate asks for that one', async ({ page, context }) => {
    await open(page, context);
    await acceptUntilLive(page);
    await say(page, 'data-jitsi-operator', 'club');
    await expectState(page, 'asking');
    await expect(page.locator('jitsi-gate iframe')).toHaveCount(0);
    await expect(accept(page)).toHaveText('Load meeting from Other Club');
  });

  for (const [name, value] of [['data-jitsi-oparator', 'club'], ['data-jitsi-start', 'now'], ['data-jitsi-height', '70vw'], ['data-jitsi-lang', 'not a tag']] as const) {
    test(`that is wrong leaves nothing to agree to, until it goes: ${name}=${value}`, async ({ page, context, foreign }) => {
      await open(page, context);
      await say(page, name, value);
      await expectState(page, 'invalid');
      await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
      await say(page, name, null);
      await expectState(page, 'asking');
      await foreign.expectSilence();
    });
  }

  test('marks another room: a gate for that one', async ({ page, context }) => {
    await open(page, context);
    await say(page, 'data-jitsi-room', 'another-room-h3k9');
    await acceptUntilLive(page);
    await expect.poll(() => page.frames().map((frame) => frame.url()).join()).toContain('/another-room-h3k9');
  });

  test('of an iframe counts in the same way, and so does its title', async ({ page, context, foreign }) => {
    await open(page, context, FRAME);
    await expect(heading(page)).toHaveText('Video meeting: Consulting hour');
    await say(page, 'title', 'Parents’ evening');
    await expect(heading(page)).toHaveText('Video meeting: Parents’ evening');
    await say(page, 'data-jitsi-label', 'Open day');
    await expect(heading(page)).toHaveText('Video meeting: Open day');
    await say(page, 'data-jitsi-lang', 'de');
    await expect(accept(page)).toHaveText('Meeting von Example GmbH laden');
    await say(page, 'data-jitsi-oparator', 'club');
    await expectState(page, 'invalid');
    await foreign.expectSilence();
  });

  test('that comes with a new placeholder is followed as well', async ({ page, context }) => {
    await open(page, context, '<div id="place"></div><jitsi-gate room="first-room-h3k9"></jitsi-gate>');
    await page.locator('#place').evaluate((place, html) => void (place.innerHTML = html), PLACEHOLDER.replace('Consulting hour', 'Late'));
    await expect(partOf(page, 'heading', '#box')).toHaveText('Video meeting: Late');
    await say(page, 'data-jitsi-operator', 'club');
    await expect(partOf(page, 'accept', '#box')).toHaveText('Load meeting from Other Club');
    await press(page, 'decline', '#box');
    await expectState(page, 'declined', '#box');
  });

  test('that is none of ours changes nothing', async ({ page, context }) => {
    await open(page, context);
    const section = await gateOf(page).locator('section').elementHandle();
    await say(page, 'class', 'wide');
    await say(page, 'data-jitsi', 'x');
    await page.waitForTimeout(200);
    expect(await section?.evaluate((element) => element.isConnected)).toBe(true);
    await expectState(page, 'asking');
  });
});

test.describe('what a placeholder says while the page is not followed yet', () => {
  test('counts once it is', async ({ page, context, foreign }) => {
    const release = await holdFile(context, 'after-first-look');
    await open(page, context);
    await say(page, 'data-jitsi-operator', 'club');
    release();
    await expect(accept(page)).toHaveText('Load meeting from Other Club');
    await foreign.expectSilence();
  });

  for (const [name, value, shows] of [
    ['data-jitsi-lang', 'de', 'Meeting von Example GmbH laden'],
    ['data-jitsi-src', 'https://other.example.org/room-h3k9', 'Load meeting from Other Club'],
  ] as const) {
    test(`counts where the file for an iframe is what comes late: ${name}`, async ({ page, context, foreign }) => {
      const release = await holdFile(context, 'other-places');
      const held = page.waitForRequest(/\/other-places-/);
      await page.goto(await makePage(context, { config, body: FRAME }));
      await held;
      await say(page, name, value);
      release();
      await expect(accept(page)).toHaveText(shows);
      await foreign.expectSilence();
    });
  }

  for (const [name, value] of [['data-jitsi-operator', 'evil'], ['data-jitsi-oparator', 'club'], ['data-jitsi-room', 'a#b']] as const) {
    test(`leaves nothing to agree to once it is, where it is wrong: ${name}=${value}`, async ({ page, context, foreign }) => {
      const release = await holdFile(context, 'after-first-look');
      await open(page, context);
      await say(page, name, value);
      release();
      await expectState(page, 'invalid');
      await foreign.expectSilence();
    });
  }

  test('takes the gate away once it is, where it is no placeholder any more', async ({ page, context }) => {
    const release = await holdFile(context, 'after-first-look');
    await open(page, context);
    await say(page, 'data-jitsi-room', null);
    release();
    await expect(page.locator('jitsi-gate')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
  });
});

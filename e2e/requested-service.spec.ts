import type { Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateOf, openAsking, partOf, press } from './support/gate.js';
import { reachState } from './support/gate-states.js';
import type { PublishedGate } from './support/stored.js';

const PAGE = '/requested-service.html';

/** Everything that the site could keep in this browser, by its keys. */
const kept = (page: Page): Promise<string[]> => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter((key) => key !== '' && key !== 'jitsiLocalStorage'));

/** What the gate says, screen readers' texts included. */
const words = (page: Page): Promise<string> => gateOf(page).evaluate((gate) => gate.shadowRoot?.querySelector('section')?.textContent ?? '');

test.describe('before the click', () => {
  // A regular profile: there hints act, and the browser's own network log shows lookups.
  test.use({ profile: 'regular' });

  for (const state of ['asking', 'declined']) {
    test(`no alternative and nothing of the meeting is contacted, ${state}`, async ({ page, foreign }) => {
      await reachState(page, foreign, { state, path: PAGE });
      const links = gateOf(page).locator('.links li > *');
      await expect(links).toHaveText([
        'Front desk (+49761000000)', 'Write to us (praxis@example.org)', 'Dial in (meet.example.eu, Example GmbH)', 'Chat (other.example.org)', 'Visit us',
      ]);
      for (let index = 0; index < 5; index += 1) {
        await links.nth(index).hover();
        await links.nth(index).focus();
      }
      // A script's click follows no foreign link; the others lead nowhere foreign.
      await gateOf(page).evaluate((gate) => gate.shadowRoot?.querySelectorAll<HTMLElement>('a[role=link]').forEach((link) => link.click()));
      await foreign.expectSilence();
      await expectState(page, state);
    });
  }
});

test('a foreign alternative is opened by a click, which does not say where it comes from', async ({ page, foreign }) => {
  await openAsking(page, PAGE);
  foreign.respond('other.example.org', { body: 'A chat' });
  await gateOf(page).getByRole('link', { name: 'Chat' }).click();
  await page.waitForURL('https://other.example.org/chat');
  expect(foreign.requests.map(({ url, headers }) => [url, headers['referer']])).toEqual([['https://other.example.org/chat', undefined]]);
});

test('after a failure the alternatives are there', async ({ page, foreign }) => {
  await reachState(page, foreign, { state: 'failed', path: PAGE });
  await expect(gateOf(page).locator('.links li')).toHaveCount(5);
  await expect(partOf(page, 'withdraw')).toHaveCount(0);
});

test('one click starts the meeting, nothing of it is kept or sent, and the next visit informs again', async ({ page, receiver }) => {
  await openAsking(page, PAGE);
  await expect(partOf(page, 'remember')).toHaveCount(0);
  await acceptUntilLive(page);
  await meetingFrame(page);
  expect(await kept(page)).toEqual([]);
  await press(page, 'withdraw');
  await expectState(page, 'asking');
  await press(page, 'decline');
  await expectState(page, 'declined');
  await page.reload();
  await expectState(page, 'asking');
  expect([await kept(page), receiver.posts]).toEqual([[], []]);
});

for (const state of ['asking', 'details', 'loading', 'live', 'ended', 'declined', 'failed']) {
  test(`no text claims a consent: ${state}`, async ({ page, foreign }) => {
    await reachState(page, foreign, { state, path: PAGE });
    expect(await words(page)).not.toMatch(/consent|agree|permission|withdraw|allow|receipt|nothing has been loaded/i);
  });
}

test('no text claims a consent after leaving, nor in the settings, which have nothing to decide', async ({ page }) => {
  await openAsking(page, PAGE);
  await acceptUntilLive(page);
  await expect(partOf(page, 'withdraw')).toHaveText('Leave the meeting');
  await press(page, 'withdraw');
  await expectState(page, 'asking');
  await page.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).openSettings());
  const settings = page.locator('jitsi-gate-settings');
  await expect(settings).toContainText('No record of that is kept.');
  await expect(settings.locator('article button')).toHaveCount(0);
  const said = [await words(page), await settings.evaluate((element) => element.shadowRoot?.querySelector('section')?.textContent ?? '')];
  for (const text of said) expect(text).not.toMatch(/consent|agree|permission|withdraw|allow|receipt|change your mind/i);
});

test('leaving in one tab ends no meeting in another', async ({ page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await openAsking(tab, PAGE);
    await acceptUntilLive(tab);
  }
  await press(page, 'withdraw');
  await expectState(page, 'asking');
  // Whatever the tabs say to each other arrives before this message of the same channel's kind.
  const heard = other.evaluate(() => new Promise((resolve) => (new BroadcastChannel('jitsi-gate.').onmessage = ({ data }) => resolve(data))));
  await expect.poll(async () => {
    await page.evaluate(() => new BroadcastChannel('jitsi-gate.').postMessage({ end: true }));
    return Promise.race([heard, Promise.resolve(undefined)]);
  }).toEqual({ end: true });
  await expectState(other, 'live');
  expect(foreignFrames(other)).toHaveLength(1);
});

import type { Page } from 'playwright/test';
import { expect, readLedgerTiming, test } from './support/fixtures.js';
import type { ForeignRequest } from './support/foreign.js';
import {
  acceptUntilLive, expectState, gateOf, OPERATOR, openAsking, partOf, press, readDecision, SCRIPT_URL,
} from './support/gate.js';

// A regular profile: there hints act, and the browser's own network log shows lookups that no interception sees.
test.use({ profile: 'regular' });

const PAGE = '/full.html';

/** Everything a visitor can point at, links and plain text alike. */
async function hoverEverything(page: Page): Promise<void> {
  const things = gateOf(page).locator('section *:visible');
  for (let index = 0; index < (await things.count()); index += 1) await things.nth(index).hover({ force: true });
}

/** Goes through the page with the Tab key; gives what had the focus inside the gate. */
async function tabThroughPage(page: Page): Promise<string[]> {
  const seen: string[] = [];
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement?.shadowRoot?.activeElement;
      return element ? (element.getAttribute('part') ?? element.localName) : '';
    });
    if (name !== '') seen.push(name);
  }
  return [...new Set(seen)];
}

test.describe('before a yes, nothing foreign is requested, looked up or hinted at', () => {
  test.beforeEach(async ({ page }) => openAsking(page, PAGE));

  test('on load', async ({ foreign }) => foreign.expectSilence());

  test('while the pointer is over every part', async ({ page, foreign }) => {
    await hoverEverything(page);
    await foreign.expectSilence();
  });

  test('while the focus goes through everything', async ({ page, foreign }) => {
    const parts = ['a', 'accept', 'decline', 'remember', 'summary'];
    expect((await tabThroughPage(page)).toSorted()).toEqual(parts);
    await foreign.expectSilence();
  });

  test('while the page is scrolled past the gate and back', async ({ page, foreign }) => {
    for (const way of [1, -1]) {
      for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, way * 250);
    }
    await foreign.expectSilence();
  });

  test('with the details open', async ({ page, foreign }) => {
    await partOf(page, 'details').locator('summary').click();
    await expect(partOf(page, 'details')).toContainText('turn.example.eu');
    await hoverEverything(page);
    await foreign.expectSilence();
  });

  test('with the box ticked', async ({ page, foreign }) => {
    await partOf(page, 'remember').check();
    await foreign.expectSilence();
  });

  test('on clicks that a script makes', async ({ page, foreign }) => {
    await gateOf(page).evaluate((gate) => {
      for (const button of gate.shadowRoot?.querySelectorAll('button') ?? []) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
    });
    await expectState(page, 'asking');
    await foreign.expectSilence();
  });

  test('on a no, and after a reload', async ({ page, foreign }) => {
    await press(page, 'decline');
    await expectState(page, 'declined');
    await foreign.expectSilence();
    await page.reload();
    await expectState(page, 'declined');
    await hoverEverything(page);
    await press(page, 'reconsider');
    await expectState(page, 'asking');
    await foreign.expectSilence();
  });
});

test.describe('on a yes', () => {
  test("the operator's script is the first foreign request, and the record is in storage before it leaves", async ({
    page, foreign,
  }) => {
    await openAsking(page, '/defer.html');
    const first: ForeignRequest[] = [];
    foreign.onFirst((request) => void first.push(request));
    await acceptUntilLive(page);
    expect(first.map(({ url, method, resourceType }) => [method, resourceType, url])).toEqual([['GET', 'script', SCRIPT_URL]]);
    expect(JSON.parse(first[0]?.atStorage?.['jitsi-gate.meet.example.eu'] ?? '{}')).toMatchObject({ v: 1, decision: 'granted' });
    const { writtenAt = Infinity, leftAt = 0 } = await readLedgerTiming(page);
    expect(writtenAt).toBeLessThanOrEqual(leftAt);
  });

  test('the script is not told which page asks for it', async ({ page, foreign }) => {
    await openAsking(page, '/defer.html?private=1');
    await acceptUntilLive(page);
    expect(foreign.requests[0]?.headers['referer']).toBeUndefined();
  });

  test('no host but the operator is ever contacted, from the yes to the withdrawal', async ({ page, foreign }) => {
    await openAsking(page, PAGE);
    await acceptUntilLive(page);
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    expect((await readDecision(page, 'practice'))?.decision).toBe('withdrawn');
    expect(new Set(foreign.requests.map(({ url }) => new URL(url).origin))).toEqual(new Set([OPERATOR]));
    expect(await foreign.lookups()).toEqual([]);
  });
});

import type { BrowserContext, Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { holdAnswer } from './support/foreign-answers.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, OPERATOR, openAsking, press, pressOn, SCRIPT_URL, tracesOf } from './support/gate.js';
import { CLUB, makePage, PRACTICE } from './support/made-site.js';
import { type PublishedGate, readDecisions } from './support/stored.js';

const STORES = ['local', 'session', 'cookie', 'memory'] as const;

/** Two tabs of the same page, both asking. */
async function openTwo(context: BrowserContext, config: Readonly<Record<string, unknown>>): Promise<[Page, Page]> {
  const path = await makePage(context, { config });
  const tabs: [Page, Page] = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await openAsking(tab, path);
  return tabs;
}

/** What a tab and its frames ask of hosts that are not the site's, from now on. */
function listenToForeign(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== '127.0.0.1' && /^https?:/.test(request.url())) urls.push(request.url());
  });
  return urls;
}

/** Nothing of the operator is left, and nothing of it shows from the moment the state changed. */
async function expectClosed(page: Page, state: string): Promise<void> {
  await expectState(page, state);
  await expect(page.locator('jitsi-gate iframe').filter({ visible: true })).toHaveCount(0);
  await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
  await expect.poll(() => page.frames().length).toBe(1);
}

for (const storage of STORES) {
  test.describe(`with the ${storage} store`, () => {
    test('a refusal in one tab closes the meeting in the other', async ({ context }) => {
      const [one, other] = await openTwo(context, { storage });
      await acceptUntilLive(one);
      await meetingFrame(one);
      await expectState(other, 'asking');
      await press(other, 'decline');
      await expectClosed(one, 'declined');
    });

    test('a withdrawal in one tab closes the meeting in the other', async ({ context }) => {
      const [one, other] = await openTwo(context, { storage });
      await acceptUntilLive(one);
      await acceptUntilLive(other);
      await meetingFrame(one);
      await press(other, 'withdraw');
      await expectClosed(one, 'asking');
      await expectClosed(other, 'asking');
    });

    test('a refusal in one tab stops a load in the other', async ({ context, foreign }) => {
      const [one, other] = await openTwo(context, { storage });
      const script = holdAnswer();
      foreign.respond('external_api.js', script);
      await press(one, 'accept');
      await expectState(one, 'loading');
      // Given up earlier, it would never be asked for.
      await expect.poll(() => foreign.requests.map(({ url }) => url)).toContain(SCRIPT_URL);
      await press(other, 'decline');
      await expectState(one, 'declined');
      foreign.clear();
      script.release();
      await script.given;
      await foreign.expectSilence();
      await expectClosed(one, 'declined');
    });
  });
}

for (const storage of ['local', 'cookie'] as const) {
  test(`a yes elsewhere makes a gate ready and starts nothing (${storage})`, async ({ context }) => {
    const [one, other] = await openTwo(context, { storage });
    const asked = listenToForeign(one);
    await acceptUntilLive(other, { remember: true });
    await meetingFrame(other);
    await expectState(one, 'ready');
    await one.reload();
    await expectState(one, 'ready');
    expect(asked).toEqual([]);
    expect(one.frames()).toHaveLength(1);
  });
}

for (const storage of ['session', 'memory'] as const) {
  test(`a yes elsewhere stays there: no tab takes it over (${storage})`, async ({ context }) => {
    const [one, other] = await openTwo(context, { storage });
    const asked = listenToForeign(one);
    await acceptUntilLive(other, { remember: true });
    await meetingFrame(other);
    await expectState(one, 'asking');
    expect(asked).toEqual([]);
  });
}

test('a yes for once in another tab leaves a gate asking', async ({ context }) => {
  const [one, other] = await openTwo(context, {});
  await acceptUntilLive(other);
  await one.reload();
  await expectState(one, 'asking');
  await expectState(other, 'live');
});

test('clearing the site data in one tab closes the meeting in the other', async ({ context }) => {
  const [one, other] = await openTwo(context, {});
  await acceptUntilLive(one, { remember: true });
  await expectState(other, 'ready');
  await other.evaluate(() => localStorage.clear());
  await expectClosed(one, 'asking');
  await one.reload();
  await expectState(one, 'asking');
});

test.describe('in a frame of the same origin', () => {
  for (const storage of STORES) {
    test(`a withdrawal outside closes the meeting inside, and the other way round (${storage})`, async ({ context, page }) => {
      const src = await makePage(context, { path: '/inside.html', config: { storage } });
      const path = await makePage(context, { config: { storage }, body: `<div data-jitsi-room="outside"></div><iframe title="Inside" src="${src}" width="900" height="900"></iframe>` });
      await openAsking(page, path);
      const inside = page.frameLocator('iframe[title="Inside"]').locator('jitsi-gate');
      const both = async (state: string): Promise<void> => {
        await expect(inside).toHaveAttribute('state', state);
        await expectState(page, state);
      };
      for (const [index, withdraw] of [page.locator('jitsi-gate'), inside].entries()) {
        await pressOn(inside.locator('[part="accept"]'));
        await expect(inside).toHaveAttribute('state', 'live');
        await acceptUntilLive(page);
        await withdraw.locator('[part="withdraw"]').click();
        await both('asking');
        await expect.poll(() => page.frames().length, { message: `round ${index}` }).toBe(2);
      }
    });
  }
});

for (const storage of ['local', 'cookie'] as const) {
  test(`of a yes and a no to one operator in the same millisecond the no stands, in both tabs (${storage})`, async ({ context }) => {
    const tabs = await openTwo(context, { storage });
    for (let round = 0; round < 4; round += 1) {
      const time = new Date(Date.UTC(2026, 10, 2, 8, round));
      for (const tab of tabs) await tab.clock.setFixedTime(time.getTime() - 1000);
      // What a script says again is nothing new.
      await tabs[0]?.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).withdraw());
      for (const tab of tabs) await expectState(tab, 'asking');
      for (const tab of tabs) await tab.clock.setFixedTime(time);
      await Promise.all(tabs.map((tab, index) => tab.evaluate(async (way) => {
        const gate = await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready;
        gate[way]('practice', { source: 'api', name: 'test 1' });
      }, (index + round) % 2 ? ('grant' as const) : ('decline' as const))));
      const look = (): Promise<string[]> => Promise.all(tabs.map(async (tab) => {
        const { decision, at } = (await readDecisions(tab))['practice'] ?? {};
        return `${decision} ${at} ${await tab.locator('jitsi-gate').getAttribute('state')}`;
      }));
      const no = `declined ${time.toISOString()} declined`;
      await expect.poll(look, { message: `round ${round}` }).toEqual([no, no]);
    }
  });

  test(`two tabs that decide in the same moment lose no record (${storage})`, async ({ context }) => {
    const config = { storage, operators: { practice: PRACTICE, club: CLUB }, defaultOperator: 'practice' };
    const tabs = await openTwo(context, config);
    const lines = tabs.map(listenToConsole);
    const cases = ['practice', 'club'] as const;
    for (let round = 0; round < 8; round += 1) {
      const time = Date.now() + 150;
      await Promise.all(tabs.map((tab, index) => tab.evaluate(async ([operator, moment, way]) => {
        const { ready } = Reflect.get(window, 'JitsiGate') as PublishedGate;
        const gate = await ready;
        while (Date.now() < moment);
        gate[way](operator, { source: 'api', name: 'test 1' });
      }, [cases[index] ?? 'practice', time, round % 2 ? 'grant' : 'decline'] as const)));
      const decision = round % 2 ? 'granted' : 'declined';
      const isThere = async (): Promise<readonly string[]> => {
        const all = await Promise.all(tabs.map((tab) => readDecisions(tab)));
        return all.flatMap((stored) => cases.map((key) => {
          const { decision: found, at = '' } = stored[key] ?? {};
          return `${found} ${Date.parse(at) >= time}`;
        }));
      };
      await expect.poll(isThere, { message: `round ${round}` }).toEqual(Array.from({ length: 4 }, () => `${decision} true`));
    }
    expect(gateLines(lines.flat())).toEqual([]);
  });
}

import type { BrowserContext, Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, OPERATOR, openAsking, partOf, press, tracesOf } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { readDecisions } from './support/stored.js';

/** Where a tab has something of ours, by the names of the places. */
function placesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const areas = { local: localStorage, session: sessionStorage };
    const found = Object.entries(areas).flatMap(([name, area]) => Object.keys(area).map((key) => `${name} ${key.replace(/(receipt(-text)?)\..*/, '$1')}`));
    return [...found, ...document.cookie.split('; ').filter(Boolean).map((pair) => `cookie ${pair.split('=')[0] ?? ''}`)].sort();
  });
}

const STORES = [
  { storage: 'local', after: { yes: 'ready', no: 'declined' }, places: ['local jitsi-gate-receipt', 'local jitsi-gate-receipt-text', 'local jitsi-gate.practice'] },
  { storage: 'session', after: { yes: 'ready', no: 'declined' }, places: ['session jitsi-gate-receipt', 'session jitsi-gate-receipt-text', 'session jitsi-gate.practice'] },
  { storage: 'cookie', after: { yes: 'ready', no: 'declined' }, places: ['cookie jitsi-gate.practice', 'local jitsi-gate-receipt', 'local jitsi-gate-receipt-text'] },
  { storage: 'memory', after: { yes: 'asking', no: 'asking' }, places: [] },
] as const;

for (const { storage, after, places } of STORES) {
  test.describe(`with the ${storage} store`, () => {
    test(`the next page view after a remembered yes is ${after.yes}, and after a withdrawal asking`, async ({ page, context }) => {
      await openAsking(page, await makePage(context, { config: { storage } }));
      await acceptUntilLive(page, { remember: true });
      await page.reload();
      await expectState(page, after.yes);
      if (after.yes === 'ready') await press(page, 'withdraw');
      await page.reload();
      await expectState(page, 'asking');
    });

    test(`the next page view after a no is ${after.no}, and nothing is kept elsewhere`, async ({ page, context }) => {
      await openAsking(page, await makePage(context, { config: { storage } }));
      expect(await placesOf(page)).toEqual([]);
      await press(page, 'decline');
      await expectState(page, 'declined');
      await expect.poll(() => placesOf(page)).toEqual(places);
      await page.reload();
      await expectState(page, after.no);
    });
  });
}

for (const config of [{ remember: 'never' }, { audience: 'children' }, { audience: 'employees' }, { audience: 'public-authority' }]) {
  test(`no box is offered, and a yes is for once, with ${JSON.stringify(config)}`, async ({ page, context }) => {
    await openAsking(page, await makePage(context, { config }));
    await expect(partOf(page, 'accept')).toBeVisible();
    await expect(partOf(page, 'remember')).toHaveCount(0);
    await acceptUntilLive(page);
    expect(await readDecisions(page)).toMatchObject({ practice: { decision: 'granted', scope: 'once' } });
    await page.reload();
    await expectState(page, 'asking');
  });
}

/** Makes every write fail, as where the quota is used up, or lets a newer script have written. */
async function trouble(context: BrowserContext, kind: string): Promise<void> {
  await context.addInitScript((what) => {
    if (what === 'newer') return localStorage.setItem('jitsi-gate.practice', '{"v":2}');
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  }, kind);
}

for (const { kind, title, code } of [
  { kind: 'full', title: 'is full', code: 'storage' },
  { kind: 'newer', title: 'holds decisions of a newer version', code: 'record' },
]) {
  test.describe(`where storage ${title}`, () => {
    for (const part of ['withdraw', 'decline']) {
      test(`${part} in one tab closes the meeting in the other`, async ({ context }) => {
        await trouble(context, kind);
        const path = await makePage(context);
        const [one, other] = [await context.newPage(), await context.newPage()] as const;
        for (const tab of [one, other]) await openAsking(tab, path);
        const lines = listenToConsole(one);
        await acceptUntilLive(one, { remember: true });
        await meetingFrame(one);
        if (part === 'withdraw') await acceptUntilLive(other);
        await press(other, part);
        await expectState(one, part === 'withdraw' ? 'asking' : 'declined');
        await expect.poll(() => tracesOf(one, OPERATOR)).toEqual([]);
        expect(gateLines(lines).filter((line) => line.includes(`${code}: `)).length).toBeLessThanOrEqual(1);
        if (kind === 'newer') expect(await one.evaluate(() => localStorage.getItem('jitsi-gate.practice'))).toBe('{"v":2}');
      });
    }
  });
}

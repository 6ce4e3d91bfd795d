import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { holdAnswer } from './support/foreign-answers.js';
import { expectState, OPERATOR, openAsking, press, tracesOf } from './support/gate.js';
import { MODES } from './support/lifecycle-table.js';
import { makePage } from './support/made-site.js';
import { type PublishedGate, readDecisions } from './support/stored.js';

const SETTINGS = '<jitsi-gate-settings></jitsi-gate-settings><div data-jitsi-room="stall-silent"></div>';

/** Ways to withdraw while the gate itself offers only to cancel. */
const WAYS: readonly { title: string; withdraw: (page: Page, context: BrowserContext) => Promise<unknown> }[] = [
  { title: 'in the settings', withdraw: (page) => page.locator('jitsi-gate-settings [part="withdraw"]').click() },
  { title: 'by a script', withdraw: (page) => page.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).withdraw()) },
  {
    title: 'in the settings of another tab',
    withdraw: async (page, context) => {
      const other = await context.newPage();
      await other.goto(page.url());
      await other.locator('jitsi-gate-settings [part="withdraw"]').click();
      await expectState(other, 'asking');
    },
  },
];

for (const { title, withdraw } of WAYS) {
  test(`a withdrawal ${title} stops a load, and a script that comes later starts nothing`, async ({ page, context, foreign }) => {
    const script = holdAnswer();
    foreign.respond('external_api.js', script);
    await openAsking(page, await makePage(context, { body: SETTINGS }));
    await press(page, 'accept');
    await expect.poll(() => foreign.requests.length).toBe(1);
    await withdraw(page, context);
    await expectState(page, 'asking');
    foreign.clear();
    script.release();
    await script.given;
    await foreign.expectSilence();
    expect(await tracesOf(page, OPERATOR)).toEqual([]);
    expect(await readDecisions(page)).toMatchObject({ practice: { decision: 'withdrawn' } });
  });

  for (const mode of MODES) {
    test(`a withdrawal ${title} takes a meeting away that has not spoken yet (mode ${mode})`, async ({ page, context }) => {
      await openAsking(page, await makePage(context, { config: { mode }, body: SETTINGS }));
      await press(page, 'accept');
      await expect.poll(() => page.frames().length).toBe(2);
      await expectState(page, 'loading');
      await withdraw(page, context);
      await expectState(page, 'asking');
      await expect.poll(() => tracesOf(page, OPERATOR), { timeout: 3500 }).toEqual([]);
      await expect.poll(() => page.frames().length).toBe(1);
    });
  }
}

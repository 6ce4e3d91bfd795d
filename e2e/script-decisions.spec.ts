import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, partOf, press } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { type PublishedGate, readDecisions, readReceipts } from './support/stored.js';

/** A page whose own script says on each view what the visitor is said to have decided elsewhere. */
async function open(page: Page, context: BrowserContext, { call, shows }: { readonly call: string; readonly shows: string }): Promise<string[]> {
  const lines: string[] = [];
  page.on('console', (message) => message.text().includes('[jitsi-gate] grant') && lines.push(message.text()));
  const body = '<div id="box" data-jitsi-room="secret-room-x8k2pq9z"><a href="#contact">Call us</a></div>';
  await page.goto(await makePage(context, { body: `${body}<script>addEventListener('load', async () => (await JitsiGate.ready).${call})</script>` }));
  await expectState(page, shows);
  return lines;
}

const receipts = async (page: Page): Promise<readonly unknown[]> => (await readReceipts(page)).map(({ receipt }) => (receipt as unknown as { events: [{ event_state: string }] }).events[0].event_state);
const yes = (extra = ''): string => `grant('practice', { source: 'api', name: 'account 1.0'${extra} })`;

test('a yes that a script says on four page views makes one receipt', async ({ page, context, foreign }) => {
  for (let view = 0; view < 4; view += 1) expect(await open(page, context, { call: yes(), shows: 'ready' })).toEqual([]);
  expect(await receipts(page)).toEqual(['given']);
  await foreign.expectSilence();
});

test('a withdrawal at the gate is not overridden by a script’s yes on the next page view, and the owner is told; a later word counts', async ({ page, context }) => {
  await open(page, context, { call: yes(), shows: 'ready' });
  await press(page, 'withdraw');
  await expectState(page, 'asking');
  const lines = await open(page, context, { call: yes(), shows: 'asking' });
  await expect.poll(() => lines).toHaveLength(1);
  expect(lines[0]).toContain('account 1.0 says granted');
  await page.waitForTimeout(300);
  await expectState(page, 'asking');
  expect([await receipts(page), (await readDecisions(page))['practice']?.decision]).toEqual([['given', 'withdrawn'], 'withdrawn']);
  await open(page, context, { call: yes(', at: new Date()'), shows: 'ready' });
  expect(await receipts(page)).toEqual(['given', 'withdrawn', 'given']);
});

test('a refusal at the gate is not overridden either', async ({ page, context }) => {
  await open(page, context, { call: 'decision("practice")', shows: 'asking' });
  await press(page, 'decline');
  await expectState(page, 'declined');
  await open(page, context, { call: yes(), shows: 'declined' });
  await page.waitForTimeout(500);
  await expectState(page, 'declined');
});

test('a no by a script ends a running meeting, once', async ({ page, context }) => {
  await open(page, context, { call: 'decision("practice")', shows: 'asking' });
  await partOf(page, 'remember').check();
  await acceptUntilLive(page);
  const say = (): Promise<void> => page.evaluate(async () => (await (window as unknown as { JitsiGate: PublishedGate }).JitsiGate.ready).decline('meet.example.eu', { source: 'cmp', name: 'a platform 2' }));
  await say();
  await expectState(page, 'declined');
  await say();
  expect(await receipts(page)).toEqual(['given', 'refused']);
});

test('withdraw() makes one record, however often it is called', async ({ page, context }) => {
  await open(page, context, { call: yes(), shows: 'ready' });
  for (let call = 0; call < 3; call += 1) await page.evaluate(async () => (await (window as unknown as { JitsiGate: PublishedGate }).JitsiGate.ready).withdraw());
  expect(await receipts(page)).toEqual(['given', 'withdrawn']);
});

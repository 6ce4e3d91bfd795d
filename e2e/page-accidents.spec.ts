import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import type { Foreign } from './support/foreign.js';
import { acceptUntilLive, expectState, gateLines, gateOf, listenToConsole, partOf, press } from './support/gate.js';
import { MADE, makePage, PLACEHOLDER } from './support/made-site.js';
import { ACCIDENTS, type Outcome } from './support/page-accidents.js';
import { RECEIPTS_PATH, statesOf } from './support/receiver.js';

/** Errors that nobody caught and that our files threw; those of the site's listeners, and of Jitsi's script, are theirs. */
function listenToOwnErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ stack = '' }) => void (/https?:\S+/.exec(stack)?.[0].includes('/assets/jitsi-gate') && errors.push(stack)));
  return errors;
}

/** Looks and does not touch what the page may have broken: a script of the test in the page would stand on it as well. */
const OUTCOMES: { readonly [outcome in Outcome]: (page: Page) => Promise<void> } = {
  async works(page) {
    await acceptUntilLive(page, { remember: true });
    await press(page, 'withdraw');
    await expectState(page, 'asking');
  },
  async content(page) {
    await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
    await expect(partOf(page, 'accept')).toBeHidden();
  },
  async asks(page) {
    await press(page, 'accept');
    await expectState(page, 'asking');
  },
  async fails(page) {
    await press(page, 'accept');
    await expectState(page, 'failed');
    await expect(gateOf(page).getByRole('alert')).not.toBeEmpty();
  },
  async untouched(page) {
    await expect(page.getByRole('heading', { name: 'A page made for a test' })).toBeVisible();
  },
};

/** Where the gate does not work, the console says why; and in any case nothing is requested before a yes that counts. */
async function expectOutcome(page: Page, outcome: Outcome, { lines, errors, foreign }: { lines: readonly string[]; errors: readonly string[]; foreign: Foreign }): Promise<void> {
  expect(foreign.requests).toEqual([]);
  await OUTCOMES[outcome](page);
  if (/content|asks|fails/.test(outcome)) await expect.poll(() => gateLines(lines).length).toBeGreaterThan(0);
  if (/content|asks|untouched/.test(outcome)) expect(foreign.requests).toEqual([]);
  if (outcome !== 'untouched') expect(errors).toEqual([]);
}

/** A script that runs as soon as the gate is ready for scripts of the page. */
function runWhenReady(script: string): string {
  const text = JSON.stringify(`${script}\n//# sourceURL=https://site.invalid/later.js`).replaceAll('<', '\\u003c');
  const run = `document.head.append(Object.assign(document.createElement('script'), { textContent: ${text} }))`;
  return `<script>addEventListener('DOMContentLoaded', () => JitsiGate.ready.then(() => ${run}))</script>`;
}

for (const { title, script, before = 'works', after = before } of ACCIDENTS) {
  test(`${title}, before the gate's script: ${before}`, async ({ page, context, foreign }) => {
    const seen = { lines: listenToConsole(page), errors: listenToOwnErrors(page), foreign };
    await makePage(context, { head: `<script>${script}</script>`, config: { receipts: RECEIPTS_PATH } });
    await page.goto(MADE);
    if (before !== 'content') await expectState(page, 'asking');
    await expectOutcome(page, before, seen);
  });

  test(`${title}, when the gate is there: ${after}`, async ({ page, context, foreign }) => {
    const seen = { lines: listenToConsole(page), errors: listenToOwnErrors(page), foreign };
    await makePage(context, { config: { receipts: RECEIPTS_PATH }, body: PLACEHOLDER + runWhenReady(script) });
    await page.goto(MADE);
    await expect(page.locator('head > script:not([id]):not([src])')).toHaveCount(1);
    await expectOutcome(page, after, seen);
  });
}

const scriptOf = (name: string): string => ACCIDENTS.find(({ title }) => title === name)?.script ?? '';

for (const title of ['no console', 'a console that can only log']) {
  test(`where there is ${title}, a placeholder that is refused keeps its content, and the one beside it works`, async ({ page, context }) => {
    const errors = listenToOwnErrors(page);
    const body = `<div id="bad" data-jitsi-room="a#b"><a href="#contact">Write to us</a></div>${PLACEHOLDER}`;
    await makePage(context, { head: `<script>${scriptOf(title)}</script>`, body });
    await page.goto(MADE);
    await expectState(page, 'invalid', '#bad');
    await expect(page.getByRole('link', { name: 'Write to us' })).toBeVisible();
    await press(page, 'accept', '#box');
    await expectState(page, 'live', '#box');
    expect(errors).toEqual([]);
  });
}

for (const title of ['MooTools Core', 'locks that are refused', 'an Element.prototype.remove that knows elements as parents only']) {
  test(`a receipt is made and delivered whole beside ${title}`, async ({ page, context, receiver }) => {
    await makePage(context, { head: `<script>${scriptOf(title)}</script>`, config: { receipts: RECEIPTS_PATH } });
    await page.goto(MADE);
    await acceptUntilLive(page);
    await expect.poll(() => statesOf(receiver.posts)).toHaveLength(1);
    expect(receiver.posts[0]?.receipt.shown.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
}

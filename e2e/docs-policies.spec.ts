import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { expectState, gateLines, gateOf, listenToConsole, openAsking, OPERATOR, press, tracesOf } from './support/gate.js';
import type { MadePage } from './support/made-site.js';
import { admissionsOf, docsAddition, docsPolicy, without } from './support/docs-policies.js';
import { RECEIPTS_PATH, statesOf } from './support/receiver.js';
import { makeStrictPage, travel, WITH_POSTER } from './support/strict-site.js';
import { noteViolations } from './support/violations.js';

const POLICIES: readonly { readonly name: string; readonly made: MadePage }[] = [
  { name: 'api-nonce', made: {} },
  { name: 'api-hosts', made: {} },
  { name: 'frame', made: { config: { mode: 'frame' } } },
];

test.describe('under the policy that the docs give, everything works and nothing is refused', () => {
  for (const { name, made } of POLICIES) {
    test(name, async ({ page, context }) => {
      const policy = docsPolicy(name);
      expect(policy).toMatch(/^default-src 'none'; /);
      await travel(page, await makeStrictPage(context, policy, made));
    });
  }

  test('api-nonce, with the single file', async ({ page, context }) => {
    await travel(page, await makeStrictPage(context, docsPolicy('api-nonce'), { script: 'src="/assets/jitsi-gate.single.js"' }));
  });

  test('frame, with a nonce in place of the site', async ({ page, context }) => {
    await travel(page, await makeStrictPage(context, docsPolicy('frame').replace("'self'", "'nonce-…'"), { config: { mode: 'frame' } }));
  });
});

/** A page that cannot run the gate, or draw it: the author's content stays. */
async function showsAuthorsContent(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Load meeting/ })).toHaveCount(0);
}

/** A page whose gate asks but cannot load: it says so, and the console names what to add where. */
async function failsToLoad(page: Page, path: string): Promise<void> {
  await openAsking(page, path);
  await press(page, 'accept');
  await expectState(page, 'failed');
  expect(await tracesOf(page, OPERATOR)).toEqual([]);
}

/** A page that lets lit draw nothing: its gate asks, and a yes shows the author's content. */
async function cannotDrawMeetings(page: Page, path: string): Promise<void> {
  await openAsking(page, path);
  await press(page, 'accept');
  await expectState(page, 'invalid');
  await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
  expect(await tracesOf(page, OPERATOR)).toEqual([]);
}

test.describe('from the policy that the docs give, nothing can be left away: without it', () => {
  for (const { name, made } of POLICIES) {
    for (const [directive, source] of admissionsOf(docsPolicy(name))) {
      const isOfMeeting = [OPERATOR, 'jitsi-gate'].includes(source);
      test(`${name} ${isOfMeeting ? 'says that no meeting can be loaded' : 'shows the author’s content'}: ${directive} ${source}`, async ({ page, context }) => {
        const lines = listenToConsole(page);
        const violations = await noteViolations(page);
        // The script carries its nonce all the same.
        const script = source.startsWith("'nonce-") ? { script: 'nonce="e2e-nonce" src="/assets/jitsi-gate.js"' } : {};
        const path = await makeStrictPage(context, without(docsPolicy(name), directive, source), { ...made, ...script });
        await (isOfMeeting ? failsToLoad : source === 'lit-html' ? cannotDrawMeetings : showsAuthorsContent)(page, path);
        await expect.poll(async () => (await violations()).map((line) => line.split(' ')[0])).toEqual([directive.replace('script-src', 'script-src-elem')]);
        if (isOfMeeting) expect(gateLines(lines).join('\n')).toMatch(new RegExp(`policy: .* add ${source} to ${directive}`));
      });
    }
  }
});

test.describe('what only forbids in the policy that the docs give does so', () => {
  for (const [directive, act] of [
    ["default-src 'none'", () => void Object.assign(new Image(), { src: '/anything.png' })],
    ["require-trusted-types-for 'script'", () => void (document.createElement('p').innerHTML = 'text')],
    ['trusted-types jitsi-gate lit-html', () => void Reflect.get(window, 'trustedTypes').createPolicy('another', {})],
  ] as const) {
    test(directive, async ({ context }) => {
      const refusedBy = async (policy: string): Promise<string[]> => {
        const own = await context.newPage();
        const violations = await noteViolations(own);
        await openAsking(own, await makeStrictPage(context, policy));
        // What is refused throws, or not; that it was is in the violations.
        await own.evaluate(act).catch(() => undefined);
        await own.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
        return violations();
      };
      const policy = docsPolicy('api-nonce');
      expect(policy).toContain(directive);
      expect(await refusedBy(policy)).toHaveLength(1);
      expect(await refusedBy(policy.replace(directive, ''))).toEqual([]);
    });
  }
});

/** Makes the Trusted Types policy of a copy of lit of the page's own. */
const OWN_LIT = '<script nonce="e2e-nonce">window.trustedTypes.createPolicy("lit-html", { createHTML: (text) => text });</script>';

test.describe('what the docs add to the policy is needed for what it names, and enough', () => {
  test('receipts', async ({ page, context, receiver }) => {
    const policy = docsPolicy('api-nonce');
    const made = { config: { receipts: RECEIPTS_PATH } };
    const violations = await noteViolations(page);
    await openAsking(page, await makeStrictPage(context, policy, made));
    await press(page, 'decline');
    await expect.poll(async () => (await violations()).map((line) => line.split(' ')[0])).toEqual(['connect-src']);
    await page.evaluate(() => localStorage.clear());
    await travel(page, await makeStrictPage(context, `${policy}; ${docsAddition('receipts')}`, made));
    await expect.poll(() => statesOf(receiver.posts)).toEqual(['given', 'withdrawn']);
  });

  test('data-jitsi-poster', async ({ page, context }) => {
    const policy = docsPolicy('api-nonce');
    const violations = await noteViolations(page);
    await openAsking(page, await makeStrictPage(context, policy, { body: WITH_POSTER }));
    await expect.poll(async () => (await violations()).map((line) => line.split(' ')[0])).toEqual(['img-src']);
    await travel(page, await makeStrictPage(context, `${policy}; ${docsAddition('data-jitsi-poster')}`, { body: WITH_POSTER }));
    await expect(gateOf(page).locator('img')).toHaveCount(1);
  });

  test('a copy of lit of the page’s own', async ({ page, context }) => {
    const policy = docsPolicy('api-nonce');
    const lines = listenToConsole(page);
    await cannotDrawMeetings(page, await makeStrictPage(context, policy, { head: OWN_LIT }));
    await expect.poll(() => gateLines(lines).some((line) => line.includes('lit-html'))).toBe(true);
    const other = await context.newPage();
    await travel(other, await makeStrictPage(context, `${policy} ${docsAddition('a copy of lit of the page\'s own')}`, { head: OWN_LIT }));
  });
});

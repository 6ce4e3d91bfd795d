import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { gateOf, OPERATOR, partOf } from './support/gate.js';
import type { MadePage } from './support/made-site.js';
import { RECEIPTS_PATH, statesOf } from './support/receiver.js';
import { makeStrictPage, travel, WITH_POSTER } from './support/strict-site.js';

const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types jitsi-gate lit-html";
const ALL = `default-src 'none'; script-src 'nonce-…' 'strict-dynamic'; style-src 'self'; frame-src ${OPERATOR}; `
  + `connect-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; ${TRUSTED_TYPES}`;

test.describe('everything works, and nothing is refused, on a page with the policy', () => {
  for (const policy of [
    "script-src 'nonce-…' 'strict-dynamic'",
    `script-src 'self' ${OPERATOR}`,
    "style-src 'self'",
    TRUSTED_TYPES,
    ALL,
  ]) {
    test(policy, async ({ page, context }) => {
      await travel(page, await makeStrictPage(context, policy));
    });
  }
});

test.describe('everything works, and nothing is refused, under the strictest of these policies', () => {
  const CASES: readonly { readonly what: string; readonly made: MadePage; readonly check?: (page: Page) => Promise<void> }[] = [
    { what: 'with the single file', made: { script: 'src="/assets/jitsi-gate.single.js"' } },
    { what: 'with a language of its own file', made: { config: { lang: 'de' } }, check: (page) => expect(partOf(page, 'decline')).toHaveText('Nicht laden') },
    {
      what: 'with the single file and a language next to it', made: { script: 'src="/assets/jitsi-gate.single.js"', config: { lang: 'pl' } },
      check: (page) => expect(gateOf(page).locator('section')).toHaveAttribute('lang', 'pl'),
    },
    { what: 'in mode frame', made: { config: { mode: 'frame' } } },
    { what: 'with a picture', made: { body: WITH_POSTER }, check: (page) => expect(gateOf(page).locator('img')).toHaveCount(1) },
  ];
  for (const { what, made, check } of CASES) {
    test(what, async ({ page, context }) => {
      await travel(page, await makeStrictPage(context, ALL, made));
      await check?.(page);
    });
  }

  test('with receipts for the site, which arrive', async ({ page, context, receiver }) => {
    await travel(page, await makeStrictPage(context, ALL, { config: { receipts: RECEIPTS_PATH } }));
    await expect.poll(() => statesOf(receiver.posts)).toEqual(['given', 'withdrawn']);
  });
});

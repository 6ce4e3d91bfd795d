import { expect, test } from './support/fixtures.js';
import {
  acceptUntilLive, expectState, foreignFrames, gateLines, gateOf, listenToConsole, openAsking, OPERATOR, partOf, press, SCRIPT_URL, tracesOf,
} from './support/gate.js';
import { makePage } from './support/made-site.js';
import { makeStrictPage } from './support/strict-site.js';
import { noteViolations } from './support/violations.js';

test.describe('a policy that refuses the operator', () => {
  test('fails when the script is refused, and nothing leaves', async ({ page, foreign }) => {
    const violations = await noteViolations(page);
    await openAsking(page, '/csp-no-script.html');
    await press(page, 'accept');
    await expectState(page, 'failed');
    expect(await violations()).toEqual([`script-src-elem ${SCRIPT_URL}`]);
    expect(foreign.requests.filter(({ failure }) => failure === undefined)).toEqual([]);
    expect(await tracesOf(page, OPERATOR)).toEqual([]);
  });

  test('fails when the frame is refused', async ({ page }) => {
    await openAsking(page, '/csp-no-frame.html');
    await press(page, 'accept');
    await expectState(page, 'failed');
    expect(foreignFrames(page)).toEqual([]);
    await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
  });
});

const SAYS = 'The settings of this website do not let the meeting in. Please tell Example practice.';
const ADD = "policy: the page's Content-Security-Policy refuses the meeting: add jitsi-gate to trusted-types";

test.describe('a page whose Trusted Types know no jitsi-gate', () => {
  for (const policy of ["require-trusted-types-for 'script'; trusted-types lit-html", 'trusted-types lit-html']) {
    test(`fails as other policies do, loads nothing, and tells its owner what to add: ${policy}`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      await openAsking(page, await makeStrictPage(context, policy));
      await press(page, 'accept');
      await expectState(page, 'failed');
      await expect(gateOf(page).getByRole('alert')).toHaveText(SAYS);
      await expect(partOf(page, 'retry')).toHaveCount(0);
      expect(gateLines(lines).join('\n')).toContain(ADD);
      expect(gateLines(lines).join()).not.toContain('unreachable');
      await foreign.expectSilence();
      expect(await tracesOf(page, OPERATOR)).toEqual([]);
    });
  }

  test('is told at once where the policy is in the markup', async ({ page, context }) => {
    const lines = listenToConsole(page);
    await openAsking(page, await makePage(context, { head: '<meta http-equiv="Content-Security-Policy" content="trusted-types lit-html">' }));
    await expect.poll(() => gateLines(lines)).toEqual([expect.stringMatching(/^warning: .* csp: .*; add jitsi-gate to trusted-types$/)]);
  });

  test('runs meetings all the same in mode frame, which needs no script of the operator', async ({ page, context }) => {
    const violations = await noteViolations(page);
    const policy = "require-trusted-types-for 'script'; trusted-types lit-html";
    await openAsking(page, await makeStrictPage(context, policy, { config: { mode: 'frame' } }));
    await acceptUntilLive(page);
    expect(await violations()).toEqual([]);
  });
});

test('a page whose Trusted Types are as docs/hosting.md has them still refuses an address that nobody granted', async ({ page, context }) => {
  const violations = await noteViolations(page);
  await openAsking(page, await makeStrictPage(context, "require-trusted-types-for 'script'; trusted-types jitsi-gate lit-html"));
  await acceptUntilLive(page);
  const refused = await page.evaluate((src) => {
    try {
      document.createElement('script').src = src;
      return '';
    } catch (error) {
      return String(error);
    }
  }, SCRIPT_URL);
  expect(refused).toContain('TypeError');
  await expect.poll(violations).toEqual(['require-trusted-types-for trusted-types-sink']);
});

test.describe('a page whose Trusted Types know no lit-html', () => {
  for (const file of ['jitsi-gate', 'jitsi-gate.single']) {
    test(`asks, loads nothing, and its console names policy and directive: ${file}.js`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      const policy = "require-trusted-types-for 'script'; trusted-types jitsi-gate";
      await openAsking(page, await makeStrictPage(context, policy, { script: `src="/assets/${file}.js"` }));
      await press(page, 'accept');
      await expectState(page, 'invalid');
      expect(gateLines(lines)).toContainEqual(expect.stringMatching(/^error: \[jitsi-gate\] gate: .*lit-html/));
      // The browser's own line.
      expect(lines.join('\n')).toMatch(/'lit-html' violates .*directive: "trusted-types jitsi-gate"/);
      await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
      await expect(page.getByRole('button', { name: /Load meeting/ })).toHaveCount(0);
      await foreign.expectSilence();
    });
  }
});

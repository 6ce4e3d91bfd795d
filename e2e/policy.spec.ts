import { expect, meetingFrame, test } from './support/fixtures.js';
import {
  acceptUntilLive, expectState, foreignFrames, gateLines, gateOf, listenToConsole, openAsking, OPERATOR, partOf, press, SCRIPT_URL, tracesOf,
} from './support/gate.js';
import { noteViolations } from './support/violations.js';

test.describe('a strict policy with nonce and Trusted Types', () => {
  test('is kept from the first look to the withdrawal', async ({ page }) => {
    const lines = listenToConsole(page);
    const violations = await noteViolations(page);
    await openAsking(page, '/csp.html');
    await partOf(page, 'details').locator('summary').click();
    await expect(partOf(page, 'details').locator('dl')).toBeVisible();
    await acceptUntilLive(page);
    await (await meetingFrame(page)).getByRole('button', { name: 'Join meeting' }).click();
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    expect(await violations()).toEqual([]);
    expect(lines.filter((line) => /security policy|trusted/i.test(line))).toEqual([]);
    expect(gateLines(lines)).toEqual([]);
  });

  test('is met without strict-dynamic, too, because the nonce is passed on', async ({ page }) => {
    const violations = await noteViolations(page);
    await openAsking(page, '/csp-nonce.html');
    await acceptUntilLive(page);
    expect(await violations()).toEqual([]);
  });

  test('does not cost the gate its look', async ({ page }) => {
    await openAsking(page, '/csp.html');
    await expect(partOf(page, 'accept')).toHaveCSS('min-height', '44px');
    await acceptUntilLive(page);
    expect((await gateOf(page).locator('iframe').boundingBox())?.height).toBe(560);
  });

  test('refuses an address of anybody else: the policy of this page is a real one', async ({ page }) => {
    const violations = await noteViolations(page);
    await openAsking(page, '/csp.html');
    await page.evaluate(() => {
      try {
        document.createElement('script').src = 'https://meet.example.eu/external_api.js';
      } catch {
        // The refusal is what is looked for; the violation tells of it.
      }
    });
    await expect.poll(violations).toEqual(['require-trusted-types-for trusted-types-sink']);
  });
});

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

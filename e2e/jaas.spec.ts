import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, gateOf, listenToConsole, openAsking, press } from './support/gate.js';

test.describe('Jitsi as a Service', () => {
  for (const { path, origin, script } of [
    { path: '/jaas.html', origin: 'https://8x8.vc', script: '/vpaas-magic-cookie-1/external_api.js' },
    { path: '/jaas-region.html', origin: 'https://frankfurt.8x8.vc', script: '/vpaas-magic-cookie-1/external_api.js?release=release-1234' },
  ]) {
    test(`loads the customer's script and room from ${origin}`, async ({ page, foreign }) => {
      await openAsking(page, path);
      await foreign.expectSilence();
      await acceptUntilLive(page);
      expect((await meetingFrame(page)).url()).toContain(`${origin}/vpaas-magic-cookie-1/consulting-hour?`);
      expect(foreign.requests[0]?.url).toBe(origin + script);
      expect(new Set(foreign.requests.map(({ url }) => new URL(url).origin))).toEqual(new Set([origin]));
    });
  }

  test('is named with its company, country and the safeguard that nobody stated', async ({ page }) => {
    await openAsking(page, '/jaas.html');
    await expect(gateOf(page)).toContainText('8x8, Inc., United States');
    await expect(gateOf(page)).toContainText('No safeguard for your data there has been stated.');
    await expect(gateOf(page)).toContainText('count users for billing');
  });

  test('is refused without an AppID', async ({ page, foreign }) => {
    const lines = listenToConsole(page);
    await page.goto('/jaas-without-app-id.html');
    await expectState(page, 'invalid');
    await expect.poll(() => gateLines(lines).join()).toContain('operators.public.appId: expected the AppID');
    await foreign.expectSilence();
  });
});

test.describe('meet.jit.si', () => {
  test('works, and warns its owner once', async ({ page, foreign }) => {
    const lines = listenToConsole(page);
    await page.goto('/meet-jit-si.html');
    const [first, second] = ['[data-jitsi-room="consulting-hour-x8k2pq9z"]', '[data-jitsi-room="second-x8k2pq9z"]'] as const;
    await press(page, 'accept', first);
    await expectState(page, 'live', first);
    await press(page, 'accept', second);
    await expectState(page, 'live', second);
    expect(new Set(foreign.requests.map(({ url }) => new URL(url).origin))).toEqual(new Set(['https://meet.jit.si']));
    const warnings = gateLines(lines);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^warning: .*sign in.*five minutes/);
  });
});

import { testOf } from './support/app-site.js';
import { expect } from './support/fixtures.js';
import { expectState, gateLines, gateOf, listenToConsole } from './support/gate.js';
import type { Copies } from './apps/copies/main.js';

const test = testOf('copies');

test('gates from npm wait for configure(): the content shows, and after three seconds one line says so', async ({ page, foreign }) => {
  const lines = listenToConsole(page);
  await page.goto('/');
  await page.waitForFunction(() => 'copies' in window);
  await page.evaluate(async () => {
    await (Reflect.get(window, 'copies') as Copies).a.define();
    document.body.append(document.createElement('jitsi-gate'));
  });
  await expect(page.locator('#element p')).toBeVisible();
  await expect.poll(() => gateLines(lines), { timeout: 8000 }).toEqual([expect.stringContaining('[jitsi-gate] config: gates wait for configure()')]);
  await page.evaluate(async () => {
    const { configure } = await (Reflect.get(window, 'copies') as Copies).a.index();
    configure({ privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
  });
  await expectState(page, 'asking', '#element');
  await foreign.expectSilence();
});

test('gates whose configure() comes a moment later say nothing', async ({ page }) => {
  const lines = listenToConsole(page);
  await page.goto('/');
  await page.waitForFunction(() => 'copies' in window);
  await page.evaluate(async () => {
    await (Reflect.get(window, 'copies') as Copies).a.define();
    await new Promise((resolve) => setTimeout(resolve, 500));
    (await (Reflect.get(window, 'copies') as Copies).a.index()).configure({ privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
  });
  await expectState(page, 'asking', '#element');
  await expect(gateOf(page, '#element')).toBeVisible();
  await page.waitForTimeout(3200);
  expect(gateLines(lines)).toEqual([]);
});

import type { Copies } from './apps/copies/main.js';
import { testOf } from './support/app-site.js';
import { expect } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateOf } from './support/gate.js';

const test = testOf('copies');

test('an application from npm gates another software, by an address that its own server gives', async ({ page, foreign }) => {
  foreign.respond('https://meet.example.eu/', { body: '<!doctype html><title>A meeting</title>' });
  await page.goto('/');
  await page.waitForFunction(() => 'copies' in window);
  await page.evaluate(async () => {
    const { a } = Reflect.get(window, 'copies') as Copies;
    const { configure } = await a.index();
    const gate = configure({
      privacyUrl: '/privacy',
      operators: { school: { domain: 'meet.example.eu', name: 'School', country: 'DE', software: 'galene' } },
      getUrl: async ({ operator, room }) => `https://meet.example.eu/group/${room}/?token=for-${operator}`,
    });
    gate.scan();
    gate.watch();
  });
  for (const place of ['#element', '#placeholder']) await expectState(page, 'asking', place);
  await expect(gateOf(page, '#element')).toContainText('runs with Galène on meet.example.eu');
  await foreign.expectSilence();
  await acceptUntilLive(page, { within: '#element' });
  expect(foreignFrames(page)).toEqual(['https://meet.example.eu/group/room-one-x8k2pq9z/?token=for-school']);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.body.innerText)).not.toContain('for-school');
  await expect(gateOf(page, '#element').locator('[part=new-tab]')).toHaveCount(0);
});

test('a gate that is destroyed before its software is known stays so', async ({ page, foreign }) => {
  await page.goto('/');
  await page.waitForFunction(() => 'copies' in window);
  await page.evaluate(async () => {
    const { a } = Reflect.get(window, 'copies') as Copies;
    const { configure } = await a.index();
    const gate = configure({ privacyUrl: '/privacy', operators: { school: { domain: 'meet.example.eu', name: 'School', country: 'DE', software: 'galene' } } });
    gate.scan();
    gate.destroy();
  });
  await page.waitForTimeout(500);
  await expect(page.locator('#element p')).toBeVisible();
  await expect(page.locator('#placeholder jitsi-gate')).toHaveCount(0);
  await expect(gateOf(page, '#element')).not.toHaveAttribute('state', /./);
  await foreign.expectSilence();
});

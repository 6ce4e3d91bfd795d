import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { build } from 'vite';
import { expect, meetingFrame, test as base } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateOf, OPERATOR, press, readDecision } from './support/gate.js';
import type { RunningServer } from './support/listen.js';
import { meetingPage } from './support/meeting-page.js';
import { startSite } from './support/site-server.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the application against the built package, as a customer's bundler would. */
async function buildApp(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: here('./pages/spa'),
    logLevel: 'silent',
    resolve: {
      alias: [
        { find: /^jitsi-gate$/, replacement: here('../dist/index.js') },
        { find: /^jitsi-gate\/define$/, replacement: here('../dist/define.js') },
      ],
    },
    build: { outDir, emptyOutDir: true },
  });
}

const test = base.extend<object, { site: RunningServer }>({
  site: [
    async ({}, use) => {
      const root = await mkdtemp(join(tmpdir(), 'jitsi-gate-spa-'));
      await Promise.all([buildApp(root), meetingPage()]);
      const site = await startSite({ root });
      await use(site);
      await site.close();
      await rm(root, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click();
}

test.describe('an application built from the package', () => {
  test('shows a gate where a view has one, and only there', async ({ page, foreign }) => {
    await page.goto('/');
    await expect(gateOf(page)).toHaveCount(0);
    await follow(page, 'First room');
    await expectState(page, 'asking');
    await follow(page, 'Home');
    await expect(gateOf(page)).toHaveCount(0);
    await foreign.expectSilence();
  });

  test('starts the meeting of the view and ends it with the view', async ({ page, foreign }) => {
    await page.goto('/#/room/first');
    await expectState(page, 'asking');
    await acceptUntilLive(page);
    expect((await meetingFrame(page)).url()).toContain(`${OPERATOR}/first?`);
    await follow(page, 'Home');
    await expect.poll(() => foreignFrames(page)).toEqual([]);
    foreign.clear();
    await follow(page, 'Second room');
    await expectState(page, 'ready');
    await foreign.expectSilence();
    await press(page, 'accept');
    expect((await meetingFrame(page)).url()).toContain(`${OPERATOR}/second?`);
  });

  test('can change the room of a gate, which starts the next meeting in place of the one that runs', async ({ page }) => {
    await page.goto('/#/room/first');
    await acceptUntilLive(page);
    await gateOf(page).evaluate((gate) => gate.setAttribute('room', 'other'));
    await expect.poll(() => foreignFrames(page).join('\n'), { timeout: 8000 }).toMatch(/^\S*\/other\?\S*$/);
    await expectState(page, 'live');
  });

  test('keeps a remembered yes across page views', async ({ page }) => {
    await page.goto('/#/room/first');
    await acceptUntilLive(page, { remember: true });
    await page.reload();
    await expectState(page, 'ready');
    expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'granted', scope: 'remembered' });
  });

  test('can withdraw by itself', async ({ page }) => {
    await page.goto('/#/room/first');
    await acceptUntilLive(page);
    await page.evaluate(() => (Reflect.get(window, 'gate') as import('jitsi-gate').Gate).withdraw());
    await expectState(page, 'asking');
    expect(foreignFrames(page)).toEqual([]);
  });
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { expectQuiet, mark } from './support/app-site.js';
import { expect, meetingFrame, test as base } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, listenToConsole, press } from './support/gate.js';
import type { RunningServer } from './support/listen.js';
import { meetingPage } from './support/meeting-page.js';

const apps = fileURLToPath(new URL('apps/', import.meta.url));

// Svelte makes the elements of an edited component anew; the others keep them.
for (const [name, component, keeps] of [['react', 'app.tsx', true], ['vue', 'app.vue', true], ['svelte', 'app.svelte', false]] as const) {
  // Edited in a copy, which finds the packages of the apps.
  let root = '';

  const test = base.extend<object, { site: RunningServer }>({
    site: [
      async ({}, use) => {
        await meetingPage();
        root = await mkdtemp(`${apps}.built/hot-`);
        await cp(`${apps}hot/${name}`, root, { recursive: true });
        const server = await createServer({ root, configFile: `${apps}hot/vite.config.ts`, cacheDir: `${root}/.vite`, logLevel: 'error', server: { host: '127.0.0.1', port: 0 } });
        await server.listen();
        await use({ origin: new URL(server.resolvedUrls?.local[0] ?? '').origin, close: () => server.close() });
        await server.close();
        await rm(root, { recursive: true });
      },
      { scope: 'worker' },
    ],
  });

  test(`in ${name}, served by Vite for development, ${keeps ? 'a call goes on while its component is edited' : 'a component that is edited comes anew, and its call ends'}`, async ({ page }) => {
    const lines = listenToConsole(page);
    await page.goto('/');
    await expectState(page, 'asking', 'main');
    await acceptUntilLive(page, { remember: true });
    const isSame = await mark(await meetingFrame(page));
    const text = await readFile(`${root}/${component}`, 'utf8');
    await writeFile(`${root}/${component}`, text.replace('Before', 'After'));
    await expect(page.locator('h1')).toHaveText('After');
    expect(await isSame()).toBe(keeps);
    await expectState(page, keeps ? 'live' : 'ready', 'main');
    // Watchers of files take what is written at once for one change.
    await page.waitForTimeout(300);
    await writeFile(`${root}/${component}`, text.replace('room-one-x8k2pq9z', 'room-two-h3k9w2'));
    await expect(gateOf(page)).toHaveAttribute('room', 'room-two-h3k9w2');
    if (!keeps) await press(page, 'accept');
    await meetingFrame(page, 'room-two-h3k9w2');
    await expectState(page, 'live', 'main');
    expectQuiet(lines);
  });
}

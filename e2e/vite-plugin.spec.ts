import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type InlineConfig, build, createServer } from 'vite';
import type { JitsiGateOptions as Options } from '../src/vite.js';
import { expect, test as base } from './support/fixtures.js';
import { acceptUntilLive, expectState } from './support/gate.js';
import { meetingPage } from './support/meeting-page.js';
import { startSite } from './support/site-server.js';

const CONFIG = { privacyUrl: '/privacy', site: 'Practice </script>', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } };
const LIVE = '<iframe title="Visit" width="640" src="https://meet.example.eu/secret-room-x8k2pq9z"></iframe>';

const plugin = async (options: Partial<Options> = {}): Promise<InlineConfig['plugins']> => {
  const { jitsiGate } = await import(fileURLToPath(new URL('../dist/vite.js', import.meta.url))) as typeof import('../src/vite.js');
  return [jitsiGate({ config: CONFIG as never, ...options })];
};

interface Built {
  readonly origin: string;
  close(): Promise<void>;
}

const test = base.extend<{ root: string }, { site: Built; served: string }>({
  served: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'jitsi-gate-built-'));
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  // What a test has built is what the site serves.
  site: [
    async ({ served }, use) => {
      await meetingPage();
      const site = await startSite({ root: served });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  root: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), 'jitsi-gate-vite-'));
    await use(root);
    await rm(root, { recursive: true, force: true });
  },
});

/** Builds pages with the plugin; gives the folder of what was built. */
async function buildPages(root: string, pages: Readonly<Record<string, string>>, { base: path = '/', outDir = join(root, 'dist'), ...options }: Partial<Options> & { base?: string; outDir?: string } = {}): Promise<string> {
  for (const [file, body] of Object.entries(pages)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), file.endsWith('.json') ? body : `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Built</title></head>\n<body>${body}</body></html>`);
  }
  const input = Object.keys(pages).filter((file) => file.endsWith('.html')).map((file) => join(root, file));
  await build({ configFile: false, root, base: path, logLevel: 'silent', plugins: await plugin(options) ?? [], build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
  return outDir;
}

for (const path of ['/', './'] as const) {
  test(`a frame that would load at once becomes a gate that asks, with base ${path}`, async ({ page, foreign, root, served: outDir }) => {
    await buildPages(root, { 'index.html': LIVE, 'deep/visit.html': LIVE, 'plain.html': '<p>Nothing</p>' }, { base: path, outDir });
    for (const where of ['/', '/deep/visit.html']) {
      await page.goto(where);
      await expectState(page, 'asking');
      await foreign.expectSilence();
      await acceptUntilLive(page);
      foreign.clear();
    }
    expect(await page.locator('script[integrity^="sha384-"]').count()).toBe(1);
    expect(await readFile(join(outDir, 'plain.html'), 'utf8')).not.toContain('jitsi-gate');
  });
}

test('what cannot be mended ends the build, with every file, line and column at once', async ({ root }) => {
  const body = `${LIVE}\n<script src="https://meet.example.eu/external_api.js"></script>\n  <iframe src="https://meet.example.eu/room?jwt=x"></iframe>`;
  const message = await buildPages(root, { 'index.html': body }).catch(String);
  expect(message).toContain('index.html:4:9: meet.example.eu is contacted before any choice; write <div data-jitsi-room');
  expect(message).toContain('index.html:5:11: meet.example.eu is contacted before any choice, and no placeholder can have this address');
});

test('with embeds: error a live frame ends the build, too', async ({ root }) => {
  expect(await buildPages(root, { 'index.html': LIVE }, { embeds: 'error' }).catch(String)).toContain('index.html:3:41: this frame loads a meeting before any choice');
});

test('a wrong configuration ends the build, and one in a file is read from Vite’s root', async ({ root }) => {
  const wrong = await buildPages(root, { 'index.html': LIVE }, { config: { operators: {} } as never }).catch(String);
  expect(wrong).toContain('privacyUrl: expected');
  const dist = await buildPages(root, { 'index.html': LIVE, 'gate.json': JSON.stringify(CONFIG) }, { config: 'gate.json' });
  expect(await readFile(join(dist, 'index.html'), 'utf8')).toContain('data-jitsi-src="https://meet.example.eu/secret-room-x8k2pq9z"');
});

test('a page that has the script already, or that was told so, gets none', async ({ root }) => {
  const dist = await buildPages(root, { 'index.html': `<script defer src="/own/jitsi-gate.js" vite-ignore></script>${LIVE}` });
  expect((await readFile(join(dist, 'index.html'), 'utf8')).match(/jitsi-gate(\.page)?\.js/g)).toEqual(['jitsi-gate.js']);
  const other = await buildPages(root, { 'index.html': LIVE }, { script: false });
  expect(await readFile(join(other, 'index.html'), 'utf8')).not.toContain('<script');
});

test('the server for development gives the same, and the files', async ({ root }) => {
  const html = `<!doctype html><html lang="en"><head><title>Served</title></head><body>${LIVE}</body></html>`;
  await writeFile(join(root, 'index.html'), html);
  const server = await createServer({ configFile: false, root, logLevel: 'silent', plugins: await plugin() ?? [], server: { host: '127.0.0.1', port: 0 } });
  await server.listen();
  const origin = server.resolvedUrls?.local[0] ?? '';
  const text = await (await fetch(origin)).text();
  expect(text).toContain('data-jitsi-src="https://meet.example.eu/secret-room-x8k2pq9z"');
  const [, src = ''] = /<script defer src="([^"]+)"/.exec(text) ?? [];
  const script = await fetch(new URL(src, origin));
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect((await script.text()).length).toBeGreaterThan(10_000);
  await server.close();
});

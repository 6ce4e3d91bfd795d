import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { expect, test as base } from './support/fixtures.js';
import { acceptUntilLive, expectState } from './support/gate.js';
import type { RunningServer } from './support/listen.js';
import { meetingPage } from './support/meeting-page.js';
import { startSite } from './support/site-server.js';

const repo = fileURLToPath(new URL('../', import.meta.url));
const page = (tag: string): string => `<!doctype html><html lang="de"><meta charset="utf-8"><title>Uploaded</title><link rel="icon" href="data:,">${tag}
<div data-jitsi-room="consulting-hour-x8k2pq9z"><a href="/contact">Call us</a></div>`;

async function makeZip(folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true });
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'zip', folder], { cwd: repo });
  return readFile(stdout.trim());
}

const test = base.extend<object, { uploaded: Readonly<Record<string, Uint8Array>>; site: RunningServer }>({
  uploaded: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'jitsi-gate-zip-'));
      const [first, second] = [await makeZip(join(folder, 'a')), await makeZip(join(folder, 'b'))];
      expect(Buffer.from(first).equals(second), 'the same bytes each time').toBe(true);
      await rm(folder, { recursive: true });
      await use(unzipSync(first));
    },
    { scope: 'worker' },
  ],
  // As somebody uploads it who has nothing but a place for files.
  site: [
    async ({ uploaded }, use) => {
      await meetingPage();
      const root = await mkdtemp(join(tmpdir(), 'jitsi-gate-upload-'));
      for (const [name, content] of Object.entries(uploaded)) {
        await mkdir(join(root, dirname(name)), { recursive: true });
        await writeFile(join(root, name), content);
      }
      const { version } = JSON.parse(await readFile(join(repo, 'package.json'), 'utf8')) as { version: string };
      const hashes = JSON.parse(Buffer.from(uploaded[`jitsi-gate-${version}/integrity.json`] ?? []).toString()) as Record<string, string>;
      for (const file of ['jitsi-gate.js', 'jitsi-gate.page.js', 'jitsi-gate.single.js']) {
        await writeFile(join(root, `${file}.html`), page(`<script defer src="/jitsi-gate-${version}/${file}" integrity="${hashes[file]}" data-domain="meet.example.eu" data-operator="Example GmbH" data-country="DE" data-privacy-url="/privacy"></script>`));
      }
      const site = await startSite({ root });
      await use(site);
      await site.close();
      await rm(root, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

for (const file of ['jitsi-gate.js', 'jitsi-gate.page.js', 'jitsi-gate.single.js']) {
  test(`the zip of a release, unpacked and uploaded, leads to a meeting by ${file}`, async ({ page: tab, foreign }) => {
    await tab.goto(`/${file}.html`);
    await expectState(tab, 'asking');
    await foreign.expectSilence();
    await acceptUntilLive(tab);
  });
}

test('the zip of a release holds scripts, the hash of each, documentation and licences, in one folder', ({ uploaded }) => {
  const names = Object.keys(uploaded);
  const [top = ''] = (names[0] ?? '').split('/');
  expect(top).toMatch(/^jitsi-gate-\d+\.\d+\.\d+$/);
  expect(names.every((name) => name.startsWith(`${top}/`))).toBe(true);
  for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md', 'docs/install.md', 'docs/hosting.md', 'third-party-notices.txt', 'config.schema.json']) expect(names).toContain(`${top}/${name}`);
  const hashes = JSON.parse(Buffer.from(uploaded[`${top}/integrity.json`] ?? []).toString()) as Record<string, string>;
  const scripts = names.filter((name) => name.endsWith('.js')).map((name) => name.slice(top.length + 1));
  expect(scripts.length).toBeGreaterThan(60);
  expect(Object.keys(hashes).toSorted()).toEqual(scripts.toSorted());
  for (const script of scripts) expect(hashes[script]).toBe(`sha384-${createHash('sha384').update(uploaded[`${top}/${script}`] ?? '').digest('base64')}`);
});

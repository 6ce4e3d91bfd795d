import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, openAsking } from './support/gate.js';
import { listen } from './support/listen.js';
import { startStandIn } from './support/stand-in-server.js';

/** A site of twenty pages that load meetings past the gate: what the built command finds in it, mends, and then no longer finds. */

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const CONFIG = { site: 'Example practice', privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } };

/** Each way in which a page had its meeting. */
const EMBEDS = [
  (room: string) => `<iframe src="https://meet.example.eu/${room}" allow="camera; microphone" title="Meeting"></iframe>`,
  (room: string) => `<IFRAME width=640 height=480 SRC='https://meet.example.eu/${room}'></IFRAME>`,
  (room: string) => `<link rel="preconnect" href="https://meet.example.eu">\n<iframe\n  class="meeting"\n  src="https://meet.example.eu/${room}#config.startWithAudioMuted=true"\n></iframe>`,
  (room: string) => `<div><p>Text &amp; more</p><iframe loading=lazy src=https://meet.example.eu/${room}></iframe></div>`,
  (room: string) => `<link rel=dns-prefetch href=//meet.example.eu><figure><iframe src="https://meet.example.eu/${room}"></iframe><figcaption>Meeting</figcaption></figure>`,
] as const;

const pageOf = (index: number): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Page ${index}</title><link rel="icon" href="data:,">
<script type="application/json" id="jitsi-gate-config">${JSON.stringify(CONFIG)}</script><script defer src="/assets/jitsi-gate.js"></script></head>
<body><h1>Page ${index}</h1>
${EMBEDS[index % EMBEDS.length]?.(`room-${index}-x8k2pq9z`) ?? ''}
</body></html>
`;

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jitsi-gate-site-'));
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(CONFIG));
  for (let index = 1; index <= 20; index += 1) writeFileSync(join(folder, `site/page-${index}.html`), pageOf(index));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** The findings of a scan, and what it ended with. */
function scan(...args: readonly string[]): { code: number; findings: { file: string }[] } {
  try {
    return { code: 0, ...JSON.parse(execFileSync(process.execPath, [cli, 'scan', 'site', '--config', 'config.json', '--fail-on', 'info', '--json', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as { findings: { file: string }[] } };
  } catch (error) {
    const { status = 0, stdout = '' } = error as { status?: number; stdout?: string };
    return { code: status, ...JSON.parse(stdout) as { findings: { file: string }[] } };
  }
}

test('--browser sees what a script adds late and what loads far below, lists it, and contacts nobody', async () => {
  test.setTimeout(60_000);
  const asked: string[] = [];
  const meeting = await startStandIn({ onRequest: (path) => void asked.push(path) });
  const domain = new URL(meeting.origin).host.replace('127.0.0.1', 'localhost');
  const late = `<!doctype html><title>Late</title><div style="height:3000px"></div><iframe loading="lazy" src="http://${domain}/far-below"></iframe>
<script>setTimeout(() => document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://' + '${domain}' + '/late' })), 800);</script>`;
  const site = await listen(createServer((request, response) => void response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(late)), 0);
  writeFileSync(join(folder, 'late.json'), JSON.stringify({ ...CONFIG, operators: { practice: { ...CONFIG.operators.practice, domain } } }));
  const { status, stdout } = await new Promise<{ status: number; stdout: string }>((resolve) => {
    execFile(process.execPath, [cli, 'scan', site.origin, '--config', join(folder, 'late.json'), '--browser', '--json'], { encoding: 'utf8' }, (error, out) => resolve({ status: Number(error?.code ?? 0), stdout: out }));
  });
  const { requests } = JSON.parse(stdout) as { requests: { url: string; type: string }[] };
  expect(status).toBe(1);
  expect(requests.map(({ url, type }) => `${type} ${new URL(url).pathname}`).toSorted()).toEqual(['Document /far-below', 'Document /late']);
  expect(asked).toEqual([]);
  await site.close();
  await meeting.close();
});

test('all are found, mended, and found no more; and the pages work with the gate', async ({ page, context, foreign }) => {
  test.setTimeout(90_000);
  const before = scan();
  expect([before.code, new Set(before.findings.map(({ file }) => file)).size]).toEqual([1, 20]);
  scan('--fix');
  expect(scan()).toMatchObject({ code: 0, findings: [] });
  const names = readdirSync(join(folder, 'site'));
  await context.route('**/site/*.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(join(folder, new URL(route.request().url()).pathname)) }));
  for (const name of names) {
    foreign.clear();
    await openAsking(page, `/site/${name}`);
    expect(foreign.requests, name).toEqual([]);
  }
  // One of each kind to its meeting.
  for (const index of [1, 2, 3, 4, 5]) {
    await page.goto(`/site/page-${index}.html`);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await acceptUntilLive(page);
    await expectState(page, 'live');
  }
});

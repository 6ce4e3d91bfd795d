import { execFile } from 'node:child_process';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOOPBACK } from '../test/support/loopback-certificate.js';
import { expect, test } from './support/fixtures.js';

/** The built command audits a server over https, and the report that it writes asks nobody. */

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const CONFIG = "var config = { hosts: { domain: 'localhost' }, p2p: { enabled: true, stunServers: [{ urls: 'stun:stun.l.google.com:19302' }] }, recordingService: { enabled: true } };";

const run = (...args: readonly string[]): Promise<{ code: number; out: string }> => new Promise((resolve) => {
  execFile(process.execPath, [cli, 'audit', ...args], { encoding: 'utf8' }, (error, out) => resolve({ code: Number(error?.code ?? 0), out }));
});

test('a server is audited over https, and the report is a page that asks nobody', async ({ page, foreign }) => {
  const server = createServer(LOOPBACK, ({ url }, response) => {
    if (url === '/external_api.js') return void response.writeHead(200, { 'content-type': 'application/javascript' }).end('var JitsiMeetExternalAPI;');
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Jitsi Meet</title><script>${CONFIG}</script><script src="libs/app.bundle.min.js?v=9008"></script>`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const folder = await mkdtemp(join(tmpdir(), 'jitsi-gate-audit-'));
  const { code, out } = await run(`https://localhost:${(server.address() as AddressInfo).port}`, '--insecure', '--html', join(folder, 'report.html'));
  expect(code).toBe(1);
  expect(out).toContain('high recordings.requireConsent: absent, so false');
  await page.goto(`file://${join(folder, 'report.html')}`);
  await expect(page.getByRole('heading', { name: 'Audit of localhost' })).toBeVisible();
  await expect(page.getByText('stun.l.google.com').first()).toBeVisible();
  expect(foreign.requests).toEqual([]);
  await writeFile(join(folder, 'config.js'), CONFIG);
  expect((await run(join(folder, 'config.js'), '--json')).code).toBe(1);
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

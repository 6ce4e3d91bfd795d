import { type Server, createServer } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, test } from 'playwright/test';
import { launch } from 'puppeteer-core';
import { startSite } from './support/site-server.js';

const CONFIG = { privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } };
const FIRST = `<!doctype html><html lang="en"><meta charset="utf-8"><title>First</title><a id="on" href="/auto.html">On</a>
<script type="speculationrules">{ "prerender": [{ "source": "list", "urls": ["/auto.html"], "eagerness": "immediate" }] }</script>`;
const AUTO = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Auto</title>
<script type="application/json" id="jitsi-gate-config">${JSON.stringify(CONFIG)}</script><script defer src="/assets/jitsi-gate.js"></script>
<div data-jitsi-room="secret-room-x8k2pq9z" data-jitsi-start="auto"><p>Call us</p></div>`;
const STATE = "document.querySelector('jitsi-gate')?.getAttribute('state')";
const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** Takes the place of a meeting server and counts who comes. */
async function countVisits(): Promise<{ readonly port: number; visits: number; server: Server }> {
  const counted = { port: 0, visits: 0, server: createServer((socket) => void (counted.visits += 1, socket.destroy())) };
  await new Promise<void>((resolve) => void counted.server.listen(0, '127.0.0.1', resolve));
  const address = counted.server.address();
  return Object.assign(counted, { port: typeof address === 'object' ? address?.port : 0 });
}

// A browser whose requests a test looks at prerenders nothing, so nobody looks here: who comes to the meeting server is counted there.
test('a page that is rendered before it is shown loads no meeting, also with a remembered yes and `start: auto`; shown, it does', async () => {
  const root = await mkdtemp(join(tmpdir(), 'jitsi-gate-prerendered-'));
  await writeFile(join(root, 'first.html'), FIRST);
  await writeFile(join(root, 'auto.html'), AUTO);
  const prerendered: string[] = [];
  const site = await startSite({
    root,
    mounts: { '/assets/': DIST },
    intercept({ url, headers }) {
      if (String(headers['sec-purpose']).includes('prerender')) prerendered.push(url ?? '');
      return false;
    },
  });
  const meeting = await countVisits();
  const executablePath = process.env['PLAYWRIGHT_CHROMIUM'] ?? chromium.executablePath();
  const browser = await launch({
    executablePath,
    args: ['--no-sandbox', `--host-resolver-rules=MAP meet.example.eu 127.0.0.1:${meeting.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/auto.html`);
    await page.waitForFunction(`${STATE} === 'asking'`);
    await page.evaluate(`JitsiGate.ready.then((gate) => gate.grant('practice', { source: 'api', name: 'a test' }))`);
    await page.waitForFunction(`${STATE} === 'ready'`);
    expect(meeting.visits).toBe(0);
    await page.goto(`${site.origin}/first.html`);
    // The last of what a page with a remembered yes fetches by itself.
    await expect.poll(() => prerendered.join(' ')).toContain('/before-choice-');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(meeting.visits).toBe(0);
    await page.click('#on');
    // What is shown takes the page's place, which must not be asked in between.
    const shown = (): Promise<unknown> => page.evaluate(`location.pathname === '/auto.html' && performance.getEntriesByType('navigation')[0].activationStart`).catch(() => undefined);
    await expect.poll(shown).toBeGreaterThan(0);
    await expect.poll(() => meeting.visits).toBeGreaterThan(0);
  } finally {
    await browser.close();
    await site.close();
    meeting.server.close();
    await rm(root, { recursive: true });
  }
});

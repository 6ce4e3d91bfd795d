import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from 'playwright/test';
import { WEB_SERVERS, findServer } from '../test/support/web-server-programs.js';
import { acceptUntilLive, expectState, openAsking, partOf, readDecision } from './support/gate.js';
import type { RunningServer } from './support/listen.js';
import { startSite } from './support/site-server.js';
import { startStandIn } from './support/stand-in-server.js';
import { noteViolations } from './support/violations.js';
import { startWebServer } from './support/web-servers.js';

/** The way of a new owner: from the desk, without a line of their own, to a page on a real web server, and a visitor on it. */

const desk = fileURLToPath(new URL('../dist/desk/', import.meta.url));

/** Ends every server that a test has started, however it went. */
const test = base.extend<{ ending: <Server extends RunningServer>(server: Promise<Server>) => Promise<Server> }>({
  ending: async ({}, use) => {
    const servers: RunningServer[] = [];
    await use(async (starting) => {
      const server = await starting;
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.close();
  },
});

const outputOf = (page: Page, file: string): Promise<string> => page.locator(`.output[data-file="${file}"] textarea`).inputValue();

/** Answers what the desk asks, for a server, and takes along what it gives. */
async function goToDesk(page: Page, domain: string, headersFor: string): Promise<{ markup: string; headers: string }> {
  const field = (name: string) => page.locator(`[name="${name}"]`);
  await field('preset').selectOption('house');
  await field('domain').fill(domain);
  await field('name').fill('Praxis am Münster');
  await field('country').selectOption('DE');
  await field('site').fill('Praxis am Münster');
  await field('privacyUrl').fill('/privacy');
  await field('alternatives.label').fill('Call us');
  await field('alternatives.url').fill('tel:+49761000');
  await field('headersFor').selectOption(headersFor);
  return { markup: await outputOf(page, 'meeting.html'), headers: await outputOf(page, 'headers.txt') };
}

for (const server of WEB_SERVERS.filter(findServer)) {
  test(`from the desk to a page on ${server}: nothing before a yes, a meeting after it, gone when it is withdrawn, and nothing refused`, async ({ page, context, ending }) => {
    const asked: string[] = [];
    const standIn = await ending(startStandIn({ onRequest: (path) => void asked.push(path) }));
    await page.goto((await ending(startSite({ root: desk }))).origin);
    const domain = new URL(standIn.origin).host.replace('127.0.0.1', 'localhost');
    const { markup, headers } = await goToDesk(page, domain, server);
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Meeting</title>${markup}`;
    const site = await ending(startWebServer(server, { headers, html }));
    const visitor = await context.newPage();
    const violations = await noteViolations(visitor);
    await openAsking(visitor, `${site.origin}/`);
    expect((await visitor.request.get(`${site.origin}/`)).headers()['content-security-policy']).toContain("default-src 'none'");
    expect(asked).toEqual([]);
    await acceptUntilLive(visitor, { remember: true });
    expect(asked[0]).toMatch(/^\/external_api\.js/);
    expect(await readDecision(visitor, domain)).toMatchObject({ decision: 'granted', scope: 'remembered' });
    await partOf(visitor, 'withdraw').click();
    await expectState(visitor, 'asking');
    await expect.poll(() => visitor.frames().length).toBe(1);
    expect(await readDecision(visitor, domain)).toMatchObject({ decision: 'withdrawn' });
    expect(await violations()).toEqual([]);
  });
}

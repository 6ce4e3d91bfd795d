import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { expect, test as base } from './support/fixtures.js';
import { expectState, gateLines, gateOf, listenToConsole, openAsking, partOf, press } from './support/gate.js';
import { listen } from './support/listen.js';
import { type MadeOperator, type MadePage, PRACTICE } from './support/made-site.js';
import { makeStrictPage } from './support/strict-site.js';

const HIJACK = 'window.hijacked = true;';

interface Servers {
  /** What the owner configured; answers everything with a redirect to the other. */
  readonly operator: string;
  /** Serves a script, and lets every page read it. */
  readonly other: string;
  /** Paths that the other was asked for. */
  readonly asked: readonly string[];
}

/** Real servers: whether a redirect is followed is the browser's own doing, with nothing in between. */
const test = base.extend<{ servers: Servers }>({
  servers: async ({ foreign }, use) => {
    const asked: string[] = [];
    const other = await listen(createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*').setHeader('content-type', 'text/javascript').end(HIJACK);
    }), 0);
    const location = `${other.origin}/hijack.js`;
    const operator = await listen(createServer((_request, response) => response.writeHead(302, { location, 'access-control-allow-origin': '*' }).end()), 0);
    for (const { origin } of [operator, other]) foreign.respond(origin, { pass: true });
    await use({ operator: operator.origin, other: other.origin, asked });
    await Promise.all([operator.close(), other.close()]);
  },
});

// A page that a test hands to the browser counts as one from the internet, which has to ask for this.
test.use({ permissions: ['local-network-access'] });

const configOf = (origin: string, more: MadeOperator = {}): MadePage => ({
  config: { operators: { practice: { ...PRACTICE, domain: new URL(origin).host, ...more } } },
});

test.describe('a server that redirects its script to another host', () => {
  test('is refused by a policy with hosts only; the console says that it redirected, and not to add what is there', async ({ page, context, servers }) => {
    const { operator, asked } = servers;
    const lines = listenToConsole(page);
    await openAsking(page, await makeStrictPage(context, `default-src 'none'; script-src 'self' ${operator}; frame-src ${operator}`, configOf(operator)));
    await press(page, 'accept');
    await expectState(page, 'failed');
    await expect(gateOf(page).getByRole('alert')).toHaveText('The settings of this website do not let the meeting in. Please tell Example practice.');
    await expect(partOf(page, 'retry')).toHaveCount(0);
    const redirected = `the page's Content-Security-Policy refuses the script of ${operator}; script-src admits it, so that server redirected to another one, which was rightly refused`;
    const ofPolicy = gateLines(lines).filter((line) => !line.includes('[jitsi-gate] loopback: '));
    expect(ofPolicy.toSorted()).toEqual([`error: [jitsi-gate] policy: ${redirected}`, `warning: [jitsi-gate] csp: ${redirected}`]);
    expect(asked).toEqual([]);
  });

  test('gains nothing where the script is pinned: what comes instead never runs', async ({ page, context, servers }) => {
    const { operator, asked } = servers;
    const integrity = `sha384-${createHash('sha384').update('the script that was pinned').digest('base64')}`;
    await openAsking(page, await makeStrictPage(context, `frame-src ${operator}`, configOf(operator, { integrity })));
    await press(page, 'accept');
    await expectState(page, 'failed');
    expect(asked).toEqual(['/hijack.js']);
    expect(await page.evaluate(() => 'hijacked' in window)).toBe(false);
  });
});

test('the redirect of these tests is a real one: what it leads to runs in a page without a policy', async ({ page, context, servers }) => {
  await page.goto(await makeStrictPage(context, '', { body: '' }));
  await page.evaluate((src) => document.head.append(Object.assign(document.createElement('script'), { src })), `${servers.operator}/external_api.js`);
  await expect.poll(() => page.evaluate(() => 'hijacked' in window)).toBe(true);
});

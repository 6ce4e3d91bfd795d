import type { Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, openAsking, OPERATOR, press } from './support/gate.js';
import { type MadePage, makePage, PLACEHOLDER } from './support/made-site.js';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoiKiJ9.c2lnbmF0dXJl';
const JAAS = { operators: { jaas: { domain: '8x8.vc', appId: 'vpaas-magic-cookie-1' } } };

/** What the console says of a page from its start until its owner's checks are done. */
async function linesOf(page: Page, made: MadePage): Promise<string[]> {
  const lines = listenToConsole(page);
  const checked = page.waitForEvent('requestfinished', (request) => /\/owner-[\w-]+\.js$/.test(request.url()));
  await openAsking(page, await makePage(page.context(), made));
  await checked;
  await page.evaluate(() => Reflect.get(window, 'JitsiGate').ready.then(() => new Promise((resolve) => setTimeout(resolve, 50))));
  return gateLines(lines);
}

const meta = (policy: string): string => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
const adviceOf = (lines: readonly string[]): string[] => lines.flatMap((line) => /add the directive (.+) and leave ([\w-]+) as it is$/.exec(line)?.slice(1, 3) ?? []);

test.describe('a policy that has a wide directive', () => {
  for (const [policy, wide] of [
    ["default-src 'self'", 'default-src'],
    ["default-src 'self'; script-src 'self' https://meet.example.eu", 'default-src'],
    ["default-src 'self'; script-src-elem 'self' https://meet.example.eu; child-src 'self'", 'child-src'],
  ] as const) {
    test(`is told the directives to add, with which a meeting runs, and ${wide} stays: ${policy}`, async ({ page, context, foreign }) => {
      const advice = adviceOf(await linesOf(page, { head: meta(policy), isBare: true }));
      await foreign.expectSilence();
      const directives = advice.filter((_, index) => index % 2 === 0);
      expect(directives.map((directive) => directive.split(' ')[0])).toEqual(policy.includes('https:') ? ['frame-src'] : ['script-src', 'frame-src']);
      expect(advice.filter((_, index) => index % 2 === 1)).toEqual(directives.map(() => wide));
      // What is advised is enough, and keeps what the page had.
      const mended = [policy, ...directives].join('; ');
      await openAsking(page, await makePage(context, { head: meta(mended), isBare: true }));
      await acceptUntilLive(page);
    });
  }

  test('in a header is told so when it refuses the script, and then the frame', async ({ page, context }) => {
    const lines = listenToConsole(page);
    const headers = { 'content-security-policy': "default-src 'self'" };
    for (const [added, directive] of [['', `script-src 'self' ${OPERATOR}`], [`; script-src 'self' ${OPERATOR}`, `frame-src 'self' ${OPERATOR}`]]) {
      await openAsking(page, await makePage(context, { isBare: true, headers: { 'content-security-policy': headers['content-security-policy'] + added } }));
      await press(page, 'accept');
      await expectState(page, 'failed');
      expect(gateLines(lines).join('\n')).toContain(`add the directive ${directive} and leave default-src as it is`);
    }
  });

  test('that is a sandbox is told which word it lacks', async ({ page, context }) => {
    // A page without an origin may read its own site's files only where they say so.
    await context.route('**/assets/**', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
    });
    const headers = { 'content-security-policy': 'sandbox allow-scripts allow-forms' };
    expect((await linesOf(page, { headers, config: { storage: 'memory', diagnostics: 'always' }, script: 'src="/assets/jitsi-gate.js" crossorigin' })).join('\n')).toMatch(/csp: no meeting in this page can work, .*lacks allow-same-origin/);
  });
});

test.describe('JaaS without a token', () => {
  const told = /^warning: \[jitsi-gate\] jaas: 8x8\.vc lets visitors in by a token .*set getToken$/;

  test('is told once, before anybody agrees', async ({ page, foreign }) => {
    expect(await linesOf(page, { config: JAAS })).toEqual([expect.stringMatching(told)]);
    await foreign.expectSilence();
  });

  for (const [title, made] of [
    ['a callback that stands before the script tag', { head: `<script>window.JitsiGateCallbacks = { getToken: async () => '${TOKEN}' };</script>` }],
    ['a callback that comes after it', { body: `${PLACEHOLDER}<script type="module">await 0; window.JitsiGateCallbacks = { getToken: () => '${TOKEN}' };</script>` }],
    ['a property of the gate', { body: `<jitsi-gate room="secret-room-x8k2pq9z"></jitsi-gate><script type="module">document.querySelector('jitsi-gate').jwt = '${TOKEN}';</script>` }],
  ] as const) {
    test(`is not told where ${title} gives one, which the meeting gets after the yes`, async ({ page, foreign }) => {
      expect(await linesOf(page, { config: JAAS, ...made })).toEqual([]);
      await foreign.expectSilence();
      await acceptUntilLive(page);
      expect(await (await meetingFrame(page)).evaluate(() => window.standIn?.params)).toMatchObject({ jwt: TOKEN });
    });
  }

  test('is told where only an element has the name of the callbacks', async ({ page }) => {
    expect(await linesOf(page, { config: JAAS, body: `${PLACEHOLDER}<form id="JitsiGateCallbacks"><input name="getToken"></form>` })).toEqual([expect.stringMatching(told)]);
  });
});

import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, OPERATOR, openAsking, press } from './support/gate.js';
import { type MadePage, makePage, PLACEHOLDER } from './support/made-site.js';

/** What is printed by a page that is made so, from its start on; all hints of the start are there. */
async function openMade(page: Page, made: MadePage = {}): Promise<() => string[]> {
  const lines = listenToConsole(page);
  const loaded = page.waitForEvent('requestfinished', (request) => /\/owner-[\w-]+\.js$/.test(request.url()));
  await openAsking(page, await makePage(page.context(), made));
  await loaded;
  // The module runs.
  await page.evaluate(() => Reflect.get(window, 'JitsiGate').ready.then(() => new Promise((resolve) => setTimeout(resolve))));
  return () => gateLines(lines);
}

const policy = (text: string): MadePage => ({ headers: { 'permissions-policy': text } });

test.describe('a page that keeps nothing from a meeting', () => {
  test('prints nothing, from the first look through a meeting to the withdrawal', async ({ page, foreign }) => {
    const lines = await openMade(page);
    await foreign.expectSilence();
    await acceptUntilLive(page);
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    expect(lines()).toEqual([]);
  });

  test('prints nothing where its headers let the operator in', async ({ page }) => {
    const lines = await openMade(page, {
      headers: {
        'permissions-policy': `camera=(self "${OPERATOR}"), microphone=*`,
        'content-security-policy': `script-src 'self' ${OPERATOR}; frame-src ${OPERATOR}`,
      },
    });
    await acceptUntilLive(page);
    expect(lines()).toEqual([]);
  });
});

test.describe('camera and microphone', () => {
  for (const [header, names] of [
    ['camera=(), microphone=()', 'camera and microphone'],
    ['camera=(self), microphone=(self)', 'camera and microphone'],
    [`camera=(self "${OPERATOR}"), microphone=()`, 'microphone'],
  ] as const) {
    test(`that Permissions-Policy: ${header} forbids are named with the header to send`, async ({ page, foreign }) => {
      const lines = await openMade(page, policy(header));
      await expect.poll(lines).toEqual([expect.stringMatching(`^warning: \\[jitsi-gate\\] permissions-policy: ${names} cannot be used`)]);
      expect(lines()[0]).toContain(`microphone=(self "${OPERATOR}")`);
      await foreign.expectSilence();
    });
  }

  test('that the frame around the page keeps are named with its attribute', async ({ page }) => {
    const lines = listenToConsole(page);
    await makePage(page.context());
    const body = '<iframe width="800" height="700" src="/made.html" allow="camera \'none\'; microphone \'none\'"></iframe>';
    await page.goto(await makePage(page.context(), { path: '/outer.html', body }));
    await expect.poll(() => gateLines(lines)).toEqual([expect.stringContaining('allow="camera; microphone"')]);
  });

  test('that a page without https cannot have are named', async ({ page, site }) => {
    const lines = listenToConsole(page);
    const [path, insecure] = [await makePage(page.context(), { config: { diagnostics: 'always' } }), 'http://practice.example'];
    const html = await page.goto(path).then((response) => response?.text());
    await page.context().route(`${insecure}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === path) return route.fulfill({ contentType: 'text/html', body: html ?? '' });
      return route.fulfill({ response: await route.fetch({ url: site.origin + pathname }) });
    });
    await page.goto(insecure + path);
    await expect.poll(() => gateLines(lines)).toEqual([expect.stringMatching(/insecure: .* over https$/)]);
  });
});

test.describe('a Content-Security-Policy that refuses the operator', () => {
  const refusal = (need: string, directive: string, remedy = `add ${OPERATOR} to ${directive}`): string =>
    `warning: [jitsi-gate] csp: the page's Content-Security-Policy refuses the ${need} of ${OPERATOR}; ${remedy}`;

  test('in the markup is named before anybody agrees', async ({ page, foreign }) => {
    const head = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\' \'unsafe-inline\'; child-src \'none\'">';
    const lines = await openMade(page, { head });
    await expect.poll(lines).toEqual([refusal('script', 'script-src'), refusal('frame', 'child-src', `add the directive frame-src ${OPERATOR} and leave child-src as it is`)]);
    await foreign.expectSilence();
  });

  test('in a header is named when it refuses the script', async ({ page }) => {
    const lines = await openMade(page, { headers: { 'content-security-policy': "script-src 'self'" } });
    expect(lines()).toEqual([]);
    await press(page, 'accept');
    await expectState(page, 'failed');
    await expect.poll(lines).toContain(refusal('script', 'script-src'));
  });

  test('in a header is named when it refuses the frame', async ({ page }) => {
    const lines = await openMade(page, { headers: { 'content-security-policy': `default-src 'self' ${OPERATOR}; style-src *; frame-src 'self'` } });
    await press(page, 'accept');
    await expect.poll(lines).toContain(refusal('frame', 'frame-src'));
  });
});

test('a page that is cross-origin isolated is told which headers the server lacks, and indeed no meeting starts', async ({ page }) => {
  const lines = await openMade(page, {
    config: { timeout: 1500 },
    headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  });
  await expect.poll(lines).toEqual([expect.stringMatching(/coep: .*Cross-Origin-Resource-Policy: cross-origin/)]);
  const refused = page.waitForEvent('requestfailed', (request) => request.url().startsWith(OPERATOR));
  await press(page, 'accept');
  expect((await refused).failure()?.errorText).toContain('ERR_BLOCKED_BY_RESPONSE');
  await expectState(page, 'failed');
});

test.describe('what contacts the operator without the gate', () => {
  const leak = (what: string): unknown => expect.stringMatching(`^error: \\[jitsi-gate\\] leak: ${what} of this page contacts ${OPERATOR} before any choice; `);

  for (const [title, what, markup] of [
    ['a live iframe', 'an iframe', `<iframe src="${OPERATOR}/secret-room"></iframe>`],
    ['a live iframe inside a placeholder', 'an iframe', `<div data-jitsi-room="secret-room-x8k2pq9z"><iframe src="${OPERATOR}/secret-room"></iframe></div>`],
    ['the server’s script', 'a script', `<script src="${OPERATOR}/external_api.js"></script>`],
    ['a hint', 'a link rel="preconnect"', `<link rel="preconnect" href="${OPERATOR}">`],
    ['speculation rules', 'a script of speculation rules', `<script type="speculationrules">{"prefetch":[{"urls":["${OPERATOR}/secret-room"]}]}</script>`],
  ] as const) {
    test(`is reported: ${title}`, async ({ page }) => {
      const lines = listenToConsole(page);
      await page.goto(await makePage(page.context(), { body: PLACEHOLDER + markup }));
      await expect.poll(() => gateLines(lines)).toEqual([leak(what)]);
      expect(gateLines(lines).join()).not.toContain('secret');
    });
  }

  test('is reported, once, when another script adds it, and after a meeting of ours has been here', async ({ page }) => {
    const lines = await openMade(page);
    await acceptUntilLive(page);
    expect(lines()).toEqual([]);
    await page.evaluate((src) => {
      for (const room of ['a', 'b']) document.body.append(Object.assign(document.createElement('iframe'), { src: `${src}/${room}` }));
    }, OPERATOR);
    await expect.poll(lines).toEqual([leak('an iframe')]);
  });

  test('is reported when a frame loses the text that stood in for its address, and indeed it is fetched then', async ({ page, foreign }) => {
    const lines = await openMade(page, { body: `${PLACEHOLDER}<iframe id="framed" srcdoc="<p>x" src="${OPERATOR}/secret-room"></iframe>` });
    await foreign.expectSilence();
    await page.evaluate(() => document.querySelector('#framed')?.removeAttribute('srcdoc'));
    await expect.poll(lines).toEqual([leak('an iframe')]);
    await expect.poll(() => foreign.requests.map(({ resourceType }) => resourceType)).toEqual(['document']);
  });

  test('is reported when an empty script of rules gets its text', async ({ page }) => {
    const lines = await openMade(page, { body: `${PLACEHOLDER}<script id="rules" type="speculationrules"></script>` });
    expect(lines()).toEqual([]);
    await page.evaluate((url) => document.querySelector('#rules')?.append(`{"prefetch":[{"urls":["${url}/secret-room"]}]}`), OPERATOR);
    await expect.poll(lines).toEqual([leak('a script of speculation rules')]);
  });

  test('is looked for no more after destroy()', async ({ page }) => {
    const lines = await openMade(page);
    await page.evaluate(async (src) => {
      (await Reflect.get(window, 'JitsiGate').ready).destroy();
      // The end of the watch and the observer's turn are both over before the next task.
      await new Promise((resolve) => setTimeout(resolve));
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
      await new Promise((resolve) => setTimeout(resolve));
    }, OPERATOR);
    expect(lines()).toEqual([]);
  });
});

import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import type { Foreign } from './support/foreign.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, OPERATOR, press } from './support/gate.js';
import { CLUB, type MadePage, makePage, PLACEHOLDER, PRACTICE } from './support/made-site.js';

/** Another declared operator, to which nobody agrees here: what is fetched of it last is told last. */
const OTHER = 'https://other.example.org';
const SECRET = `${OPERATOR}/of-the-page/secret`;
const config = { operators: { practice: PRACTICE, club: CLUB }, defaultOperator: 'practice' };
const run = (code: string): string => `<script>${code}</script>`;
const told = (by: string, origin = OPERATOR): string => `error: [jitsi-gate] leak: a request (${by}) of this page contacts ${origin} before any choice; remove it`;

/** Opens a made page whose foreign servers answer with nothing; gives what the gate has told. */
async function open(page: Page, foreign: Foreign, made: MadePage): Promise<() => string[]> {
  foreign.respond('/of-the-page/', { status: 200, body: 'x', headers: { 'access-control-allow-origin': '*' } });
  const lines = listenToConsole(page);
  await page.goto(await makePage(page.context(), { config, ...made, body: PLACEHOLDER + (made.body ?? '') }));
  await expectState(page, 'asking');
  return () => gateLines(lines);
}

const fetchLater = (page: Page, url: string): Promise<void> => page.evaluate((src) => void Object.assign(new Image(), { src }), url);

/** Waits until everything that was fetched up to now has been told, by fetching one thing more that is told. */
async function expectOnly(page: Page, lines: () => string[], expected: readonly unknown[]): Promise<void> {
  await fetchLater(page, `${OTHER}/of-the-page/last`);
  await expect.poll(lines).toContain(told('img', OTHER));
  expect(lines()).toEqual([...expected, told('img', OTHER)]);
}

/** Waits until the browser lists the address as fetched. */
async function untilListed(page: Page, url = SECRET): Promise<void> {
  await page.waitForFunction((start) => performance.getEntriesByType('resource').some(({ name }) => name.startsWith(start)), url);
}

test.describe('what the page has fetched of an operator is told, without its address:', () => {
  for (const [title, by, made] of [
    ['by a Link header that preloads', 'link', { headers: { link: `<${SECRET}>; rel=preload; as=image` } }],
    ['by a Link header that prefetches', 'link', { headers: { link: `<${SECRET}>; rel=prefetch` } }],
    ['by a Link header that preloads a module', 'script', { headers: { link: `<${SECRET}>; rel=modulepreload` } }],
    ['by a stylesheet', 'link', { head: `<link rel="stylesheet" href="${SECRET}">` }],
    ['by a preload of several sizes', 'link', { head: `<link rel="preload" as="image" imagesrcset="${SECRET} 1x">` }],
    ['by the address of a style', 'css', { head: `<style>body { background: url(${SECRET}) }</style>` }],
    ['by the import of a style', 'css', { head: `<style>@import url(${SECRET});</style>` }],
    ['by a font', 'css', { head: `<style>@font-face { font-family: x; src: url(${SECRET}) } h1 { font-family: x }</style>` }],
    ['by images, once', 'img', { body: `<img alt="" src="${SECRET}/a"><img alt="" src="${SECRET}/b">` }],
    ['by an image in a closed shadow root', 'img', { body: `<p id="host"></p>${run(`document.querySelector('#host').attachShadow({ mode: 'closed' }).innerHTML = '<img src="${SECRET}">'`)}` }],
    ['by a drawing', 'image', { body: `<svg><image href="${SECRET}"/></svg>` }],
    ['by a button that is an image', 'input', { body: `<input type="image" alt="x" src="${SECRET}">` }],
    ['by a video', 'video', { body: `<video src="${SECRET}"></video>` }],
    ['by an object', 'object', { body: `<object data="${SECRET}"></object>` }],
    ['by fetch()', 'fetch', { body: run(`fetch('${SECRET}').then((answer) => answer.text())`) }],
    ['by XMLHttpRequest', 'xmlhttprequest', { body: run(`const x = new XMLHttpRequest(); x.open('GET', '${SECRET}'); x.send()`) }],
    ['by a beacon', 'beacon', { body: run(`navigator.sendBeacon('${SECRET}')`) }],
    ['by a script that is gone', 'script', { body: run(`const s = document.createElement('script'); s.src = '${SECRET}'; document.head.append(s); s.remove()`) }],
    ['by import()', 'script', { body: run(`import('${SECRET}').catch(() => 0)`) }],
  ] as const) {
    test(title, async ({ page, foreign }) => {
      const lines = await open(page, foreign, made);
      await expect.poll(lines).toEqual([told(by)]);
      await expectOnly(page, lines, [told(by)]);
      expect(lines().join()).not.toContain('secret');
    });
  }

  test('also what a script fetches later', async ({ page, foreign }) => {
    const lines = await open(page, foreign, {});
    await fetchLater(page, SECRET);
    await expect.poll(lines).toEqual([told('img')]);
  });
});

test.describe('told as an element is', () => {
  for (const [what, markup] of [
    ['a link rel="preload"', `<link rel="preload" as="image" href="${SECRET}">`],
    ['a link rel="modulepreload"', `<link rel="modulepreload" href="${SECRET}">`],
    ['a script', `<script src="${SECRET}"></script>`],
    ['an iframe', `<iframe src="${SECRET}"></iframe>`],
  ] as const) {
    test(`${what}, and not once more as what it fetched`, async ({ page, foreign }) => {
      const lines = await open(page, foreign, { body: markup });
      await untilListed(page);
      await expectOnly(page, lines, [expect.stringContaining(`leak: ${what} of this page contacts ${OPERATOR} `)]);
    });
  }
});

test.describe('nothing is told', () => {
  const markup = `<img alt="" src="${SECRET}/a"><style>@import url(${SECRET}/b); body { background: url(${SECRET}/c) }</style><svg><image href="${SECRET}/d"/></svg>`;
  const policy = `default-src 'self' 'unsafe-inline'; img-src 'self' ${OTHER}`;
  for (const [where, made] of [
    ['a header', { headers: { 'content-security-policy': policy, link: `<${SECRET}/e>; rel=preload; as=script` } }],
    ['the markup', { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">` }],
  ] as const) {
    test(`of what a policy in ${where} refused, though the browser lists it`, async ({ page, foreign }) => {
      const lines = await open(page, foreign, { ...made, body: markup });
      await untilListed(page);
      await expectOnly(page, () => lines().filter((line) => !line.includes(' csp: ')), []);
      expect(new Set(foreign.requests.filter(({ url }) => url.startsWith(OPERATOR)).map(({ failure }) => failure))).toEqual(new Set(['csp']));
    });
  }

  test('of servers that nobody declared', async ({ page, foreign }) => {
    const elsewhere = 'https://framatalk.org/of-the-page/x';
    const lines = await open(page, foreign, { body: `<img alt="" src="${elsewhere}">` });
    await untilListed(page, elsewhere);
    await expectOnly(page, lines, []);
  });

  for (const mode of ['api', 'frame']) {
    test(`of the gate's own meeting, nor of what the site fetches of that operator since the yes (mode: ${mode})`, async ({ page, foreign }) => {
      const lines = await open(page, foreign, { config: { ...config, mode } });
      await acceptUntilLive(page);
      await untilListed(page, OPERATOR);
      await fetchLater(page, SECRET);
      await untilListed(page);
      await press(page, 'withdraw');
      await expectState(page, 'asking');
      await fetchLater(page, `${SECRET}/after`);
      await untilListed(page, `${SECRET}/after`);
      await expectOnly(page, lines, []);
    });
  }

  test('of an operator to which the visitor agreed on an earlier visit', async ({ page, foreign }) => {
    await open(page, foreign, { body: '' });
    await acceptUntilLive(page, { remember: true });
    const lines = listenToConsole(page);
    await page.goto(await makePage(page.context(), { config, body: `${PLACEHOLDER}<img alt="" src="${SECRET}">` }));
    await expectState(page, 'ready');
    await untilListed(page);
    await expectOnly(page, () => gateLines(lines), []);
  });

  for (const name of ['PerformanceObserver', 'ReportingObserver']) {
    test(`where another script took ${name} away, and the meeting runs`, async ({ page, foreign }) => {
      const lines = await open(page, foreign, { head: run(`window.${name} = undefined`), body: `<img alt="" src="${SECRET}">` });
      await untilListed(page);
      await acceptUntilLive(page);
      expect(lines()).toEqual([]);
    });
  }
});

const rules = (json: string): string => `<script type="speculationrules">{"prefetch":[${json}]}</script>`;
const inShadow = (markup: string): string => `<p id="host"></p>${run(`document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '${markup}'`)}`;

test.describe('not seen, as the docs say, though it is fetched:', () => {
  for (const [title, made] of [
    ['a frame in a shadow root', { body: inShadow(`<iframe src="${SECRET}"></iframe>`) }],
    ['what another frame fetches', { body: `<iframe srcdoc="<img src='${SECRET}'>"></iframe>` }],
    ['a frame that goes there itself', { body: `<iframe id="f"></iframe>${run(`document.querySelector('#f').contentWindow.location = '${SECRET}'`)}` }],
    ['what a worker fetches', { body: run(`new Worker(URL.createObjectURL(new Blob(["fetch('${SECRET}')"])))`) }],
    ['a WebSocket', { body: run(`new WebSocket('${SECRET.replace('https', 'wss')}')`) }],
    ['an EventSource', { body: run(`new EventSource('${SECRET}')`) }],
    ['a redirect from the site', { body: '<img alt="" src="/redirected.png">' }],
    ['what other scripts have cleared from the list', { head: `<img alt="" src="${SECRET}" onload="performance.clearResourceTimings()" onerror="performance.clearResourceTimings()">` }],
  ] as const) {
    test(title, async ({ page, foreign }) => {
      await page.context().route('**/redirected.png', (route) => route.fulfill({ status: 302, headers: { location: SECRET } }));
      const lines = await open(page, foreign, made);
      await expect.poll(() => foreign.requests.some(({ url }) => url.includes('/of-the-page/'))).toBe(true);
      await expectOnly(page, lines, []);
    });
  }
});

test.describe('not seen, as the docs say, though its name is looked up:', () => {
  test.use({ profile: 'regular' });
  for (const [title, made] of [
    ['a Link header that connects', { headers: { link: `<${OPERATOR}>; rel=preconnect` } }],
    ['a Link header that looks up a name', { headers: { link: `<${OPERATOR}>; rel=dns-prefetch` } }],
    ['a hint in a shadow root', { body: inShadow(`<link rel="preconnect" href="${OPERATOR}">`) }],
    ['a Speculation-Rules header', { headers: { 'speculation-rules': '"/rules.json"' } }],
    ['rules that choose links instead of naming servers', { body: `<a href="${SECRET}">Room</a>${rules('{"where":{"selector_matches":"a"},"eagerness":"immediate"}')}` }],
  ] as const) {
    test(title, async ({ page, foreign }) => {
      const json = `{"prefetch":[{"urls":["${SECRET}"]}]}`;
      await page.context().route('**/rules.json', (route) => route.fulfill({ contentType: 'application/speculationrules+json', body: json }));
      const lines = await open(page, foreign, made);
      await expectOnly(page, lines, []);
      await expect.poll(async () => [...await foreign.lookups(), ...foreign.requests.map(({ url }) => new URL(url).hostname)]).toContain('meet.example.eu');
    });
  }
});

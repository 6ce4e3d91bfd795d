import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementCall } from '../src/facts/software/element-call.js';
import { whereby } from '../src/facts/software/whereby.js';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, press } from './support/gate.js';
import { makePage } from './support/made-site.js';

const packages = fileURLToPath(new URL('apps/node_modules/', import.meta.url));
const HOST = 'https://meet.example.eu';

test('Element Call’s own page runs in the gate’s frame, finds the room behind the #, and makes its guest account only after the yes', async ({ page, context, foreign }) => {
  const asked: string[] = [];
  const dist = join(packages, '@element-hq/element-call-embedded/dist');
  const operators = { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', software: 'element-call' } };
  await page.goto(await makePage(context, { config: { operators }, body: '<div data-jitsi-room="Round table"><p>Call us</p></div>' }));
  await expectState(page, 'asking');
  await foreign.expectSilence();
  // As an operator serves it: the app for every path, its files, and its configuration.
  await context.route(`${HOST}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(`${route.request().method()} ${pathname}`);
    // The package finds its files beside its page.
    const file = join(dist, pathname.replace(/^\/room\//, ''));
    if (pathname.endsWith('/config.json')) return route.fulfill({ json: { default_server_config: { 'm.homeserver': { base_url: HOST, server_name: 'meet.example.eu' } } } });
    if (extname(pathname) && existsSync(file)) return route.fulfill({ path: file });
    if (pathname.startsWith('/_matrix/')) return route.fulfill({ status: 404, json: { errcode: 'M_UNRECOGNIZED' } });
    return route.fulfill({ path: join(dist, 'index.html') });
  });
  await acceptUntilLive(page);
  await expect.poll(() => asked.join('\n')).toContain('POST /_matrix/client/v3/register');
  expect(asked[0]).toBe('GET /room/');
  expect(asked.filter((line) => /Round|table/i.test(line))).toEqual([]);
  // What the page has kept by now is on the list that visitors can read.
  const frame = page.frames().find((one) => one.url().startsWith(HOST));
  const kept = await frame?.evaluate(async () => [...Object.keys(localStorage), ...(await indexedDB.databases()).map(({ name = '' }) => name)]);
  const named = elementCall.stored.map(({ key }) => key);
  expect(kept?.length).toBeGreaterThan(0);
  expect(kept?.filter((key) => !named.some((name) => key === name || (name.endsWith('*') && key.startsWith(name.slice(0, -1)))))).toEqual([]);
  await press(page, 'withdraw');
  await expectState(page, 'asking');
  await expect.poll(() => foreignFrames(page)).toEqual([]);
});

test('Whereby’s own element asks for no permission and no address that the gate’s frame lacks', async ({ page, context }) => {
  await page.goto(await makePage(context, { body: '' }));
  await context.route('https://practice.whereby.com/**', (route) => route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }));
  await page.addScriptTag({ path: join(packages, '@whereby.com/browser-sdk/dist/cdn/v3-embed.js'), type: 'module' });
  const theirs = await page.evaluate(async () => {
    await customElements.whenDefined('whereby-embed');
    const element = document.createElement('whereby-embed');
    element.setAttribute('room', 'https://practice.whereby.com/front-desk');
    document.body.append(element);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const frame = (element.shadowRoot ?? element).querySelector('iframe');
    return { url: frame?.src ?? '', allow: frame?.allow ?? '' };
  });
  const ours = new URL(whereby.address?.({ origin: 'https://practice.whereby.com', room: 'front-desk', lang: 'de' }) ?? '');
  const { origin, pathname, searchParams } = new URL(theirs.url);
  expect([ours.origin, ours.pathname]).toEqual([origin, pathname]);
  for (const name of ['jsApi', 'iframeSource']) expect(ours.searchParams.get(name)).toBe(searchParams.get(name));
  expect(whereby.allow.toSorted()).toEqual(theirs.allow.split(';').map((feature) => feature.trim()).filter(Boolean).toSorted());
});

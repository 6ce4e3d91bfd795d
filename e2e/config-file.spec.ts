import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, gateOf, listenToConsole, openAsking, partOf } from './support/gate.js';
import { PRACTICE } from './support/made-site.js';
import { serveRaw } from './support/raw-page.js';

const FILE = '/jitsi-gate.config.json';
const CONFIG = JSON.stringify({ privacyUrl: '/privacy', site: 'From the file', operators: { practice: PRACTICE } });
const tag = (address: string, more = ''): string => `<script defer src="/assets/jitsi-gate.js" data-config="${address}" ${more}></script>`;

test.describe('a configuration in a file', () => {
  test.beforeEach(({ context }) => context.route(`**${FILE}`, (route) => route.fulfill({ contentType: 'application/json', body: CONFIG })));

  test('is that of every page: the gate asks, and the meeting loads', async ({ page, context }) => {
    const lines = listenToConsole(page);
    await openAsking(page, await serveRaw(context, { scripts: tag(FILE) }));
    await expect(gateOf(page)).toContainText('From the file loads it only if you agree');
    await acceptUntilLive(page);
    expect(gateLines(lines)).toEqual([]);
  });

  test('gives the settings to a page without a meeting, and is fetched only then', async ({ page, context }) => {
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.goto(await serveRaw(context, { scripts: tag(FILE), body: '<a href="#settings" data-jitsi-settings>Meetings</a>' }));
    await page.waitForLoadState('networkidle');
    expect(asked).not.toContain(FILE);
    await page.getByRole('link', { name: 'Meetings' }).click();
    await expect(page.getByRole('dialog')).toContainText('Example GmbH');
    expect(asked.filter((path) => path === FILE)).toHaveLength(1);
  });

  test('gives way to the JSON block, and both to the tag', async ({ page, context }) => {
    const block = '<script type="application/json" id="jitsi-gate-config">{"site": "From the block", "privacyUrl": "/from-block"}</script>';
    await openAsking(page, await serveRaw(context, { scripts: block + tag(FILE, 'data-privacy-url="/from-tag"') }));
    await expect(gateOf(page)).toContainText('From the block loads it');
    await expect(partOf(page, 'accept')).toHaveText('Load meeting from Example GmbH');
    await expect(gateOf(page).getByRole('link', { name: 'Privacy notice' })).toHaveAttribute('href', '/from-tag');
  });

  test('works for all-in-one files too', async ({ page, context }) => {
    await openAsking(page, await serveRaw(context, { scripts: tag(FILE).replace('jitsi-gate.js', 'jitsi-gate.single.js') }));
    await acceptUntilLive(page);
  });
});

const json = { contentType: 'application/json' };
const BAD: readonly (readonly [title: string, answer: object, found: RegExp])[] = [
  ['is not there', { status: 404, contentType: 'text/plain', body: 'no' }, /\/bad\.json \(data-config\): 404 text\/plain/],
  ['is a page', { contentType: 'text/html', body: '<!doctype html><p>Home' }, /\/bad\.json \(data-config\): 200 text\/html, SyntaxError/],
  ['is broken', { ...json, body: '{"operators": ' }, /\/bad\.json \(data-config\): 200 application\/json, SyntaxError/],
  ['is empty', { ...json, body: '' }, /\/bad\.json \(data-config\): 200 application\/json, SyntaxError/],
  ['is a list', { ...json, body: '[]' }, /\/bad\.json \(data-config\): 200 application\/json, which is no object/],
  ['is nothing', { ...json, body: 'null' }, /\/bad\.json \(data-config\): 200 application\/json, which is no object/],
  ['leads to another host', { status: 302, headers: { location: 'https://elsewhere.example/config.json' } }, /\/bad\.json \(data-config\): TypeError.*; it has to be a file of the page's own origin/],
];

for (const [title, answer, found] of BAD) {
  test(`a file that ${title} leaves the author’s content, and the console names it and what came`, async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await context.route('**/bad.json', (route) => route.fulfill(answer));
    await page.goto(await serveRaw(context, { scripts: tag('/bad.json') }));
    await expect.poll(() => gateLines(lines).join('\n')).toMatch(/config: data-config: expected a file with an object of JSON, found /);
    expect(gateLines(lines).join('\n')).toMatch(found);
    await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
    await expect(partOf(page, 'accept')).toHaveCount(0);
    // The runner follows redirects itself; by its mode a request of the browser ends there.
    expect(foreign.requests.filter(({ url }) => !url.endsWith('/config.json'))).toEqual([]);
  });
}

test('a file of another host is never asked for', async ({ page, context, foreign }) => {
  const lines = listenToConsole(page);
  await page.goto(await serveRaw(context, { scripts: tag('https://elsewhere.example/config.json') }));
  await expect.poll(() => gateLines(lines).join('\n')).toMatch(/https:\/\/elsewhere\.example\/config\.json \(data-config\): TypeError/);
  await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
  await foreign.expectSilence();
});

test('mistakes inside the file are told with their paths, as those of the block are', async ({ page, context, foreign }) => {
  const lines = listenToConsole(page);
  await context.route(`**${FILE}`, (route) => route.fulfill({ ...json, body: JSON.stringify({ privacyUrl: '/privacy', storag: 'local', operators: { practice: { ...PRACTICE, country: 'Germany' } } }) }));
  await page.goto(await serveRaw(context, { scripts: tag(FILE) }));
  await expectState(page, 'invalid');
  await expect.poll(() => gateLines(lines).join('\n')).toMatch(/storag: /);
  expect(gateLines(lines).join('\n')).toContain('operators.practice.country');
  await foreign.expectSilence();
});

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import type { Foreign } from './support/foreign.js';
import { acceptUntilLive, expectState, gateLines, gateOf, listenToConsole, openAsking } from './support/gate.js';
import { blockOf, distFile, serveFile, serveRaw, TAG } from './support/raw-page.js';

const MOVED = '/wp-content/cache/min/1/assets/jitsi-gate.js';
const ASSETS = 'https://assets.example.org';

interface Opened {
  readonly page: Page;
  readonly foreign: Foreign;
  readonly lines: readonly string[];
}

/** The console tells such a line, the author's content stays, and nothing foreign is asked for. */
async function expectContent({ page, foreign, lines }: Opened, told: RegExp): Promise<void> {
  await expect.poll(() => gateLines(lines).join('\n')).toMatch(told);
  await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
  await expect(gateOf(page).locator('button')).toHaveCount(0);
  expect(foreign.requests.filter(({ url }) => !url.startsWith(ASSETS))).toEqual([]);
}

test.describe('a script that an optimiser has moved', () => {
  const ways = [
    ['with its folder in the tag', 'jitsi-gate.js', `${TAG} data-files="/assets/jitsi-gate/"`, ''],
    ['with its folder in the tag, without the last slash', 'jitsi-gate.js', `${TAG} data-files="/assets/jitsi-gate"`, ''],
    ['with its folder in the JSON block', 'jitsi-gate.js', '', blockOf({ files: '/assets/jitsi-gate/' })],
    ['that holds the first look, with its folder in the tag', 'jitsi-gate.page.js', `${TAG} data-files="/assets/jitsi-gate/"`, ''],
  ] as const;
  for (const [title, name, attributes, block] of ways) {
    test(`works ${title}`, async ({ page, context }) => {
      const lines = listenToConsole(page);
      await serveFile(context, `**${MOVED}*`, name);
      await openAsking(page, await serveRaw(context, { scripts: `${block}<script defer src="${MOVED}?ver=1" ${attributes}></script>` }));
      await acceptUntilLive(page);
      expect(gateLines(lines)).toEqual([]);
    });
  }

  const NONE = /^error: \[jitsi-gate\] files: none in http:\/\/127\.0\.0\.1:\d+\/wp-content\/cache\/min\/1\/assets\/jitsi-gate\/; moved\? Exclude it from optimisers or set data-files\. TypeError.*$/m;

  test('and whose folder is not there says where it looked and what to do, and the author’s content stays', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await serveFile(context, `**${MOVED}*`, 'jitsi-gate.js');
    await page.goto(await serveRaw(context, { scripts: `<script defer src="${MOVED}?ver=1" ${TAG}></script>` }));
    await expectContent({ page, foreign, lines }, NONE);
  });

  test('says so as well where the site answers with a page instead', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await serveFile(context, `**${MOVED}*`, 'jitsi-gate.js');
    await context.route('**/cache/min/1/assets/jitsi-gate/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Home' }));
    await page.goto(await serveRaw(context, { scripts: `<script defer src="${MOVED}?ver=1" ${TAG}></script>` }));
    await expectContent({ page, foreign, lines }, NONE);
  });

  for (const [where, scripts] of [
    ['tag', `<script defer src="/assets/jitsi-gate.js" ${TAG} data-files="${ASSETS}/jitsi-gate/"></script>`],
    ['JSON block', `${blockOf({ files: `${ASSETS}/jitsi-gate/` })}<script defer src="/assets/jitsi-gate.js"></script>`],
  ] as const) {
    test(`asks no host for its files that is neither the page’s nor the script’s, named in the ${where}`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      await page.goto(await serveRaw(context, { scripts }));
      await expectContent({ page, foreign, lines }, /files: none in https:\/\/assets\.example\.org\/jitsi-gate\/;.* another host$/m);
      expect(foreign.requests).toEqual([]);
    });
  }

  test('takes no folder from an element that is no script', async ({ page, context, foreign }) => {
    const body = '<p id="jitsi-gate-config">{"files": "/elsewhere/"}</p><div data-jitsi-room="consulting-hour-x8k2pq9z"></div>';
    await openAsking(page, await serveRaw(context, { scripts: `<script defer src="/assets/jitsi-gate.js" ${TAG}></script>`, body }));
    await foreign.expectSilence();
  });
});

test.describe('a script on an asset host', () => {
  const scripts = `<script defer src="${ASSETS}/v1/jitsi-gate.js" ${TAG}></script>`;

  for (const name of ['jitsi-gate.js', 'jitsi-gate.page.js', 'jitsi-gate.single.js']) {
    test(`works without crossorigin on its tag: ${name}`, async ({ page, context }) => {
      const lines = listenToConsole(page);
      await context.route(`${ASSETS}/v1/**`, (route) => {
        const path = new URL(route.request().url()).pathname.slice(4);
        return route.fulfill({ path: distFile(path === 'jitsi-gate.js' ? name : path), headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' } });
      });
      await openAsking(page, await serveRaw(context, { scripts, lang: 'de' }));
      await expect(gateOf(page)).toContainText('Meeting von Example GmbH laden');
      await acceptUntilLive(page);
      expect(gateLines(lines)).toEqual([]);
    });
  }

  test('that sends no permission to read says where it looked, and the author’s content stays', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await context.route(`${ASSETS}/v1/**`, (route) => route.fulfill({ path: distFile(new URL(route.request().url()).pathname.slice(4)), headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': 'https://elsewhere.example' } }));
    await page.goto(await serveRaw(context, { scripts }));
    await expectContent({ page, foreign, lines }, /files: none in https:\/\/assets\.example\.org\/v1\/jitsi-gate\//);
  });
});

test.describe('a script that does not see its own tag', () => {
  const FILES = { files: '/assets/jitsi-gate/' };
  const RUN = `const script = document.createElement('script');`;
  const ways: readonly (readonly [title: string, tags: string])[] = [
    ['combined with others', '<script defer src="/bundle.js"></script>'],
    ['loaded as a module', '<script type="module" src="/assets/jitsi-gate.js"></script>'],
    ['imported by a module', "<script type=\"module\">import '/assets/jitsi-gate.js';</script>"],
    ['put in by a tag manager', `<script defer src="data:text/javascript,${encodeURIComponent(`${RUN} script.src = '/assets/jitsi-gate.js'; document.head.append(script);`)}"></script>`],
    ['run as text by a tag manager', `<script>fetch('/assets/jitsi-gate.js').then((answer) => answer.text()).then((text) => { ${RUN} script.text = text; document.head.append(script); })</script>`],
    ['run by eval', "<script>fetch('/assets/jitsi-gate.js').then((answer) => answer.text()).then((text) => (0, eval)(text))</script>"],
  ];
  test.beforeEach(async ({ context }) => {
    await context.route('**/bundle.js', async (route) => route.fulfill({ contentType: 'text/javascript', body: `var first = 1;\n${await readFile(distFile('jitsi-gate.js'), 'utf8')};var last = 1;` }));
  });

  for (const [title, tags] of ways) {
    test(`works with the JSON block: ${title}`, async ({ page, context }) => {
      const lines = listenToConsole(page);
      await openAsking(page, await serveRaw(context, { scripts: blockOf(FILES) + tags }));
      await acceptUntilLive(page);
      expect(gateLines(lines)).toEqual([]);
    });

    test(`without it says that the tag could not be read, not what is missing in it: ${title}`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      // A page beside the files, so that they are found all the same.
      await page.goto(await serveRaw(context, { path: '/assets/raw.html', scripts: tags.replace('/bundle.js', '/assets/bundle.js') }));
      await expectContent({ page, foreign, lines }, /config: script: expected data- attributes, the JSON block #jitsi-gate-config, or data-config, found (a script tag without them|no tag whose attributes could be read)/);
      expect(gateLines(lines).join()).not.toContain('operators');
    });
  }

  test('reads the attributes of a module’s tag', async ({ page, context }) => {
    await openAsking(page, await serveRaw(context, { scripts: `<script type="module" src="/assets/jitsi-gate.js" ${TAG}></script>` }));
    await acceptUntilLive(page);
  });
});

test.describe('a release that is replaced', () => {
  test('while its entry is cached says that the files are not there', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await context.route('**/assets/jitsi-gate/**', (route) => route.fulfill({ status: 404 }));
    await page.goto(await serveRaw(context, { scripts: `<script defer src="/assets/jitsi-gate.js" ${TAG}></script>` }));
    await expectContent({ page, foreign, lines }, /files: none in /);
  });

  test('and comes back is found by the next click on a link to the settings', async ({ page, context }) => {
    let isGone = true;
    await context.route('**/assets/jitsi-gate/**', (route) => (isGone ? route.fulfill({ status: 404 }) : route.fallback()));
    const lines = listenToConsole(page);
    await page.goto(await serveRaw(context, { scripts: `<script defer src="/assets/jitsi-gate.js" ${TAG}></script>`, body: '<a href="#settings" data-jitsi-settings>Meetings</a>' }));
    const link = page.getByRole('link', { name: 'Meetings' });
    await link.click();
    await expect.poll(() => gateLines(lines).length).toBe(1);
    isGone = false;
    await link.click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

test.describe('the single file alone', () => {
  test('speaks English, asks once for the languages, and says in one line what to upload', async ({ page, context }) => {
    const lines = listenToConsole(page);
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().includes('/alone/') && asked.push(new URL(request.url()).pathname)));
    await serveFile(context, '**/alone/single.js', 'jitsi-gate.single.js');
    await openAsking(page, await serveRaw(context, { lang: 'de', scripts: `<script defer src="/alone/single.js" ${TAG} data-diagnostics="never"></script>` }));
    await acceptUntilLive(page);
    await expectState(page, 'live');
    await expect(gateOf(page).locator('section')).toHaveAttribute('lang', /^en/);
    expect(asked).toEqual(['/alone/single.js', expect.stringMatching(/^\/alone\/jitsi-gate\/locales-[\w-]+\.js$/)]);
    expect(gateLines(lines)).toEqual([expect.stringMatching(/language: upload the folder jitsi-gate\/: .*\/alone\/jitsi-gate\/locales-/)]);
  });
});

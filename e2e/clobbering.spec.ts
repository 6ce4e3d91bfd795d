import type { Page } from 'playwright/test';
import { clickOn, expectStates, isShown, readGates } from './support/clobbered-page.js';
import { expect, test } from './support/fixtures.js';
import { expectState, gateLines, listenToConsole, OPERATOR } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';
import type { PublishedGate } from './support/stored.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const EVIL = '{"privacyUrl":"/evil","operators":{"evil":{"domain":"other.example.org","name":"Evil","country":"DE"}}}';

/** Properties of the document that our own code asks for, and some that it might. */
const ASKED_FOR = [
  'currentScript', 'querySelector', 'querySelectorAll', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'body', 'head', 'documentElement', 'baseURI', 'cookie',
  'activeElement', 'getElementById', 'getElementsByTagName', 'scripts', 'forms', 'images', 'implementation', 'defaultView', 'childNodes', 'children', 'firstChild', 'append',
  'URL', 'documentURI', 'domain', 'referrer', 'title', 'dir', 'lang', 'readyState', 'visibilityState', 'hidden', 'fonts', 'closest', 'matches', 'contains', 'nodeType', 'ownerDocument',
];

const images = (names: readonly string[]): string => names.map((name) => `<img name="${name}" src="${PIXEL}" alt="">`).join('');

/** Elements that become properties of the window, where nothing of that name is there. */
const ON_WINDOW = [
  '<a id="JitsiGate" href="https://evil.example/"></a>', '<a id="JitsiMeetExternalAPI" href="https://evil.example/"></a>', '<form id="JitsiMeetJS"><input name="app"></form>',
  '<form id="define"><input name="amd"></form>', '<form id="trustedTypes"><input name="createPolicy"></form>', '<iframe name="localStorage" title="a"></iframe>',
  '<iframe name="navigator" title="b"></iframe>', '<object name="customElements"></object>', '<embed name="location">', '<a id="crypto" name="crypto"></a>',
].join('');

/** Elements that could be taken for the configuration, were they not asked for by their kind. */
const LOOKALIKES = [
  `<form id="jitsi-gate-config">${EVIL}</form>`, `<div id="jitsi-gate-config" type="application/json">${EVIL}</div>`, `<template id="jitsi-gate-config">${EVIL}</template>`,
  `<textarea id="jitsi-gate-config" name="jitsi-gate-config">${EVIL}</textarea>`, '<img name="jitsi-gate-config" alt="">',
].join('');

const FIELDS = [
  'closest', 'matches', 'getAttribute', 'hasAttribute', 'setAttribute', 'attributes', 'querySelector', 'querySelectorAll', 'getRootNode', 'parentNode', 'parentElement', 'childNodes',
  'children', 'append', 'remove', 'lang', 'isConnected', 'ownerDocument', 'nodeType', 'localName', 'tagName', 'id', 'baseURI', 'dataset', 'addEventListener',
].map((name) => `<input type="hidden" name="${name}">`).join('');

const errorsIn = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('pageerror'));

const WRITTEN = { accept: 'Load meeting from Example GmbH', notice: '/privacy#meetings' };

/** Waits until the page's configuration is checked and everything that follows a first look is loaded. */
const ready = (page: Page): Promise<void> => page.evaluate(async () => void (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready));

test.describe('elements named like properties of the document or the window', () => {
  for (const mode of ['api', 'frame']) {
    test(`change nothing: the owner’s operator is asked for, and its meeting runs and ends, by ${mode}`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      const body = LOOKALIKES + ON_WINDOW + images(ASKED_FOR) + PLACEHOLDER;
      await page.goto(await makePage(context, { body, config: { storage: 'cookie', mode } }));
      await expectStates(page, 'asking');
      await ready(page);
      expect(await readGates(page)).toEqual([{ state: 'asking', ...WRITTEN }]);
      expect(foreign.requests).toEqual([]);
      await clickOn(page, 'jitsi-gate', '[part=remember]');
      await clickOn(page, 'jitsi-gate', '[part=accept]');
      await expectStates(page, 'live');
      expect([...new Set(foreign.requests.map(({ url }) => new URL(url).origin))]).toEqual([OPERATOR]);
      await page.reload();
      await expectStates(page, 'ready');
      await clickOn(page, 'jitsi-gate', '[part=withdraw]');
      await expectStates(page, 'asking');
      await page.reload();
      await expectStates(page, 'asking');
      expect(errorsIn(lines)).toEqual([]);
    });
  }

  test('do not keep the settings from being opened, nor a withdrawal through them', async ({ page, context }) => {
    const lines = listenToConsole(page);
    const body = `${PLACEHOLDER}<form>${FIELDS}<a id="link" href="#settings" data-jitsi-settings>Settings</a></form>${images(ASKED_FOR)}`;
    await page.goto(await makePage(context, { body, config: { mode: 'frame' } }));
    await expectStates(page, 'asking');
    await clickOn(page, 'jitsi-gate', '[part=accept]');
    await expectStates(page, 'live');
    await clickOn(page, '#link');
    await clickOn(page, 'jitsi-gate-settings', '[part=withdraw]');
    await expectStates(page, 'asking');
    expect(errorsIn(lines)).toEqual([]);
  });

  test('do not keep an application from withdrawing', async ({ page, context }) => {
    const body = `<iframe name="documentElement" sandbox title="a"></iframe>${PLACEHOLDER}`;
    await page.goto(await makePage(context, { body, config: { mode: 'frame' } }));
    await expectStates(page, 'asking');
    await clickOn(page, 'jitsi-gate', '[part=accept]');
    await expectStates(page, 'live');
    await page.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).withdraw());
    await expectStates(page, 'asking');
  });

  // lit asks the document for these, and nothing that we could do would give it another. It draws a meeting's bar.
  for (const name of ['createComment', 'createElement', 'createTreeWalker', 'importNode']) {
    test(`let the gate ask, and load nothing, where templates cannot do without: ${name}`, async ({ page, context, foreign }) => {
      await page.goto(await makePage(context, { body: images([name]) + PLACEHOLDER }));
      await expectStates(page, 'asking');
      await clickOn(page, 'jitsi-gate', '[part=accept]');
      await expectStates(page, 'invalid');
      await foreign.expectSilence();
      await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
      await expect(page.locator('jitsi-gate [part="accept"]')).toHaveCount(0);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  }
});

test.describe('two blocks of configuration', () => {
  const block = `<script type="application/json" id="jitsi-gate-config">${EVIL}</script>`;

  for (const [where, made] of [['before', { head: block }], ['after', { body: block + PLACEHOLDER }]] as const) {
    test(`of which one comes ${where} the owner’s are no configuration, and the console says so`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      await page.goto(await makePage(context, made));
      await expectState(page, 'invalid');
      await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
      await foreign.expectSilence();
      expect(gateLines(lines).join()).toContain('#jitsi-gate-config: expected one block of JSON, found Error: two blocks');
      expect(errorsIn(lines)).toEqual([]);
    });
  }
});

test.describe('fields of a form named like its own properties', () => {
  const room = 'secret-room-x8k2pq9z';

  test('keep no gate in the form from asking in the language that holds there, and clicks on it throw nothing', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    const body = `<form lang="de" id="form" style="padding: 40px">${FIELDS}<jitsi-gate room="${room}"></jitsi-gate>
      <div data-jitsi-room="${room}"></div><iframe title="Meeting" data-jitsi-src="https://meet.example.eu/${room}"></iframe></form>`;
    await page.goto(await makePage(context, { body }));
    await expectStates(page, 'asking', 'asking', 'asking');
    await ready(page);
    await expect.poll(async () => (await readGates(page)).map(({ accept }) => accept)).toEqual(Array.from({ length: 3 }, () => 'Meeting von Example GmbH laden'));
    await clickOn(page, '#form');
    expect(foreign.requests).toEqual([]);
    expect(errorsIn(lines)).toEqual([]);
  });

  test('make a form that is a placeholder itself load nothing, and throw nothing', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    const forms = ['attributes', 'childNodes', 'append', 'getAttribute', 'closest', 'isConnected', 'getBoundingClientRect'].map((name) => (
      `<form data-jitsi-room="${room}" data-jitsi-domain="evil.example"><input name="${name}" id="data-jitsi-domain"><input name="${name}" value="meet.example.eu"></form>`));
    await page.goto(await makePage(context, { body: PLACEHOLDER + forms.join('') }));
    await ready(page);
    await clickOn(page, 'form');
    const [first, ...others] = await readGates(page);
    expect([first, others.filter(({ accept }) => accept !== undefined)]).toEqual([{ state: 'asking', ...WRITTEN }, []]);
    expect(foreign.requests).toEqual([]);
    expect(errorsIn(lines)).toEqual([]);
  });

  test('throw nothing on a page without a meeting, where clicks are heard by the entry alone', async ({ page, context }) => {
    const lines = listenToConsole(page);
    await page.goto(await makePage(context, { body: `<form id="form" style="padding: 40px">${FIELDS}<a id="link" href="#s" data-jitsi-settings>Settings</a></form>` }));
    await clickOn(page, '#form');
    await page.evaluate(() => void document.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    await clickOn(page, '#link');
    await expect.poll(() => isShown(page, 'dialog[data-jitsi-gate]')).toBe(true);
    expect(errorsIn(lines)).toEqual([]);
  });
});

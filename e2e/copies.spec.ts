import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, openAsking, press } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';

const FRAME = '<p id="around"><iframe id="box" title="Consulting hour" data-jitsi-src="https://meet.example.eu/secret-room-x8k2pq9z"></iframe></p>';

/** Every gate of the page, also inside another: its state, and how often the author's content is in the page. */
async function expectGates(page: Page, states: readonly string[], links: number): Promise<void> {
  await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('jitsi-gate')].map((gate) => gate.getAttribute('state')))).toEqual(states);
  await expect(page.locator('jitsi-gate jitsi-gate')).toHaveCount(0);
  expect(await page.locator('a[href="#contact"]').count()).toBe(links);
}

/** Takes every gate away, as a site may. */
async function destroy(page: Page): Promise<void> {
  await page.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as { ready: Promise<{ destroy(): void }> }).ready).destroy());
  await expect(page.locator('jitsi-gate')).toHaveCount(0);
}

/** Writes an element anew, from what stands in it or from other markup. */
async function rewrite(page: Page, selector: string, markup?: string): Promise<void> {
  await page.locator(selector).evaluate((element, html) => void (element.innerHTML = html ?? String(element.innerHTML)), markup);
}

const REWRITES: readonly (readonly [title: string, act: (page: Page) => Promise<void>])[] = [
  ['the body is written anew from its own innerHTML', (page) => rewrite(page, 'body')],
  ['the box around it is', (page) => rewrite(page, 'main')],
  ['the placeholder itself is', (page) => rewrite(page, '#box')],
  ['a copy takes its place', (page) => page.locator('#box').evaluate((box) => box.replaceWith(box.cloneNode(true)))],
  ['the page is taken out and comes back as markup', (page) => page.evaluate(() => {
    const html = document.body.outerHTML;
    document.body.replaceChildren();
    setTimeout(() => document.body.replaceWith(new DOMParser().parseFromString(html, 'text/html').body), 50);
  })],
];

test.describe('one gate for one placeholder', () => {
  for (const [title, act] of REWRITES) {
    test(`when ${title}`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      await openAsking(page, await makePage(context, { body: PLACEHOLDER }));
      await act(page);
      await page.waitForTimeout(200);
      await expectGates(page, ['asking'], 1);
      await foreign.expectSilence();
      await acceptUntilLive(page);
      await destroy(page);
      await expect(page.getByRole('link', { name: 'Call us' })).toBeVisible();
      expect(await page.locator('#box > a').count()).toBe(1);
      expect(gateLines(lines)).toEqual([]);
    });
  }

  test('when a carousel copies it, each works for itself', async ({ page, context }) => {
    await openAsking(page, await makePage(context, { body: `<div id="slides"><div class="slide">${PLACEHOLDER}</div></div>` }));
    await page.evaluate(() => {
      const slide = document.querySelector('.slide');
      for (let copies = 0; copies < 2; copies += 1) document.querySelector('#slides')?.append(slide?.cloneNode(true) ?? '');
      document.querySelectorAll('.slide').forEach((each, index) => (each.id = `slide${index}`));
    });
    await expectGates(page, ['asking', 'asking', 'asking'], 3);
    await press(page, 'accept', '#slide2');
    await expectState(page, 'live', '#slide2');
    await expectGates(page, ['ready', 'ready', 'live'], 3);
  });

  test('when one is copied while its meeting runs: the copy asks, and the meeting goes on', async ({ page, context }) => {
    await openAsking(page, await makePage(context, { body: PLACEHOLDER }));
    await acceptUntilLive(page);
    await page.evaluate(() => document.querySelector('#box')?.after(document.querySelector('#box')?.cloneNode(true) ?? ''));
    await expectGates(page, ['live', 'ready'], 2);
  });

  for (const [title, made] of [
    ['as a snapshot has them', PLACEHOLDER.replace('</a>', '</a><!--/$--><jitsi-gate slot="jitsi-gate" room="secret-room-x8k2pq9z" label="Consulting hour" state="asking"></jitsi-gate>')],
    ['with the content in them', PLACEHOLDER.replace('<a', '<jitsi-gate room="secret-room-x8k2pq9z" state="asking"><a').replace('</a>', '</a></jitsi-gate>')],
  ] as const) {
    test(`when a page is served with gates in its markup, ${title}`, async ({ page, context, foreign }) => {
      await page.goto(await makePage(context, { body: made }));
      await expectGates(page, ['asking'], 1);
      await foreign.expectSilence();
      await destroy(page);
      expect(await page.locator('#box').evaluate((box) => box.outerHTML)).toBe(PLACEHOLDER);
    });
  }

  test('when a frame and the gate beside it are copied or written anew', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await openAsking(page, await makePage(context, { body: FRAME }));
    await page.evaluate(() => document.querySelector('#around')?.after(document.querySelector('#around')?.cloneNode(true) ?? ''));
    await expectGates(page, ['asking', 'asking'], 0);
    await rewrite(page, 'body');
    await page.waitForTimeout(200);
    await expectGates(page, ['asking', 'asking'], 0);
    await destroy(page);
    expect(await page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.getAttribute('style')))).toEqual([null, null]);
    await foreign.expectSilence();
    expect(gateLines(lines)).toEqual([]);
  });

  test('and an author’s own gates stay, where they are no copies', async ({ page, context }) => {
    await page.goto(await makePage(context, { body: `<jitsi-gate room="own-room-h3k9"><p>Write to us</p></jitsi-gate>${FRAME}<jitsi-gate room="own-room-k7m2"></jitsi-gate>` }));
    await expectGates(page, ['asking', 'asking', 'asking'], 0);
  });
});

test('a page that writes the content of a placeholder anew has its gate again, until it takes the mark away', async ({ page, context }) => {
  await openAsking(page, await makePage(context, { body: PLACEHOLDER }));
  await rewrite(page, '#box', '<p>The meeting is over.</p>');
  await expectState(page, 'asking');
  await expect(page.getByText('The meeting is over.')).toBeHidden();
  await page.locator('#box').evaluate((box) => box.removeAttribute('data-jitsi-room'));
  await expect(page.locator('jitsi-gate')).toHaveCount(0);
  await expect(page.getByText('The meeting is over.')).toBeVisible();
});

test('one that writes it anew before the page is followed has its gate again when it is', async ({ page, context }) => {
  let come = (): void => undefined;
  const held = new Promise<void>((resolve) => (come = resolve));
  const url = await makePage(context, { body: PLACEHOLDER });
  await context.route(/after-first-look/, async (route) => {
    await held;
    await route.fallback();
  });
  await openAsking(page, url);
  await rewrite(page, '#box', '<p>The meeting is over.</p>');
  await expect(page.locator('jitsi-gate')).toHaveCount(0);
  come();
  await expectState(page, 'asking');
  await expect(page.getByText('The meeting is over.')).toBeHidden();
});

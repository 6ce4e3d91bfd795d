import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateOf, listenToConsole, press } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';

const LATE = '<div class="late" data-jitsi-room="late-room-x8k2pq9z"><p>Call us</p></div>';

/** How a page may bring a placeholder after the gate has come. */
const WAYS: readonly (readonly [title: string, bring: (page: Page) => Promise<unknown>])[] = [
  ['deep in other elements, one after the other', (page) => page.evaluate((html) => {
    let place: Element = document.body;
    for (let depth = 0; depth < 30; depth += 1) {
      const next = document.createElement('div');
      place.append(next);
      place = next;
    }
    place.innerHTML = html;
  }, LATE)],
  ['as a clone of a <template>', (page) => page.evaluate((html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    document.body.append(template, template.content.cloneNode(true), document.importNode(template.content, true));
    document.querySelectorAll('.late')[1]?.remove();
  }, LATE)],
  ['moved in from a fragment, twice', (page) => page.evaluate((html) => {
    const fragment = new DocumentFragment();
    fragment.append(document.createElement('section'));
    (fragment.firstChild as Element).innerHTML = html;
    document.body.append(fragment);
    document.body.append(document.querySelector('section:has(.late)') as Element);
  }, LATE)],
  ['by insertAdjacentHTML', (page) => page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), LATE)],
];

async function open(page: Page, context: BrowserContext, body = PLACEHOLDER): Promise<void> {
  await page.goto(await makePage(context, { body }));
}

test.describe('a placeholder that comes late', () => {
  for (const [title, bring] of WAYS) {
    test(`${title}, gets one gate, and its content back`, async ({ page, context, foreign }) => {
      await open(page, context);
      await expectState(page, 'asking');
      await bring(page);
      await expect(page.locator('.late')).toHaveCount(1);
      await expectState(page, 'asking', '.late');
      await expect(page.locator('.late jitsi-gate')).toHaveCount(1);
      await expect(page.locator('.late > p')).toBeHidden();
      await foreign.expectSilence();
      await acceptUntilLive(page, { within: '.late' });
      await page.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as { ready: Promise<{ destroy(): void }> }).ready).destroy());
      await expect(page.locator('.late > p')).toBeVisible();
      await expect.poll(() => foreignFrames(page)).toEqual([]);
    });
  }

  test('in a shadow root of a component of the page gets a gate where the page names that root', async ({ page, context, foreign }) => {
    await open(page, context);
    await expectState(page, 'asking');
    await page.evaluate(async (html) => {
      const { JitsiGate } = window as unknown as { JitsiGate: { ready: Promise<{ scan(root: ParentNode): void; watch(root: Node): void }> } };
      const gate = await JitsiGate.ready;
      const host = document.createElement('practice-card');
      document.body.append(host);
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = html;
      gate.scan(root);
      gate.watch(root);
      root.append(document.createRange().createContextualFragment(html.replace('late', 'later')));
    }, LATE);
    for (const place of ['practice-card .late', 'practice-card .later']) await expectState(page, 'asking', place);
    await foreign.expectSilence();
    await acceptUntilLive(page, { within: 'practice-card .late' });
  });

  test('written by document.write while the page comes gets a gate', async ({ page, context, foreign }) => {
    await open(page, context, `<script>document.write(${JSON.stringify(LATE).replaceAll('/', '\\/')})</script>`);
    await expectState(page, 'asking', '.late');
    await expect(gateOf(page)).toHaveCount(1);
    await foreign.expectSilence();
    await acceptUntilLive(page, { within: '.late' });
  });

  test('in a page that document.write writes anew gets a gate; the call before has ended, and its yes still counts', async ({ page, context }) => {
    await open(page, context);
    await acceptUntilLive(page);
    await page.evaluate((html) => {
      document.open();
      document.write(`<!doctype html><title>Anew</title><main>${html}</main>`);
      document.close();
    }, LATE);
    await expect.poll(() => foreignFrames(page)).toEqual([]);
    await expectState(page, 'ready', '.late');
    await press(page, 'accept', '.late');
    await expectState(page, 'live', '.late');
  });

  test('among a thousand others: each has its gate, and the page answers in between', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await open(page, context, Array.from({ length: 1000 }, (_, index) => `<div data-jitsi-room="room-${index}-x8k2pq9z"><p>Call us</p></div>`).join(''));
    await expect(page.locator('jitsi-gate[state=asking]')).toHaveCount(1000, { timeout: 20_000 });
    await foreign.expectSilence();
    expect(lines.filter((line) => line.startsWith('error'))).toEqual([]);
    await acceptUntilLive(page, { within: '[data-jitsi-room="room-999-x8k2pq9z"]' });
  });
});

import type { BrowserContext, Locator, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { pressOn } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';
import type { PublishedGate } from './support/stored.js';

test.describe('a page in a frame of a foreign origin', () => {
  /** A page of another origin with a page in it that holds one of ours, at any depth. */
  async function openFramed(page: Page, context: BrowserContext, around: readonly string[]): Promise<Locator> {
    const inside = await makePage(context, { body: `${PLACEHOLDER}<jitsi-gate-settings></jitsi-gate-settings>` });
    const site = new URL(inside, page.url() === 'about:blank' ? await originOf(page) : page.url()).href;
    let src = site;
    for (const [depth, origin] of around.entries()) {
      const url = `${origin === 'own' ? new URL(site).origin : origin}/around-${depth}.html`;
      const body = `<!doctype html><title>Around</title><iframe title="In" src="${src}" style="width: 900px; height: 1600px"></iframe>`;
      await context.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
      src = url;
    }
    await page.goto(src);
    let frame = page.frameLocator('iframe');
    for (let depth = 1; depth < around.length; depth += 1) frame = frame.frameLocator('iframe');
    const gate = frame.locator('jitsi-gate');
    await expect(gate).toHaveAttribute('state', 'asking');
    await expect(gate.locator('[part="accept"]')).toBeVisible();
    return gate;
  }

  /** What our page in the frame has decided; a browser may keep its storage from it. */
  const decisionIn = (page: Page): Promise<unknown> | undefined => (
    page.frames().find((frame) => frame.url().endsWith('/made.html'))?.evaluate(async () => (await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready).decision()));

  const originOf = async (page: Page): Promise<string> => {
    await page.goto('/nothing.html');
    return new URL(page.url()).origin;
  };
  const foreignOrigin = 'http://portal.test';

  for (const [title, around] of [['around it', [foreignOrigin]], ['around a page of its own', ['own', foreignOrigin]], ['between it and a page of its own', [foreignOrigin, 'own']]] as const) {
    test(`${title} offers no remembering, and a yes counts once`, async ({ page, context }) => {
      const gate = await openFramed(page, context, around);
      await expect(gate.locator('[part="remember"]')).toHaveCount(0);
      await pressOn(gate.locator('[part="accept"]'));
      await expect(gate).toHaveAttribute('state', 'live');
      expect(await decisionIn(page)).toMatchObject({ decision: 'granted', scope: 'once' });
    });
  }

  test('allows in the settings for this page view only', async ({ page, context }) => {
    await openFramed(page, context, [foreignOrigin]);
    await pressOn(page.frameLocator('iframe').locator('[part="allow"]'));
    await expect.poll(() => decisionIn(page)).toMatchObject({ decision: 'granted', scope: 'once' });
  });

  test('of the same origin may be remembered', async ({ page, context }) => {
    const gate = await openFramed(page, context, ['own']);
    await expect(gate.locator('[part="remember"]')).toBeVisible();
  });
});

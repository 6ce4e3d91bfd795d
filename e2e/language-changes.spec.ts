import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, openAsking, partOf, press } from './support/gate.js';
import { holdFile } from './support/hold-file.js';
import { makePage } from './support/made-site.js';

const BODY = '<div id="around"><div id="box" data-jitsi-room="secret-room-x8k2pq9z" data-jitsi-label="Consulting hour"><a href="#contact">Call us</a></div></div><button data-jitsi-settings>Settings</button>';
const open = async (page: Page, context: BrowserContext): Promise<void> => openAsking(page, await makePage(context, { body: BODY }));

/** Changes the language of the page, or of a part of it, as a site or a browser that translates does. */
async function speak(page: Page, lang: string | null, selector = 'html'): Promise<void> {
  await page.locator(selector).evaluate((element, value) => (value === null ? element.removeAttribute('lang') : element.setAttribute('lang', value)), lang);
}

const accept = (page: Page) => partOf(page, 'accept');
const within = { timeout: 1000 };

test.describe('the page changes its language', () => {
  test('and a gate that asks follows, in the direction of that language, and back', async ({ page, context, foreign }) => {
    await open(page, context);
    await speak(page, 'ar');
    await expect(accept(page)).toHaveText('تحميل الاجتماع من Example GmbH'.replace('Example GmbH', '\u2068Example GmbH\u2069'), within);
    await expect(gateOf(page).locator('section')).toHaveAttribute('dir', 'rtl');
    await speak(page, 'de');
    await expect(accept(page)).toHaveText('Meeting von Example GmbH laden', within);
    await expect(gateOf(page).locator('section')).toHaveAttribute('dir', 'ltr');
    await speak(page, 'en');
    await expect(accept(page)).toHaveText('Load meeting from Example GmbH', within);
    await foreign.expectSilence();
  });

  test('by the attribute of a part around the gate, and a part elsewhere means nothing', async ({ page, context }) => {
    await open(page, context);
    await speak(page, 'fr', 'h1');
    await page.waitForTimeout(300);
    await expect(accept(page)).toHaveText('Load meeting from Example GmbH');
    await speak(page, 'de', '#around');
    await expect(accept(page)).toHaveText('Meeting von Example GmbH laden', within);
  });

  test('and a gate after a choice, with its details, follows', async ({ page, context }) => {
    await open(page, context);
    await press(page, 'decline');
    await expectState(page, 'declined');
    await speak(page, 'de');
    await expect(partOf(page, 'reconsider')).toHaveText('Neu wählen', within);
    await press(page, 'reconsider');
    await gateOf(page).locator('summary').click();
    await expect(gateOf(page).locator('dt', { hasText: 'Rechtsgrundlage' })).toBeVisible();
  });

  test('while a meeting runs: its bar follows, and the meeting goes on', async ({ page, context }) => {
    await open(page, context);
    await acceptUntilLive(page);
    const frame = await page.locator('jitsi-gate iframe').elementHandle();
    await speak(page, 'de');
    await expect(partOf(page, 'withdraw')).toHaveText('Verlassen und Einwilligung widerrufen', within);
    await expect(partOf(page, 'heading')).toHaveText('Meeting auf einem Server von Example GmbH, Deutschland');
    expect(await frame?.evaluate((element) => element.isConnected)).toBe(true);
    await expectState(page, 'live');
  });

  test('and opened settings follow', async ({ page, context }) => {
    await open(page, context);
    await page.getByRole('button', { name: 'Settings' }).click();
    const settings = page.locator('jitsi-gate-settings');
    await expect(settings.locator('[part=allow]')).toHaveText('Allow meet.example.eu for up to 182 days');
    await speak(page, 'de');
    await expect(settings.locator('[part=allow]')).toHaveText('meet.example.eu bis zu 182 Tage lang erlauben', within);
  });

  test('twice in a moment: the last counts, and two languages are never mixed', async ({ page, context }) => {
    await open(page, context);
    await gateOf(page).evaluate((gate) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = (): void => {
        const texts = ['accept', 'decline'].map((name) => gate.shadowRoot?.querySelector(`[part=${name}]`)?.textContent);
        const text = texts.join(' | ');
        if (seen.at(-1) !== text) seen.push(text);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.evaluate(() => {
      document.documentElement.lang = 'fr';
      document.documentElement.lang = 'de';
    });
    await expect(accept(page)).toHaveText('Meeting von Example GmbH laden', within);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['Load meeting from Example GmbH | Do not load', 'Meeting von Example GmbH laden | Nicht laden']);
  });

  test('to one whose file is slow: the language before it stays as a whole', async ({ page, context }) => {
    const release = await holdFile(context, 'de');
    await open(page, context);
    await speak(page, 'de');
    await page.waitForTimeout(500);
    await expect(accept(page)).toHaveText('Load meeting from Example GmbH');
    release();
    await expect(accept(page)).toHaveText('Meeting von Example GmbH laden');
  });

  test('to one whose file cannot be had: the next that is wanted is shown', async ({ page, context }) => {
    await context.route((url) => url.pathname.includes('/jitsi-gate/de-'), (route) => route.abort());
    await open(page, context);
    await speak(page, 'de');
    await page.waitForTimeout(500);
    await expect(accept(page)).toHaveText('Load meeting from Example GmbH');
    await speak(page, 'fr');
    await expect(accept(page)).toHaveText('Charger la réunion via Example GmbH', within);
  });

  test('before the page is followed: it counts once it is', async ({ page, context }) => {
    const release = await holdFile(context, 'after-first-look');
    await open(page, context);
    await speak(page, 'de');
    release();
    await expect(accept(page)).toHaveText('Meeting von Example GmbH laden');
  });
});

test.describe('a browser that translates the page', () => {
  /** Does what Chromium's translation does: names the language on the page, and puts each text that it may change into elements of its own. */
  async function translate(page: Page, lang: string): Promise<void> {
    await page.evaluate(async (to) => {
      document.documentElement.lang = to;
      document.documentElement.classList.add('translated-ltr');
      await new Promise((resolve) => setTimeout(resolve, 600));
      const change = (node: Node): void => {
        if (node instanceof Element && (node.getAttribute('translate') === 'no' || node.tagName === 'STYLE')) return;
        for (const child of [...node.childNodes]) {
          if (child instanceof Text && child.data.trim()) {
            const [outer, inner] = [document.createElement('font'), document.createElement('font')];
            outer.append(inner);
            inner.textContent = `«${child.data}»`;
            child.replaceWith(outer);
          } else change(child);
        }
      };
      for (const gate of document.querySelectorAll('jitsi-gate')) if (gate.shadowRoot) change(gate.shadowRoot);
    }, lang);
  }

  test('leaves our own words in that language alone', async ({ page, context }) => {
    await open(page, context);
    await translate(page, 'de');
    await expect(accept(page)).toHaveText('Meeting von Example GmbH laden');
    await expect(gateOf(page).locator('font')).toHaveCount(0);
  });

  test('may change them where we have no words in that language, and the gate goes on working', async ({ page, context }) => {
    await open(page, context);
    await translate(page, 'ja');
    await expect(accept(page)).toHaveText('«Load meeting from Example GmbH»');
    await acceptUntilLive(page);
    await translate(page, 'ja');
    await expect(partOf(page, 'withdraw')).toHaveText('Leave and withdraw permission');
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await expect(partOf(page, 'decline')).toHaveText('Do not load');
  });
});

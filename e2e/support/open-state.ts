import { type Browser, type Page, expect } from 'playwright/test';
import { loadAxe } from './axe.js';
import { recordForeign } from './foreign.js';
import { openSettings, reachState } from './gate-states.js';
import type { RunningServer } from './listen.js';
import { loadMeasures } from './measures.js';

export const THEMES = ['light', 'dark', 'forced'] as const;
export const LANGUAGES = ['en', 'de', 'ar'] as const;

/** How a page is looked at. */
export interface Look {
  readonly theme?: (typeof THEMES)[number];
  readonly lang?: (typeof LANGUAGES)[number];
  readonly width?: number;
  readonly height?: number;
}

/** A page whose gate is in a state, for several tests that leave it there. */
export interface OpenState {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens a page of its own and brings it to a state. */
export async function openState(browser: Browser, site: RunningServer, state: string): Promise<OpenState> {
  const context = await browser.newContext({ baseURL: site.origin, serviceWorkers: 'block', reducedMotion: 'reduce', locale: 'en-US' });
  const foreign = await recordForeign({ context, siteOrigin: site.origin, networkLog: undefined });
  const page = await context.newPage();
  await reachState(page, foreign, { state });
  await loadAxe(page);
  await loadMeasures(page);
  const close = async (): Promise<void> => {
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  };
  return { page, close };
}

/** Draws what is there anew in the language of the page, without leaving its state. */
async function translate(page: Page, lang: string): Promise<void> {
  const isDialog = (await page.locator('dialog[data-jitsi-gate]').count()) > 0;
  await page.evaluate(async (language) => {
    Object.assign(document.documentElement, { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
    document.querySelector<HTMLDialogElement>('dialog[data-jitsi-gate]')?.close();
    const settings = document.querySelector('jitsi-gate-settings');
    settings?.replaceWith(settings);
    const display: unknown = Reflect.get(document.querySelector('jitsi-gate') ?? {}, 'display');
    await (display as { draw(): Promise<void> } | undefined)?.draw();
  }, lang);
  // The dialog goes when the browser has said that it is closed.
  await expect(page.locator('dialog[data-jitsi-gate]')).toHaveCount(0);
  if (isDialog) await openSettings(page);
  for (const section of await page.locator('section[lang]').all()) await expect(section).toHaveAttribute('lang', lang);
}

/** Looks at a page in a theme, a language and a size; light, English and 1280 by 720 where nothing is said. */
export async function show(page: Page, { theme = 'light', lang = 'en', width = 1280, height = 720 }: Look): Promise<void> {
  await page.emulateMedia({ media: null, reducedMotion: 'reduce', colorScheme: theme === 'dark' ? 'dark' : 'light', forcedColors: theme === 'forced' ? 'active' : 'none' });
  await page.setViewportSize({ width, height });
  if ((await page.locator('html').getAttribute('lang')) !== lang) await translate(page, lang);
}

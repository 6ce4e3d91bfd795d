/**
 * `npm run screens`: takes the README's picture of the gate (docs/gate.png), that of an audit (docs/audit.png), and one of every state, light and dark, wide and
 * narrow, in English, German, French and Arabic (e2e/screens/, not committed). Needs a build. `--picture` takes only the first two.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright/test';
import { auditSettings } from '../src/audit/audit-settings.js';
import { releaseOf } from '../src/audit/builds.js';
import { reportHtml } from '../src/audit/report.js';
import { findChromium } from '../test/support/find-chromium.js';
import { recordForeign, type Foreign } from './support/foreign.js';
import { GATE_STATES, reachState } from './support/gate-states.js';
import { openAsking } from './support/gate.js';
import { startSite } from './support/site-server.js';
import { shrinkPng } from './support/small-png.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const PICTURE = here('../docs/gate.png');
const REPORT = here('../docs/audit.png');
const MOST_BYTES = 150_000;
const LANGUAGES = ['en', 'de', 'fr', 'ar'] as const;
const WIDTHS = { wide: 1000, narrow: 320 } as const;

type Take = (page: Page, foreign: Foreign) => Promise<void>;

const site = await startSite({ root: here('./pages/'), mounts: { '/assets/': here('../dist/') } });
const { path } = await findChromium();
const browser = await chromium.launch({ ...(path && { executablePath: path }), args: ['--no-sandbox', '--disable-gpu'] });
try {
  await takePicture();
  await takeReport();
  if (!process.argv.includes('--picture')) await takeScreens();
} finally {
  await browser.close();
  await site.close();
}

/** Opens a page of the site where everything foreign is answered here, hands it on, and closes it. */
async function withPage(from: Browser, options: BrowserContextOptions, take: Take): Promise<void> {
  const context = await from.newContext({ baseURL: site.origin, serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
  const foreign = await recordForeign({ context, siteOrigin: site.origin, networkLog: undefined });
  await take(await context.newPage(), foreign);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

/** A report of an audit as it is read: the worst findings of a server that was set up in a hurry (docs/desk.md). */
async function takeReport(): Promise<void> {
  const config = "var config = { hosts: { domain: 'meet.example.eu' }, p2p: { enabled: true, stunServers: [{ urls: 'stun:stun.l.google.com:19302' }] }, analytics: { amplitudeAPPKey: 'k' }, recordingService: { enabled: true } };";
  const report = reportHtml(auditSettings([{ name: 'config.js', text: config }], { host: 'meet.example.eu', release: releaseOf(9008) }));
  await withPage(browser, { viewport: { width: 900, height: 720 } }, async (page) => {
    await page.setContent(report);
    const taken = await page.screenshot();
    // The report lets no picture in.
    await page.goto('about:blank');
    const picture = await shrinkPng(page, taken);
    if (picture.length > MOST_BYTES) throw new Error(`docs/audit.png is larger than ${MOST_BYTES} bytes`);
    await writeFile(REPORT, picture);
    console.log(`docs/audit.png: ${picture.length} bytes`);
  });
}

async function takePicture(): Promise<void> {
  await mkdir(here('../docs/'), { recursive: true });
  await withPage(browser, { viewport: { width: 1000, height: 600 }, deviceScaleFactor: 2 }, async (page) => {
    await openAsking(page, '/picture.html');
    const picture = await shrinkPng(page, await page.screenshot({ fullPage: true }));
    if (picture.length > MOST_BYTES) throw new Error(`docs/gate.png is larger than ${MOST_BYTES} bytes`);
    await writeFile(PICTURE, picture);
    console.log(`docs/gate.png: ${picture.length} bytes`);
  });
}

/** Serves a page of the site as an author in another language would write its first tag. */
async function translate(context: BrowserContext, path: string, lang: string): Promise<void> {
  await context.route(`**${path}`, async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: text.replace('<html lang="en">', `<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`) });
  });
}

async function takeScreens(): Promise<void> {
  await rm(here('./screens/'), { recursive: true, force: true });
  const looks = (['light', 'dark'] as const).flatMap((colorScheme) => Object.entries(WIDTHS).flatMap(([name, width]) => LANGUAGES.map((lang) => ({ colorScheme, name, width, lang }))));
  for (const { colorScheme, name, width, lang } of looks) {
    for (const state of Object.keys(GATE_STATES)) {
      await withPage(browser, { viewport: { width, height: 720 }, colorScheme }, async (page, foreign) => {
        await translate(page.context(), '/full.html', lang);
        await reachState(page, foreign, { state, path: '/full.html' });
        // A language is fetched before anything is drawn; until then, and where nothing can be, the author's content shows.
        if (state !== 'invalid') await page.locator('jitsi-gate section').waitFor();
        // Chromium paints no frame of another site that has not been in the window.
        for (const frame of await page.locator('jitsi-gate iframe').all()) await frame.hover();
        await page.screenshot({ path: here(`./screens/${state}-${colorScheme}-${name}-${lang}.png`), fullPage: true });
      });
    }
  }
  console.log(`e2e/screens/: ${Object.keys(GATE_STATES).length * looks.length} pictures`);
}

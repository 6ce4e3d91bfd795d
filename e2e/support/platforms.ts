import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright/test';

/** A consent platform, as its own package from npm runs on a page. Besides the meetings, the site asks about `video` and `stats`. */
export interface RealPlatform {
  readonly name: string;
  /** What the gate has to be told. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The page's markup for it; without the service where that is not declared. */
  head(declared?: boolean): string;
  /** Presses its banner's button for everything, as a visitor does; where it has no banner, its function for that. */
  accept(page: Page): Promise<void>;
  refuse(page: Page): Promise<void>;
  /** Decides on the meetings alone, later on. */
  set(page: Page, granted: boolean): Promise<void>;
  /** Forgets what was decided. */
  reset(page: Page): Promise<void>;
  /** What it says about the other services, and about the meetings; undefined where nothing is decided. */
  said(page: Page): Promise<{ readonly meetings: unknown; readonly others: unknown }>;
  /** Whether decisions at the gate can be told to it. */
  readonly isWritten: boolean;
}

const read = async (page: Page, script: string): Promise<unknown> => page.evaluate(script);

/** The words of the visitor, one after the other, in a turn of the page's own. */
const run = async (page: Page, script: string): Promise<void> => {
  await page.evaluate(`(async () => { ${script} })()`).catch((error: unknown) => {
    // Some reload the page after a no.
    if (!/context was destroyed|navigat/i.test(String(error))) throw error;
  });
  await page.waitForLoadState();
};

const klaro: RealPlatform = {
  name: 'klaro',
  options: { cmp: 'klaro' },
  head: (declared = true) => `<script>window.klaroConfig = ${JSON.stringify({
    version: 1,
    translations: { zz: { privacyPolicyUrl: '/privacy' }, en: { purposes: { video: 'Video', stats: 'Statistics' } } },
    services: [...declared ? [{ name: 'jitsi', title: 'Meetings', purposes: ['video'], default: true }] : [], { name: 'video', title: 'Videos', purposes: ['video'] }, { name: 'stats', title: 'Statistics', purposes: ['stats'], default: true }],
  })};</script><script defer src="/platforms/klaro/klaro.js"></script>`,
  accept: (page) => page.locator('.cookie-notice .cm-btn-success').click(),
  refuse: (page) => page.locator('.cookie-notice .cn-decline').click(),
  set: (page, granted) => run(page, `const m = klaro.getManager(); m.updateConsent('jitsi', ${granted}); m.saveAndApplyConsents('save');`),
  reset: (page) => run(page, 'klaro.getManager().resetConsents();'),
  said: (page) => read(page, `(() => { const { jitsi, ...others } = JSON.parse(decodeURIComponent(document.cookie.match(/klaro=([^;]*)/)?.[1] ?? '{}')); return { meetings: jitsi, others }; })()`) as never,
  isWritten: true,
};

const vanilla: RealPlatform = {
  name: 'vanilla-cookieconsent',
  options: { cmp: 'vanilla-cookieconsent' },
  head: (declared = true) => `<link rel="stylesheet" href="/platforms/vanilla-cookieconsent/cookieconsent.css"><script defer src="/platforms/vanilla-cookieconsent/cookieconsent.umd.js"></script>
<script>window.runIt = () => CookieConsent.run(${JSON.stringify({
    hideFromBots: false,
    categories: { necessary: { readOnly: true, enabled: true }, embeds: { services: { video: { label: 'Videos' }, ...declared && { jitsi: { label: 'Meetings' } } } }, stats: {} },
    language: { default: 'en', translations: { en: { consentModal: { title: 'Choices', acceptAllBtn: 'All', acceptNecessaryBtn: 'None', showPreferencesBtn: 'More' }, preferencesModal: { title: 'More', acceptAllBtn: 'All', acceptNecessaryBtn: 'None', savePreferencesBtn: 'Save', sections: [{ title: 'Embeds', linkedCategory: 'embeds' }] } } } },
  })}); document.readyState === 'loading' ? addEventListener('DOMContentLoaded', runIt) : runIt();</script>`,
  accept: (page) => page.locator('#cc-main [data-role=all]').first().click(),
  refuse: (page) => page.locator('#cc-main [data-role=necessary]').first().click(),
  set: (page, granted) => run(page, `CookieConsent.acceptService(${granted ? "[...CookieConsent.getUserPreferences().acceptedServices.embeds ?? [], 'jitsi']" : "(CookieConsent.getUserPreferences().acceptedServices.embeds ?? []).filter((one) => one !== 'jitsi')"}, 'embeds');`),
  reset: (page) => run(page, 'CookieConsent.reset(true); location.reload();'),
  said: (page) => read(page, `(() => { const kept = JSON.parse(decodeURIComponent(document.cookie.match(/cc_cookie=([^;]*)/)?.[1] ?? '{}')); return { meetings: kept.services?.embeds?.includes('jitsi'), others: [kept.services?.embeds?.filter((one) => one !== 'jitsi'), kept.services?.stats, kept.categories?.filter((one) => one !== 'embeds')] }; })()`) as never,
  isWritten: true,
};

const orejime: RealPlatform = {
  name: 'orejime',
  options: { cmp: 'orejime' },
  head: (declared = true) => `<link rel="stylesheet" href="/platforms/orejime/orejime-standard.css"><script>window.orejimeConfig = ${JSON.stringify({
    privacyPolicyUrl: '/privacy',
    purposes: [...declared ? [{ id: 'jitsi', title: 'Meetings', description: 'Meetings', cookies: [], default: true }] : [], { id: 'video', title: 'Videos', description: 'Videos', cookies: [] }, { id: 'stats', title: 'Statistics', description: 'Statistics', cookies: [], default: true }],
  })};</script><script defer src="/platforms/orejime/orejime-standard-en.js"></script>`,
  accept: (page) => page.locator('.orejime-Banner-saveButton').click(),
  refuse: (page) => page.locator('.orejime-Banner-declineButton').click(),
  set: (page, granted) => run(page, `orejime.manager.setConsent('jitsi', ${granted});`),
  reset: (page) => run(page, 'orejime.manager.clearConsents();'),
  said: (page) => read(page, `(() => { const { jitsi, ...others } = JSON.parse(decodeURIComponent(document.cookie.match(/eu-consent=([^;]*)/)?.[1] ?? '{}')); return { meetings: jitsi, others }; })()`) as never,
  isWritten: true,
};

const tarteaucitron: RealPlatform = {
  name: 'tarteaucitron',
  options: { cmp: 'tarteaucitron' },
  head: (declared = true) => `<script src="/platforms/tarteaucitronjs/tarteaucitron.js"></script><script>
tarteaucitron.init({ privacyUrl: '/privacy', orientation: 'bottom', showAlertSmall: false, cookieslist: false, DenyAllCta: true, AcceptAllCta: true, highPrivacy: true, useExternalCss: false, useExternalJs: false });
for (const key of ${JSON.stringify([...declared ? ['jitsi'] : [], 'video', 'stats'])}) {
  tarteaucitron.services[key] = { key, type: 'video', name: key, uri: '/privacy', needConsent: true, cookies: [], js() {}, fallback() {} };
  (tarteaucitron.job = tarteaucitron.job || []).push(key);
}</script>`,
  accept: (page) => page.locator('#tarteaucitronPersonalize2').click(),
  refuse: (page) => page.locator('#tarteaucitronAllDenied2').click(),
  set: (page, granted) => run(page, `tarteaucitron.setConsent('jitsi', ${granted});`),
  reset: (page) => run(page, "document.cookie = 'tarteaucitron=;path=/;max-age=0'; location.reload();"),
  said: (page) => read(page, `(() => { const kept = Object.fromEntries((document.cookie.match(/tarteaucitron=([^;]*)/)?.[1] ?? '').split('!').filter(Boolean).map((one) => one.split('='))); const { jitsi, ...others } = kept; return { meetings: jitsi === 'true' ? true : jitsi === 'false' ? false : undefined, others }; })()`) as never,
  isWritten: true,
};

const c15t: RealPlatform = {
  name: 'c15t',
  options: { cmp: 'c15t', cmpCategory: 'experience' },
  head: (declared = true) => `<script>window.categories = ${JSON.stringify(['necessary', ...declared ? ['experience'] : [], 'measurement', 'marketing'])};</script><script defer src="/platforms/c15t.js"></script>`,
  accept: (page) => run(page, "await c15tStore.getState().saveConsents('all');"),
  refuse: (page) => run(page, "await c15tStore.getState().saveConsents('necessary');"),
  set: (page, granted) => run(page, `await c15tStore.getState().setConsent('experience', ${granted});`),
  reset: (page) => run(page, 'await c15tStore.getState().resetConsents();'),
  said: (page) => read(page, '(() => { const { consents: { experience, ...others }, hasConsented } = c15tStore.getState(); return { meetings: hasConsented() ? experience : undefined, others }; })()') as never,
  isWritten: false,
};

export const REAL_PLATFORMS: readonly RealPlatform[] = [klaro, vanilla, orejime, tarteaucitron, c15t];

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

let bundled: Promise<string> | undefined;

/** c15t has modules only; a site bundles them. */
async function bundleC15t(): Promise<string> {
  const source = "import { getOrCreateConsentRuntime } from 'c15t'; getOrCreateConsentRuntime({ mode: 'offline', consentCategories: window.categories, ...window.c15tOptions });";
  const result = await build({ stdin: { contents: source, resolveDir: modules }, bundle: true, write: false, format: 'iife', platform: 'browser', minify: true, logLevel: 'silent' });
  return result.outputFiles[0]?.text ?? '';
}

const FOLDERS: Readonly<Record<string, string>> = { klaro: 'klaro/dist', orejime: 'orejime/dist', 'vanilla-cookieconsent': 'vanilla-cookieconsent/dist', tarteaucitronjs: 'tarteaucitronjs' };

/** Serves the packages' own files from the site. */
export async function servePlatforms(context: BrowserContext): Promise<void> {
  await context.route((url) => url.hostname === '127.0.0.1' && url.pathname.startsWith('/platforms/'), async (route) => {
    const [, , name = '', ...rest] = new URL(route.request().url()).pathname.split('/');
    if (name === 'c15t.js') return route.fulfill({ contentType: 'text/javascript', body: await (bundled ??= bundleC15t()) });
    return route.fulfill({ contentType: rest.at(-1)?.endsWith('.css') ? 'text/css' : 'text/javascript', body: await readFile(`${modules}${FOLDERS[name]}/${rest.join('/')}`) });
  });
}

/** Markup that comes into the page a second after it has loaded, as optimisers and tag managers do it: scripts in their order. */
export const lateMarkup = (html: string): string => `<template id="late">${html}</template><script>
addEventListener('load', () => setTimeout(async () => {
  for (const one of [...document.getElementById('late').content.cloneNode(true).children]) {
    if (one.localName !== 'script') document.head.append(one);
    else await new Promise((done) => {
      const script = Object.assign(document.createElement('script'), one.src ? { src: one.src, onload: done } : { textContent: one.textContent });
      document.head.append(script);
      if (!one.src) done();
    });
  }
}, 1000));</script>`;

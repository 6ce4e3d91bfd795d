import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright/test';
import { PLACEHOLDER, PRACTICE } from './made-site.js';
import { RECEIPTS_PATH } from './receiver.js';

/** How a callback of the site behaves at one call. */
export type CallbackAnswer = { readonly value: unknown } | { readonly later: unknown } | { readonly none: true } | { readonly reject: string } | { readonly throw: string } | { readonly hang: true };

/** What the site's callbacks do at their first, second and later calls; the last answer stays. Without any there is no callback. */
export interface Callbacks {
  readonly getToken?: readonly CallbackAnswer[];
  readonly userInfo?: readonly CallbackAnswer[];
}

declare global {
  interface Window {
    siteCallbacks: Record<string, (...given: unknown[]) => unknown>;
    /** Every call of a callback: its name, what it was given, and whether the decision was on record by then. */
    calls: [name: string, given: unknown[], hasGrant: boolean][];
    /** Lets the callbacks that hang answer after all. */
    answerLate(value: unknown): void;
  }
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const APP = `import { configure } from './index.js'; import './define.js'; configure({ ...window.siteConfig, ...window.siteCallbacks });`;

let pending: Promise<string> | undefined;

/** The built package and one call of `configure` in a single script, as a site's bundler makes it. */
function bundleApp(): Promise<string> {
  pending ??= build({ stdin: { contents: APP, resolveDir: dist }, bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2022', logLevel: 'silent' })
    .then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return pending;
}

/** Runs in the page before its scripts. Names no function of its own: the loader would bring a helper along that a page lacks. */
function installCallbacks(answers: Readonly<Record<string, readonly CallbackAnswer[]>>): void {
  const waiting: ((value: unknown) => void)[] = [];
  window.calls = [];
  window.siteCallbacks = {};
  window.answerLate = (value) => {
    for (const answer of waiting.splice(0)) answer(value);
  };
  for (const [name, script] of Object.entries(answers)) {
    let turn = 0;
    window.siteCallbacks[name] = (...given) => {
      window.calls.push([name, given, Object.entries(localStorage).some(([key, text]) => key.startsWith('jitsi-gate.') && String(text).includes('"granted"'))]);
      const answer = script[Math.min(turn, script.length - 1)];
      turn += 1;
      if (answer && 'throw' in answer) throw new Error(answer.throw);
      if (answer && 'reject' in answer) return Promise.reject(new Error(answer.reject));
      if (answer && 'value' in answer) return answer.value;
      if (answer && 'none' in answer) return undefined;
      if (answer && 'later' in answer) return new Promise((resolve) => setTimeout(resolve, 50, answer.later));
      return new Promise((resolve) => waiting.push(resolve));
    };
  }
}

/** Opens an application of the npm package whose site has callbacks; receipts go to the site's own endpoint. */
export async function openWithCallbacks(page: Page, context: BrowserContext, { config = {}, ...callbacks }: Callbacks & { readonly config?: object }): Promise<void> {
  const settings = { site: 'Example practice', privacyUrl: '/privacy#meetings', receipts: RECEIPTS_PATH, operators: { practice: PRACTICE }, ...config };
  const room = PLACEHOLDER.replace('<div id="box" data-jitsi-room', '<jitsi-gate id="box" room').replace('data-jitsi-label', 'label').replace('</div>', '</jitsi-gate>');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An application</title><link rel="icon" href="data:,">
<script>window.siteConfig = ${JSON.stringify(settings)};</script><script defer src="/application.js"></script></head><body><main><h1>An application</h1>${room}</main></body></html>`;
  const script = await bundleApp();
  await page.addInitScript(installCallbacks, callbacks);
  await context.route((url) => url.pathname === '/application.js' && url.hostname === '127.0.0.1', (route) => route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }));
  await context.route((url) => url.pathname === '/application.html' && url.hostname === '127.0.0.1', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto('/application.html');
}

/** Everything of a page that outlives a moment or that others can read: address, history, storage, and the document but for the meeting. */
export function readPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const parts: unknown[] = [location.href, document.title, document.cookie, window.name, history.state, { ...localStorage }, { ...sessionStorage }];
    const roots: ParentNode[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        // The meeting's own frame has to carry them: its server is whom they are for.
        if (element.localName === 'iframe' && element.closest('[part="meeting"]')) continue;
        parts.push(Array.from(element.attributes, ({ value }) => value), Array.from(element.childNodes, (node) => (node instanceof Text ? node.data : '')));
      }
    }
    return JSON.stringify(parts);
  });
}

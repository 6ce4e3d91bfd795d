import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright/test';
import { PRACTICE } from './made-site.js';

/** The attributes of the script tag that a site needs at least. */
export const TAG = 'data-domain="meet.example.eu" data-operator="Example GmbH" data-country="DE" data-privacy-url="/privacy"';

/** The same as a JSON block, with whatever else it says. */
export const blockOf = (more: object = {}): string => `<script type="application/json" id="jitsi-gate-config">${JSON.stringify({ privacyUrl: '/privacy', operators: { practice: PRACTICE }, ...more })}</script>`;

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
export const distFile = (name: string): string => dist + name;

/** A page that a test writes itself, but for its head. */
export interface RawPage {
  readonly path?: string;
  readonly lang?: string;
  /** What stands before the placeholder. */
  readonly scripts: string;
  readonly body?: string;
}

/** Serves a page from now on, with nothing of the gate but what `scripts` says. */
export async function serveRaw(context: BrowserContext, { path = '/raw.html', lang = 'en', scripts, body = '<div id="box" data-jitsi-room="consulting-hour-x8k2pq9z"><a href="#contact">Call us</a></div>' }: RawPage): Promise<string> {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${scripts}</head><body><h1>A page</h1>${body}</body></html>`;
  await context.route((url) => url.pathname === path && url.hostname === '127.0.0.1', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  return path;
}

/** Serves one of the built files at another address of any host, as optimisers and asset hosts do. */
export async function serveFile(context: BrowserContext, address: string, name: string): Promise<void> {
  await context.route(address, (route) => route.fulfill({ path: distFile(name), contentType: 'text/javascript' }));
}

import type { Request, Route } from 'playwright/test';
import { buildExternalApi } from './external-api.js';
import { meetingPage } from './meeting-page.js';
import { FOREIGN_HOSTS } from './network-log.js';

/** How a test wants a foreign request answered instead. */
export type ForeignAnswer =
  | { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> }
  | { readonly body: string; readonly headers?: Record<string, string> }
  | { readonly abort: true | 'connectionrefused' | 'namenotresolved' | 'blockedbyclient' | 'internetdisconnected' }
  | { readonly hang: true }
  /** Goes to the network after all; only loopback servers can be reached. */
  | { readonly pass: true }
  | { readonly delay: number }
  | HeldAnswer;

/** An answer that is kept back, so that a test can act while the request waits. */
export interface HeldAnswer {
  /** Lets the request be answered as a Jitsi server would. */
  readonly release: () => void;
  readonly released: Promise<void>;
  /** The browser was handed the answer, whether it still wanted it or not. */
  readonly given: Promise<void>;
  readonly give: () => void;
}

/** Makes an answer that waits for `release`. */
export function holdAnswer(): HeldAnswer {
  let release = (): void => undefined;
  let give = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const given = new Promise<void>((resolve) => (give = resolve));
  return { release, released, given, give };
}

/** Part of the URL, a pattern, or a test of the URL. */
export type ForeignPattern = string | RegExp | ((url: URL) => boolean);

/** Tells whether a URL is meant by a pattern. */
export function isMatch(pattern: ForeignPattern, url: string): boolean {
  if (typeof pattern === 'function') return pattern(new URL(url));
  return typeof pattern === 'string' ? url.includes(pattern) : pattern.test(url);
}

function playsHost(url: URL): boolean {
  return url.protocol === 'https:' && FOREIGN_HOSTS.some((host) => host === url.hostname);
}

async function answerAsJitsi(route: Route, request: Request): Promise<void> {
  const url = new URL(request.url());
  if (!playsHost(url) || request.method() !== 'GET') return route.abort('namenotresolved');
  if (url.pathname.endsWith('/external_api.js') || url.pathname === '/libs/external_api.min.js') {
    // Stock servers allow cross-origin reads below /libs only.
    const headers = url.pathname.startsWith('/libs/') ? { headers: { 'access-control-allow-origin': '*' } } : {};
    return route.fulfill({ contentType: 'application/javascript', ...headers, body: await buildExternalApi() });
  }
  if (request.resourceType() !== 'document') return route.abort('namenotresolved');
  await route.fulfill({ contentType: 'text/html; charset=utf-8', body: await meetingPage() });
}

/** Answers one intercepted foreign request: as the test asked, or else as a Jitsi server on a known host would. */
export async function answerForeign(route: Route, asked: ForeignAnswer | undefined): Promise<void> {
  const request = route.request();
  if (asked === undefined) return answerAsJitsi(route, request);
  if ('hang' in asked) return;
  if ('pass' in asked) return route.continue();
  if ('abort' in asked) return route.abort(asked.abort === true ? 'failed' : asked.abort);
  if ('delay' in asked) {
    await new Promise((resolve) => setTimeout(resolve, asked.delay));
    return answerAsJitsi(route, request);
  }
  if ('released' in asked) {
    await asked.released;
    // A request that the page has given up meanwhile cannot be answered any more, and that is right.
    await answerAsJitsi(route, request).catch(() => undefined);
    return asked.give();
  }
  const status = 'status' in asked ? asked.status : 200;
  const contentType = request.resourceType() === 'document' ? 'text/html' : 'application/javascript';
  const headers = asked.headers && { headers: asked.headers };
  await route.fulfill({ contentType, status, body: asked.body ?? '', ...headers });
}

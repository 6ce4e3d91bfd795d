import { expect, type BrowserContext, type Page, type Request, type Route } from 'playwright/test';
import { answerForeign, isMatch, type ForeignAnswer, type ForeignPattern } from './foreign-answers.js';
import { noteLedgerWrites } from './ledger-clock.js';
import { readLookups } from './network-log.js';

const LEDGER_PREFIX = 'jitsi-gate.';

/** One request to a host that is not the site, as the browser made it; failed and aborted ones too. */
export interface ForeignRequest {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The page's decisions in `localStorage`, by key, while the request waited; undefined when unreadable. */
  atStorage: Readonly<Record<string, string>> | undefined;
  /** Chromium's reason when the request failed. */
  failure: string | undefined;
}

/** Records and answers everything that is not for the site. */
export interface Foreign {
  readonly requests: readonly ForeignRequest[];
  /** Called with the first foreign request, before it is answered; set it before the page acts. */
  onFirst(listener: (request: ForeignRequest) => void | Promise<void>): void;
  /** Answers matching requests differently from now on; the newest rule wins. Returns its undo. */
  respond(pattern: ForeignPattern, answer: ForeignAnswer): () => void;
  /** Names that pages made the browser look up past interception; filled in a regular profile only. */
  lookups(): Promise<string[]>;
  /** Waits a moment, then fails if anything foreign was requested or looked up, or a hint to do so is on a page. */
  expectSilence(): Promise<void>;
  /** Forgets the requests recorded so far. */
  clear(): void;
}

/** What the recorder watches. */
export interface ForeignOptions {
  readonly context: BrowserContext;
  readonly siteOrigin: string;
  /** The browser's network log, where there is one. */
  readonly networkLog: string | undefined;
}

function pageOf(request: Request): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    // A request without a frame yet (a new window's first navigation) has no storage to look at.
    return undefined;
  }
}

async function readLedger(page: Page | undefined, siteOrigin: string): Promise<ForeignRequest['atStorage']> {
  if (page === undefined || !page.url().startsWith(`${siteOrigin}/`)) return undefined;
  const read = page.evaluate((prefix) => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))) as Record<string, string>, LEDGER_PREFIX);
  // Blocked storage throws, and a page that waits for this very answer cannot reply: both are "unreadable".
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, 1000));
  return Promise.race([read, late]).catch(() => undefined);
}

const HINTS = ['preconnect', 'dns-prefetch', 'preload', 'prefetch', 'prerender', 'modulepreload'];

/** Hints act on the network without any request that could be intercepted, so they are looked for as markup, too. */
async function findHints(page: Page, siteOrigin: string): Promise<string[]> {
  const links = page.locator(HINTS.map((hint) => `link[rel~="${hint}" i]`).join(', '));
  const targets = await links.evaluateAll((found) => {
    return found.map((link) => (link instanceof HTMLLinkElement ? link.href : ''));
  });
  return targets.filter((href) => href.startsWith('http') && !href.startsWith(`${siteOrigin}/`));
}

/** Chromium writes its network log in batches; a few requests of a page of our own push out what waits. */
async function flushNetworkLog(context: BrowserContext, siteOrigin: string): Promise<void> {
  const page = await context.newPage();
  for (let turn = 0; turn < 3; turn += 1) await page.goto(`${siteOrigin}/favicon.ico?flush=${turn}`).catch(() => null);
  await page.close();
}

interface Recorder {
  readonly requests: ForeignRequest[];
  readonly isForeign: (url: string) => boolean;
  readonly record: (request: Request) => ForeignRequest;
}

function createRecorder(siteOrigin: string): Recorder {
  const requests: ForeignRequest[] = [];
  const byRequest = new WeakMap<Request, ForeignRequest>();
  const record = (request: Request): ForeignRequest => {
    const known = byRequest.get(request);
    if (known !== undefined) return known;
    const entry: ForeignRequest = {
      url: request.url(),
      method: request.method(),
      resourceType: request.resourceType(),
      headers: request.headers(),
      atStorage: undefined,
      failure: undefined,
    };
    byRequest.set(request, entry);
    requests.push(entry);
    return entry;
  };
  return { requests, record, isForeign: (url) => /^(https?|wss?):/.test(url) && !url.startsWith(`${siteOrigin}/`) };
}

/** Notes what the browser says about requests, whoever made them: also those that no route handler ever sees. */
function listenToBrowser(context: BrowserContext, { requests, isForeign, record }: Recorder): void {
  context.on('request', (request) => void (isForeign(request.url()) && record(request)));
  context.on('requestfailed', (request) => {
    if (isForeign(request.url())) record(request).failure = request.failure()?.errorText ?? 'failed';
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      const entry = { url: socket.url(), method: 'GET', resourceType: 'websocket', headers: {} };
      if (isForeign(entry.url)) requests.push({ ...entry, atStorage: undefined, failure: undefined });
    });
  });
}

/** Starts recording on a context. Must run before the context's first page opens. */
export async function recordForeign({ context, siteOrigin, networkLog }: ForeignOptions): Promise<Foreign> {
  const recorder = createRecorder(siteOrigin);
  const { requests } = recorder;
  const rules: { pattern: ForeignPattern; answer: ForeignAnswer }[] = [];
  const firstListeners: ((request: ForeignRequest) => void | Promise<void>)[] = [];

  const handle = async (route: Route): Promise<void> => {
    const entry = recorder.record(route.request());
    entry.atStorage = await readLedger(pageOf(route.request()), siteOrigin);
    if (requests[0] === entry) for (const listener of firstListeners) await listener(entry);
    await answerForeign(route, rules.find(({ pattern }) => isMatch(pattern, entry.url))?.answer);
  };
  const lookups = async (): Promise<string[]> => {
    if (networkLog === undefined) return [];
    await flushNetworkLog(context, siteOrigin);
    return readLookups(networkLog, siteOrigin);
  };

  listenToBrowser(context, recorder);
  await context.addInitScript(noteLedgerWrites, LEDGER_PREFIX);
  await context.route((url) => recorder.isForeign(url.href), handle);
  return {
    requests,
    lookups,
    onFirst: (listener) => void firstListeners.push(listener),
    respond: (pattern, answer) => {
      const rule = { pattern, answer };
      rules.unshift(rule);
      return () => void rules.splice(rules.indexOf(rule), 1);
    },
    expectSilence: async () => {
      await new Promise((resolve) => setTimeout(resolve, 250));
      const hints = await Promise.all(context.pages().map((page) => findHints(page, siteOrigin)));
      expect(requests.map(({ method, url }) => `${method} ${url}`), 'requests to foreign hosts').toEqual([]);
      expect(hints.flat(), 'hints to foreign hosts').toEqual([]);
      expect(await lookups(), 'names of foreign hosts looked up').toEqual([]);
    },
    clear: () => void requests.splice(0),
  };
}

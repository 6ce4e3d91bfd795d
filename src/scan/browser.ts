import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** A request to a meeting server that a page made before anybody chose anything. It was stopped. */
export interface EarlyRequest {
  readonly page: string;
  readonly url: string;
  /** What asked: `Document` for a frame, `Script`, and so on (https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-ResourceType). */
  readonly type: string;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`, String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`];

/** The browser that is used: the one in `PLAYWRIGHT_CHROMIUM`, else an installed Chromium, Chrome or Edge. */
export function findBrowser(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const { PLAYWRIGHT_CHROMIUM: named, PATH = '' } = env;
  const inPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...named ? [named] : [], ...inPath, ...PLACES].find((path) => existsSync(path));
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

type Params = Readonly<Record<string, unknown>>;

/** Speaks with a browser through its pipe (Chrome DevTools Protocol): each message is JSON, ended by a NUL. */
class Pipe {
  readonly #out: Writable;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #next = 1;
  onEvent: (message: Message) => void = () => undefined;

  constructor({ stdio }: ChildProcess) {
    this.#out = stdio[3] as Writable;
    let rest = '';
    (stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#take(JSON.parse(message) as Message);
    });
  }

  #take(message: Message): void {
    if (message.id === undefined) return this.onEvent(message);
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }

  /** Sends a command. Rejects where the browser refuses it. */
  send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {})));
      this.#out.write(`${JSON.stringify({ id, method, params, ...sessionId !== undefined && { sessionId } })}\0`);
    });
  }
}

/** Milliseconds: for a page to load, and for its scripts to add what they add late. */
const LOADING = 15_000;
const LATER = 2500;

/** Scrolls through a page, as what is far below loads when it comes near. */
const SCROLL = `(async () => { for (let y = 0; y < Math.min(document.documentElement.scrollHeight, 50000); y += 600) { scrollTo(0, y); await new Promise((done) => setTimeout(done, 60)); } })()`;

/** Opens pages one after the other, stops every request to a meeting server, and tells of it. */
async function visit(pipe: Pipe, pages: readonly string[], isMeeting: (url: string) => boolean): Promise<EarlyRequest[]> {
  const found: EarlyRequest[] = [];
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true }) as { sessionId: string };
  let page = '';
  let loaded: () => void = () => undefined;
  pipe.onEvent = ({ method, params = {} }) => {
    if (method === 'Page.loadEventFired') loaded();
    if (method !== 'Fetch.requestPaused') return;
    const { requestId, request, resourceType } = params as { requestId: string; request: { url: string }; resourceType: string };
    const isStopped = isMeeting(request.url);
    if (isStopped) found.push({ page, url: request.url, type: resourceType });
    // A page that is gone meanwhile needs no answer.
    pipe.send(isStopped ? 'Fetch.failRequest' : 'Fetch.continueRequest', { requestId, ...isStopped && { errorReason: 'BlockedByClient' } }, sessionId).catch(() => undefined);
  };
  await pipe.send('Page.enable', {}, sessionId);
  await pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId);
  for (page of pages) {
    const isLoaded = new Promise<void>((resolve) => (loaded = resolve));
    await pipe.send('Page.navigate', { url: page }, sessionId);
    await Promise.race([isLoaded, pause(LOADING)]);
    await Promise.race([pipe.send('Runtime.evaluate', { expression: SCROLL, awaitPromise: true }, sessionId).catch(() => undefined), pause(LOADING)]);
    await pause(LATER);
  }
  return found;
}

/**
 * Opens pages in a browser of their own, without profile, and gives every request to a meeting server that they make by themselves. Such
 * requests are stopped, so nobody is contacted.
 */
export async function earlyRequests(program: string, pages: readonly string[], isMeeting: (url: string) => boolean): Promise<EarlyRequest[]> {
  const profile = await mkdtemp(join(tmpdir(), 'jitsi-gate-browser-'));
  const flags = ['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--no-first-run', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--disable-component-update', ...process.getuid?.() === 0 ? ['--no-sandbox'] : [], 'about:blank'];
  const child = spawn(program, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the browser ended with ${String(code)}`)));
  });
  const isOver = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    return await Promise.race([visit(new Pipe(child), pages, isMeeting), failed]);
  } finally {
    failed.catch(() => undefined);
    child.kill();
    await isOver;
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

import { ofDocument } from '../../lib/of-document.js';
import { warnOnce } from '../../lib/warn-once.js';
import type { JitsiApiConstructor } from './types.js';

/** What the browser needs to fetch one external_api.js. */
export interface ScriptRequest {
  readonly url: string;
  readonly nonce: string;
  /** Subresource Integrity hash, if the owner pinned one. */
  readonly integrity: string | undefined;
  /** What the server learns of the page's address; default `no-referrer`. */
  readonly referrerPolicy?: ReferrerPolicy | undefined;
}

/**
 * The class, or why there is none: the script did not come, the server answered and refused it, it brought something else, or it may
 * not have an address in this page.
 */
export type Loaded = JitsiApiConstructor | 'unreachable' | 'refused' | 'no-api' | 'policy';

/** A script that was asked for, and for whom. */
interface Load {
  readonly script: HTMLScriptElement;
  readonly loading: Promise<Loaded>;
  readonly waiting: Set<AbortSignal>;
}

type Page = Record<string, unknown> & { define?: { amd?: unknown } };

const GLOBAL = 'JitsiMeetExternalAPI';
const loads = new Map<string, Load>();
/** The class in use for each server. */
const classes = new Map<string, JitsiApiConstructor>();
/** Scripts that somebody waits for. */
const pending = new Set<HTMLScriptElement>();
/** What our scripts brought, by script. */
const brought = new WeakMap<Element, unknown>();

/**
 * While one of our scripts runs, its class is taken from it directly: the page's global keeps the value that it had,
 * so that two servers' scripts never replace each other, and a module loader (AMD) on the page does not swallow
 * the class (docs/jitsi.md §1.1, §1.7). Returns how to put everything back, or undefined where the page's global cannot
 * be replaced.
 */
function interceptGlobals(): (() => void) | undefined {
  const page = window as unknown as Page;
  const running = (): Element | undefined => {
    const script = ofDocument('currentScript');
    return script && brought.has(script) ? script : undefined;
  };
  const hadGlobal = GLOBAL in page;
  let value = page[GLOBAL];
  const set = (next: unknown): void => {
    const script = running();
    if (script) brought.set(script, next);
    else value = next;
  };
  if (!Reflect.defineProperty(page, GLOBAL, { configurable: true, get: () => value, set })) return undefined;
  const loader = page.define;
  const amd = loader?.amd;
  if (loader && amd) Reflect.defineProperty(loader, 'amd', { configurable: true, get: () => (running() ? undefined : amd) });
  return () => {
    if (loader && amd) Reflect.defineProperty(loader, 'amd', { configurable: true, writable: true, value: amd });
    Reflect.deleteProperty(page, GLOBAL);
    if (hadGlobal || value !== undefined) page[GLOBAL] = value;
  };
}

let restoreGlobals: (() => void) | undefined;

function settle(script: HTMLScriptElement): void {
  pending.delete(script);
  script.remove();
  if (pending.size > 0) return;
  restoreGlobals?.();
  restoreGlobals = undefined;
}

/** Takes away the second global that the script makes; a page that uses lib-jitsi-meet itself has more under this name. */
function removeLeftover(): void {
  const leftover: unknown = Reflect.get(window, 'JitsiMeetJS');
  if (Object.keys(Object(leftover) as object).join() === 'app') Reflect.deleteProperty(window, 'JitsiMeetJS');
}

/**
 * The class out of a global `exports`, which some pages make for scripts that were written for Node and where this one then
 * puts it as well.
 */
function fromExports(): unknown {
  const { exports } = window as unknown as { exports?: Record<string, unknown> };
  const value = exports?.[GLOBAL];
  if (value) delete exports?.[GLOBAL];
  return value;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const allowed = new Set<string>();
let policy: { createScriptURL(url: string): string } | undefined;

/** Passes exactly the addresses that were asked for with a grant (docs/law.md R77). */
function trusted(url: string): string {
  allowed.add(url);
  const types = (window as unknown as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy('jitsi-gate', {
    createScriptURL(asked) {
      if (!allowed.has(asked)) throw new TypeError('not the address of a declared operator');
      return asked;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}

/**
 * Notes from now on what is fetched from an address. What it returns says, once, whether the server is known to have answered, and not
 * with a script. A browser tells it where the server lets the page know: the status of a script that carries `integrity`, or times, by
 * `Timing-Allow-Origin`. Else a 403 of another host looks like no network
 * (https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-responsestatus).
 */
function watchRefusal(url: string): () => boolean {
  const entries: PerformanceResourceTiming[] = [];
  const note = (all: readonly PerformanceEntry[]): void => void entries.push(...all.filter(({ name }) => name === url) as PerformanceResourceTiming[]);
  let observer: PerformanceObserver | undefined;
  try {
    // An observer hears of all; the page's own list ends at 250 entries.
    observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'resource' });
  } catch {
    // Another script took the observer away: then nobody knows, which is what most servers leave anyway.
  }
  return () => {
    note(observer?.takeRecords() ?? []);
    observer?.disconnect();
    return entries.some(({ responseStart, responseStatus }) => (responseStatus ? responseStatus >= 400 : responseStart > 0));
  };
}

/** In place of what a script brought: the page's Trusted Types let nobody give it an address. */
const REFUSED = Symbol('refused');

/** Runs one script element and gives what it brought: anything, if it loaded; undefined if it did not; or REFUSED. */
function run(script: HTMLScriptElement, url: string): Promise<unknown> {
  return new Promise((resolve) => {
    const finish = (value: unknown): void => {
      settle(script);
      resolve(value);
    };
    // The event fires in the same turn as the script ran, so the page's global is still this script's if it is not trapped.
    script.onload = () => {
      removeLeftover();
      // Where the global cannot be replaced, it is this script's own, because the event fires in the turn in which it ran.
      finish((restoreGlobals ? brought.get(script) : Reflect.get(window, GLOBAL)) ?? fromExports() ?? null);
    };
    script.onerror = () => finish(undefined);
    pending.add(script);
    brought.set(script, undefined);
    restoreGlobals ??= interceptGlobals();
    try {
      script.src = trusted(url);
      ofDocument('head').append(script);
    } catch (error) {
      warnOnce('script', String(error), 'error');
      finish(script.src ? undefined : REFUSED);
    }
  });
}

/**
 * The class that meetings on a server are made of: the first that it brought, also where customers or releases have scripts of
 * their own. Each script numbers its instances from 0, and on one server equal numbers hear each other (docs/jitsi.md §1.7).
 */
function classFor(url: string, fresh: JitsiApiConstructor): JitsiApiConstructor {
  const { origin } = new URL(url);
  const known = classes.get(origin) ?? fresh;
  classes.set(origin, known);
  return known;
}

async function inject(script: HTMLScriptElement, { url, nonce, integrity, referrerPolicy = 'no-referrer' }: ScriptRequest): Promise<Loaded> {
  script.referrerPolicy = referrerPolicy;
  // Tells it from a script that somebody else put into the page (page/leaks.ts).
  script.dataset['jitsiGate'] = '';
  if (nonce) script.nonce = nonce;
  if (integrity) Object.assign(script, { integrity, crossOrigin: 'anonymous' });
  const endWatch = watchRefusal(url);
  const value = await run(script, url);
  const isRefusal = endWatch();
  if (typeof value === 'function') return classFor(url, value as JitsiApiConstructor);
  if (loads.get(url)?.script === script) loads.delete(url);
  if (value === REFUSED) return 'policy';
  if (value !== undefined) return 'no-api';
  return isRefusal ? 'refused' : 'unreachable';
}

/** Gives up on a load that nobody waits for any more, so that the next call asks again. What it brings is used by nobody. */
function giveUp(url: string, { script }: Load): void {
  if (!pending.has(script)) return;
  loads.delete(url);
  settle(script);
  // Taken out of the page, a script would still run when it arrives; in another document it never does (HTML Standard,
  // "execute the script element").
  document.implementation.createHTMLDocument('').adoptNode(script);
}

/**
 * Fetches an operator's external_api.js once a page and gives its class. A failed load is forgotten, so the next call
 * tries again. Once everybody who waits has aborted, the load is given up and the promise never settles.
 */
export function loadExternalApi(request: ScriptRequest, signal: AbortSignal): Promise<Loaded> {
  const { url } = request;
  let load = loads.get(url);
  if (!load) {
    const script = document.createElement('script');
    load = { script, loading: inject(script, request), waiting: new Set() };
    loads.set(url, load);
  }
  const { loading, waiting } = load;
  const known = load;
  waiting.add(signal);
  signal.addEventListener('abort', () => {
    waiting.delete(signal);
    if (waiting.size === 0) giveUp(url, known);
  }, { once: true });
  return loading;
}

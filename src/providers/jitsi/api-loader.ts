import { warnOnce } from '../../lib/warn-once.js';
import type { JitsiApiConstructor } from './types.js';

/** What the browser needs to fetch one external_api.js. */
export interface ScriptRequest {
  readonly url: string;
  readonly nonce: string;
  /** Subresource Integrity hash, if the owner pinned one. */
  readonly integrity: string | undefined;
}

type Loading = Promise<JitsiApiConstructor | undefined>;
type Page = Record<string, unknown> & { define?: { amd?: unknown } };

const GLOBAL = 'JitsiMeetExternalAPI';
const loads = new Map<string, Loading>();
const pending = new Set<HTMLScriptElement>();
const brought = new WeakMap<Element, unknown>();

const running = (): HTMLScriptElement | undefined => [...pending].find((script) => script === document.currentScript);

/**
 * While one of our scripts runs, its class is taken from it directly: the page's global keeps the value that it had,
 * so that two servers' scripts never replace each other, and a module loader (AMD) on the page does not swallow
 * the class (facts: jitsi.md §1.1, §1.7). Returns how to put everything back.
 */
function interceptGlobals(): () => void {
  const page = window as unknown as Page;
  const hadGlobal = GLOBAL in page;
  let value = page[GLOBAL];
  const isTrapped = Reflect.defineProperty(page, GLOBAL, {
    configurable: true,
    get: () => value,
    set(next: unknown) {
      const script = running();
      if (script) brought.set(script, next);
      else value = next;
    },
  });
  const loader = page.define;
  const amd = loader?.amd;
  if (loader && amd) Reflect.defineProperty(loader, 'amd', { configurable: true, get: () => (running() ? undefined : amd) });
  return () => {
    if (loader && amd) Reflect.defineProperty(loader, 'amd', { configurable: true, writable: true, value: amd });
    if (!isTrapped) return;
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

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const allowed = new Set<string>();
let policy: { createScriptURL(url: string): string } | undefined;

/** Passes exactly the addresses that were asked for with a grant (law R77). */
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

/** Runs one script element and gives what it brought: anything, if it loaded; undefined if it did not. */
function run(script: HTMLScriptElement, url: string): Promise<unknown> {
  return new Promise((resolve) => {
    const finish = (value: unknown): void => {
      settle(script);
      resolve(value);
    };
    // The event fires in the same turn as the script ran, so the page's global is still this script's if it is not trapped.
    script.onload = () => finish(brought.get(script) ?? Reflect.get(window, GLOBAL) ?? null);
    script.onerror = () => finish(undefined);
    pending.add(script);
    restoreGlobals ??= interceptGlobals();
    try {
      script.src = trusted(url);
      document.head.append(script);
    } catch (error) {
      // A Trusted Types rule of the page refused the address: the same as a script that cannot load.
      warnOnce('script', String(error), 'error');
      finish(undefined);
    }
  });
}

async function inject({ url, nonce, integrity }: ScriptRequest): Loading {
  const script = document.createElement('script');
  script.referrerPolicy = 'no-referrer';
  if (nonce) script.nonce = nonce;
  if (integrity) Object.assign(script, { integrity, crossOrigin: 'anonymous' });
  const value = await run(script, url);
  if (typeof value === 'function') return value as JitsiApiConstructor;
  loads.delete(url);
  if (value !== undefined) warnOnce('script', `${url} did not bring ${GLOBAL}`);
  return undefined;
}

/**
 * Fetches an operator's external_api.js once a page and gives its class, or undefined if it cannot be had.
 * A failed load is forgotten, so the next call tries again.
 */
export function loadExternalApi(request: ScriptRequest): Loading {
  const known = loads.get(request.url);
  if (known) return known;
  const loading = inject(request);
  loads.set(request.url, loading);
  return loading;
}

/** Forgets a load that takes too long, so that the next call asks again. What it brings later is used by nobody. */
export function forgetLoad(url: string, loading: Loading): void {
  if (loads.get(url) === loading) loads.delete(url);
}

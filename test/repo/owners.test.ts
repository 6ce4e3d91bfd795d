import { describe, expect, it } from 'vitest';
import { checkOwners } from '../support/owner-rules.js';
import { parseFolder } from '../support/repo-files.js';
import { parseSource } from '../support/syntax.js';

const check = (file: string, text: string): string[] => checkOwners(parseSource(file, text));

describe('globals have owners', () => {
  it('lets nobody but the owner touch storage, network, frames, clock, randomness and vendor globals', () => {
    const sources = parseFolder('src');
    expect(sources.length, 'files read in src/').toBeGreaterThan(0);
    expect(sources.flatMap(checkOwners)).toEqual([]);
  });
});

describe('the owner check itself', () => {
  it('names file, line, the thing and its owner', () => {
    expect(check('src/gate/controller.ts', "\nlocalStorage.getItem('a');")).toEqual([
      'src/gate/controller.ts:2 uses localStorage: allowed only in src/storage/',
    ]);
  });

  it.each([
    ['localStorage', "localStorage.setItem('a', 'b');"],
    ['sessionStorage', 'const s = window.sessionStorage;'],
    ['localStorage', "const s = window['localStorage'];"],
    ['localStorage', 'const o = { localStorage };'],
    ['localStorage', 'const { localStorage } = window;'],
    ['localStorage', 'const { localStorage: box } = window;'],
    ['localStorage', 'let s: typeof localStorage;'],
    ['document.cookie', "document.cookie = 'a=b';"],
    ['document.cookie', 'read(host.ownerDocument.cookie);'],
    ['fetch', "void fetch('/x');"],
    ['fetch', "void globalThis.fetch('/x');"],
    ['fetch', 'send(fetch);'],
    ['sendBeacon', "navigator.sendBeacon('/x');"],
    ['XMLHttpRequest', 'new XMLHttpRequest();'],
    ['Image', "new Image().src = '/x';"],
    ["createElement('script')", "document.createElement('script');"],
    ["createElement('iframe')", 'host.ownerDocument.createElement(`iframe`);'],
    ["createElementNS('iframe')", "document.createElementNS(ns, 'iframe');"],
    ['<iframe', 'html`<p>x</p><iframe src=${url}></iframe>`;'],
    ['JitsiMeetExternalAPI', 'new window.JitsiMeetExternalAPI(domain);'],
    ['JitsiMeetExternalAPI', "Reflect.get(window['JitsiMeetExternalAPI'], 'x');"],
    ['Date.now', 'const clock = Date.now;'],
    ['new Date()', 'const at = new Date();'],
    ['Date()', 'const at = Date();'],
    ['crypto', 'crypto.randomUUID();'],
    ['crypto', "window.crypto.subtle.digest('SHA-256', data);"],
    ['__tcfapi', 'window.__tcfapi(x);'],
    ['unsafeHTML', "import { unsafeHTML } from 'lit/directives/unsafe-html.js';"],
    ['innerHTML', "host.innerHTML = '';"],
    ['insertAdjacentHTML', "host.insertAdjacentHTML('beforeend', text);"],
    ['eval', "eval('1');"],
    ['Function', "new Function('return 1');"],
    ['document.write', "document.write('x');"],
    ["createElement('link')", "document.createElement('link');"],
  ])('sees %s in: %s', (what, text) => {
    expect(check('src/elements/gate/gate-element.ts', text)).toEqual([expect.stringContaining(`uses ${what}:`)]);
  });

  it.each([
    ['src/storage/local-store.ts', "localStorage.getItem('a'); document.cookie = 'a=b';"],
    ['src/receipts/sender.ts', "void fetch('/x'); navigator.sendBeacon('/x');"],
    ['src/providers/embed-frame.ts', "document.createElement('iframe');"],
    ['src/providers/jitsi/api-loader.ts', "document.createElement('script'); window.JitsiMeetExternalAPI;"],
    ['src/lib/clock.ts', 'export const now = () => Date.now();'],
    ['src/lib/random-id.ts', 'crypto.getRandomValues(new Uint8Array(8));'],
  ])('lets the owner %s do it', (file, text) => {
    expect(check(file, text)).toEqual([]);
  });

  it.each([
    ['a comment', '// localStorage, fetch(), innerHTML'],
    ['a text', "warn('localStorage is full, eval(x) failed, <script> is missing');"],
    ['a key of a table', "const text = { localStorage: 'kept on this device', fetch: 1 };"],
    ['a method of the same name', 'this.store.fetch(1); class Clock { fetch(): void {} }'],
    ['a time that is given', 'new Date(clock.now());'],
    ['another element', "document.createElement('div');"],
    ['a cookie that is an option', 'read(config.cookie);'],
  ])('is not misled by %s', (_, text) => {
    expect(check('src/elements/gate/gate-element.ts', text)).toEqual([]);
  });

  it('gives the sender alone the network, not its folder', () => {
    expect(check('src/receipts/outbox.ts', "void fetch('/x');")).toHaveLength(1);
  });
});

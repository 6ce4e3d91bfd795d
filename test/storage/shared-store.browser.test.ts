import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCookieStore } from '../../src/storage/cookie-store.js';
import { type StorageKind, type StoreOptions, openSharedStore } from '../../src/storage/open-store.js';
import type { Store } from '../../src/storage/store.js';
import { describeStore } from '../contracts/store-contract.js';
import { clearCookies } from '../support/open-site.js';
import { type StoreInFrame, openStoreInFrame } from '../support/store-in-frame.js';

let frame: StoreInFrame | undefined;
const stops: (() => void)[] = [];
let views = 0;

const clear = (): void => {
  localStorage.clear();
  sessionStorage.clear();
  clearCookies();
};
beforeEach(clear);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const stop of stops.splice(0)) stop();
  frame?.close();
  frame = undefined;
  clear();
});

/** A key of its own for each test, so that no message of an earlier one is heard. */
function optionsOf(storage: StorageKind): StoreOptions {
  views += 1;
  return { storage, storageKey: `shared-${views}`, maxAgeDays: 182, openCookie: createCookieStore };
}

function heardBy(store: Store): (string | null)[] {
  const heard: (string | null)[] = [];
  stops.push(store.watch((text) => heard.push(text)));
  return heard;
}

for (const kind of ['local', 'session', 'memory'] as const) describeStore(`shared ${kind}`, () => openSharedStore(optionsOf(kind)));

// Local storage is announced by the browser to other documents; the rest by our own message, also within one document.
describe.each(['session', 'cookie', 'memory'] as const)('two shared stores in one page, kept by %s,', (kind) => {
  it('tell each other of every text, and not themselves', async () => {
    const options = optionsOf(kind);
    const [one, two] = [openSharedStore(options), openSharedStore(options)];
    const [byOne, byTwo] = [heardBy(one), heardBy(two)];
    one.write('first');
    one.write('second');
    await expect.poll(() => byTwo).toEqual(['first', 'second']);
    two.write('third');
    await expect.poll(() => byOne).toEqual(['third']);
    expect(byTwo).toEqual(['first', 'second']);
  });

  it('read what the other wrote where the place is the same', () => {
    const options = optionsOf(kind);
    const [one, two] = [openSharedStore(options), openSharedStore(options)];
    one.write('text');
    expect(two.read()).toBe(kind === 'memory' ? null : 'text');
  });

  it('of different keys hear nothing of each other', async () => {
    const options = optionsOf(kind);
    const [one, two, other] = [openSharedStore(options), openSharedStore(options), openSharedStore(optionsOf(kind))];
    const [heard, elsewhere] = [heardBy(two), heardBy(other)];
    one.write('text');
    await expect.poll(() => heard).toEqual(['text']);
    expect(elsewhere).toEqual([]);
  });
});

describe.each(['local', 'session', 'cookie', 'memory'] as const)('a frame of the same origin, kept by %s,', (kind) => {
  it('hears what this page writes, and this page what it writes', async () => {
    const options = optionsOf(kind);
    const own = openSharedStore(options);
    frame = await openStoreInFrame(options);
    const [here, there] = [heardBy(own), heardBy(frame.store)];
    own.write('from here');
    await expect.poll(() => there).toEqual(['from here']);
    frame.store.write('from there');
    await expect.poll(() => here).toEqual(['from there']);
  });
});

describe('a shared store', () => {
  it.each([null, undefined, 7, { text: 'x' }, ['x']])('takes no message that is no text: %o', async (message) => {
    const options = optionsOf('session');
    const heard = heardBy(openSharedStore(options));
    const channel = new BroadcastChannel(options.storageKey);
    channel.postMessage(message);
    channel.postMessage('text');
    await expect.poll(() => heard).toEqual(['text']);
    channel.close();
  });

  it('announces also what could be kept in memory only: a withdrawal has to be heard', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const options = optionsOf('cookie');
    const [one, two] = [openSharedStore(options), openSharedStore(options)];
    const heard = heardBy(two);
    expect(one.write('x'.repeat(5000))).toBe(false);
    await expect.poll(() => heard.map((text) => text?.length)).toEqual([5000]);
  });

  it.each([
    ['full', () => vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    })],
    ['blocked', () => vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    })],
  ])('announces by message what local storage could not take: %s', async (_, breakStorage) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const options = optionsOf('local');
    const [one, two] = [openSharedStore(options), openSharedStore(options)];
    const heard = heardBy(two);
    one.write('kept');
    breakStorage();
    expect(one.write('not kept')).toBe(false);
    await expect.poll(() => heard).toEqual(['not kept']);
  });

  it('can be written after it was closed', () => {
    const store = openSharedStore(optionsOf('session'));
    store.watch(() => undefined)();
    expect([store.write('text'), store.read()]).toEqual([true, 'text']);
  });

  it('keeps its text where the browser has no channel', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const store = openSharedStore(optionsOf('session'));
    expect([store.write('text'), store.read()]).toEqual([true, 'text']);
  });
});

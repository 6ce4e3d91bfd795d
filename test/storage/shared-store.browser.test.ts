import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type StoreOptions, openSharedStore } from '../../src/storage/open-store.js';
import type { StorageKind, Store } from '../../src/storage/store.js';
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

/** A prefix of its own for each test, so that no message of an earlier one is heard. */
function optionsOf(storage: StorageKind): StoreOptions {
  views += 1;
  return { storage, prefix: `shared-${views}.`, maxAgeDays: 182 };
}

function heardBy(store: Store): string[] {
  const heard: string[] = [];
  stops.push(store.watch((name, text) => heard.push(`${name}: ${text ?? 'removed'}`)));
  return heard;
}

for (const kind of ['local', 'session', 'memory'] as const) describeStore(`shared ${kind}`, () => openSharedStore(optionsOf(kind)));

// Local storage is announced by the browser to other documents; the rest by our own message, also within one document.
describe.each(['session', 'cookie', 'memory'] as const)('two shared stores in one page, kept by %s,', (kind) => {
  it('tell each other of every text, and not themselves', async () => {
    const options = optionsOf(kind);
    const [one, two] = [openSharedStore(options), openSharedStore(options)];
    const [byOne, byTwo] = [heardBy(one), heardBy(two)];
    one.write('clinic', 'first');
    one.write('school', 'second');
    await expect.poll(() => byTwo).toEqual(['clinic: first', 'school: second']);
    two.write('clinic', 'third');
    await expect.poll(() => byOne).toEqual(['clinic: third']);
    expect(byTwo).toEqual(['clinic: first', 'school: second']);
  });

  it('read what the other wrote where the place is the same', () => {
    const options = optionsOf(kind);
    const [one, two] = [openSharedStore(options), openSharedStore(options)];
    one.write('clinic', 'text');
    expect(two.read('clinic')).toBe(kind === 'memory' ? null : 'text');
  });

  it('of different prefixes hear nothing of each other', async () => {
    const options = optionsOf(kind);
    const [one, two, other] = [openSharedStore(options), openSharedStore(options), openSharedStore(optionsOf(kind))];
    const [heard, elsewhere] = [heardBy(two), heardBy(other)];
    one.write('clinic', 'text');
    await expect.poll(() => heard).toEqual(['clinic: text']);
    expect(elsewhere).toEqual([]);
  });
});

describe.each(['local', 'session', 'cookie', 'memory'] as const)('a frame of the same origin, kept by %s,', (kind) => {
  it('hears what this page writes, and this page what it writes', async () => {
    const options = optionsOf(kind);
    const own = openSharedStore(options);
    frame = await openStoreInFrame(options);
    const [here, there] = [heardBy(own), heardBy(frame.store)];
    own.write('clinic', 'from here');
    await expect.poll(() => there).toEqual(['clinic: from here']);
    frame.store.write('clinic', 'from there');
    await expect.poll(() => here).toEqual(['clinic: from there']);
  });
});

describe('a shared store', () => {
  it.each([null, undefined, 7, 'text', { text: 'x' }, { name: 'clinic' }, { name: 'clinic', text: null }, { name: ['clinic'], text: 'x' }, ['clinic', 'x']])('takes no message but a name and a text: %o', async (message) => {
    const options = optionsOf('session');
    const heard = heardBy(openSharedStore(options));
    const channel = new BroadcastChannel(options.prefix);
    channel.postMessage(message);
    channel.postMessage({ name: 'clinic', text: 'text' });
    await expect.poll(() => heard).toEqual(['clinic: text']);
    channel.close();
  });

  it('announces also what could be kept in memory only: a withdrawal has to be heard', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const options = optionsOf('cookie');
    const [one, two] = [openSharedStore(options), openSharedStore(options)];
    const heard = heardBy(two);
    expect(one.write('clinic', 'x'.repeat(5000))).toBe(false);
    await expect.poll(() => heard).toEqual([`clinic: ${'x'.repeat(5000)}`]);
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
    one.write('clinic', 'kept');
    breakStorage();
    expect(one.write('clinic', 'not kept')).toBe(false);
    await expect.poll(() => heard).toEqual(['clinic: not kept']);
  });

  it('tells what is not to be kept, and keeps nothing', async () => {
    const options = optionsOf('local');
    const [one, two] = [openSharedStore(options), openSharedStore(options)];
    const heard = heardBy(two);
    one.tell?.('clinic', 'text');
    await expect.poll(() => heard).toEqual(['clinic: text']);
    expect([one.read('clinic'), two.read('clinic'), localStorage.length]).toEqual([null, null, 0]);
  });

  it('can be written after it was closed', () => {
    const store = openSharedStore(optionsOf('session'));
    store.watch(() => undefined)();
    expect([store.write('clinic', 'text'), store.read('clinic')]).toEqual([true, 'text']);
  });

  it('keeps its text where the browser has no channel', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const store = openSharedStore(optionsOf('session'));
    expect([store.write('clinic', 'text'), store.read('clinic')]).toEqual([true, 'text']);
  });
});

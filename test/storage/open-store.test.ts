import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type StoreOptions, openStore } from '../../src/storage/open-store.js';
import type { Store } from '../../src/storage/store.js';

interface StubbedStorage {
  isFull?: boolean;
  isBlocked?: boolean;
  kept?: Record<string, string>;
}

/** A browser's web storage as far as a store uses it; `isFull` makes every write fail, also if it is set later. */
function stubStorage(state: StubbedStorage = {}): Record<string, string> {
  const kept = state.kept ?? {};
  const storage = {
    get length() {
      return Object.keys(kept).length;
    },
    key: (index: number) => Object.keys(kept)[index] ?? null,
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, text: string) {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      Object.assign(kept, { [key]: text });
    },
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
  };
  const get = (): object => {
    if (state.isBlocked) throw new DOMException('denied', 'SecurityError');
    return storage;
  };
  vi.stubGlobal('window', Object.defineProperties(new EventTarget(), { localStorage: { get }, sessionStorage: { get } }));
  return kept;
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const KINDS = ['local', 'session'] as const;

function open(storage: (typeof KINDS)[number], options: Partial<StoreOptions> = {}): Store {
  return openStore({ storage, prefix: 'jitsi-gate.', maxAgeDays: 182, ...options });
}

describe.each(KINDS)('the %s store', (kind) => {
  it('keeps a text under the key of the site and touches no other', () => {
    const kept = stubStorage({ kept: { theme: 'dark', 'my-key': 'theirs', 'my-key.': 'without a name' } });
    const store = open(kind, { prefix: 'my-key.' });
    expect([store.write('clinic', 'text'), store.names()]).toEqual([true, ['', 'clinic']]);
    expect(kept).toEqual({ theme: 'dark', 'my-key': 'theirs', 'my-key.': 'without a name', 'my-key.clinic': 'text' });
  });

  it.each([
    ['blocked', { isBlocked: true }],
    ['full', { isFull: true }],
  ])('that is %s keeps a text for this page view', (_, trouble) => {
    stubStorage(trouble);
    const store = open(kind);
    expect(store.write('clinic', 'first')).toBe(false);
    expect(store.read('clinic')).toBe('first');
    store.write('clinic', 'second');
    expect([store.read('clinic'), store.names(), store.read('school')]).toEqual(['second', ['clinic'], null]);
  });

  it.each([
    ['blocked', { isBlocked: true }],
    ['full', { isFull: true }],
    ['free', {}],
  ])('that is %s forgets its text', (_, trouble) => {
    const kept = stubStorage(trouble);
    const store = open(kind);
    store.write('clinic', 'text');
    store.remove('clinic');
    expect([store.read('clinic'), store.names(), kept]).toEqual([null, [], {}]);
  });

  it('that is blocked holds nothing and never throws', () => {
    stubStorage({ isBlocked: true });
    const store = open(kind);
    expect([store.read('clinic'), store.names()]).toEqual([null, []]);
    expect(() => store.watch(() => undefined)()).not.toThrow();
  });

  it('that is full lets no older text come back on the next page view, and leaves those of other names', () => {
    // A withdrawal that cannot be written must not leave the grant before it behind.
    stubStorage({ isFull: true, kept: { 'jitsi-gate.clinic': 'an older grant', 'jitsi-gate.school': 'a refusal' } });
    open(kind).write('clinic', 'its withdrawal');
    expect(['clinic', 'school'].map(open(kind).read)).toEqual([null, 'a refusal']);
  });

  it('that is full leaves the older text where it may come back, and counts the newer one meanwhile', () => {
    const kept = stubStorage({ isFull: true, kept: { 'jitsi-gate.clinic': 'older' } });
    const store = open(kind, { leavesOlder: true });
    expect([store.write('clinic', 'newer'), store.read('clinic'), kept]).toEqual([false, 'newer', { 'jitsi-gate.clinic': 'older' }]);
  });

  it('writes again what comes after, and then reads what is stored', () => {
    const trouble: StubbedStorage = { isFull: true };
    const kept = stubStorage(trouble);
    const store = open(kind);
    store.write('clinic', 'not kept');
    store.write('school', 'not kept either');
    trouble.isFull = false;
    expect(store.write('clinic', 'kept')).toBe(true);
    kept['jitsi-gate.clinic'] = 'changed by another tab';
    expect([store.read('clinic'), store.read('school')]).toEqual(['changed by another tab', 'not kept either']);
  });

  it('tells its owner once what cannot be kept', () => {
    const warn = vi.spyOn(console, 'warn');
    stubStorage({ isFull: true });
    for (const name of ['clinic', 'school', 'clinic']) open(kind).write(name, 'text');
    // Once a page view: an earlier test may have been the one.
    expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
  });
});

describe('a text that is kept for this page view', () => {
  it('gives way to what another tab could write meanwhile, and not to a removal', () => {
    const kept = stubStorage({ isFull: true });
    const tell = (key: string, newValue: string | null): void => void window.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    const store = open('local');
    const stop = store.watch(() => undefined);
    for (const name of ['clinic', 'school']) store.write(name, 'not kept');
    kept['jitsi-gate.clinic'] = 'by another tab';
    tell('jitsi-gate.clinic', 'by another tab');
    tell('jitsi-gate.school', null);
    expect([store.read('clinic'), store.read('school')]).toEqual(['by another tab', 'not kept']);
    stop();
  });
});

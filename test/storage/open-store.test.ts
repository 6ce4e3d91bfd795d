import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/storage/open-store.js';
import type { Store } from '../../src/storage/store.js';

/** A browser's web storage as far as a store uses it; `isFull` makes every write fail. */
function stubStorage({ isFull = false, isBlocked = false, kept = {} as Record<string, string> } = {}): Record<string, string> {
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, text: string) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      Object.assign(kept, { [key]: text });
    },
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
  };
  const blocked = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  const area = { configurable: true, get: isBlocked ? blocked : () => storage };
  const page = Object.defineProperties(new EventTarget(), { localStorage: area, sessionStorage: area });
  vi.stubGlobal('window', page);
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

function open(storage: (typeof KINDS)[number], storageKey = 'jitsi-gate'): Store {
  return openStore({ storage, storageKey, maxAgeDays: 182 });
}

describe.each(KINDS)('the %s store', (kind) => {
  it('keeps a text under the key of the site and touches no other', () => {
    const kept = stubStorage({ kept: { theme: 'dark' } });
    expect(open(kind, 'my-key').write('text')).toBe(true);
    expect(kept).toEqual({ theme: 'dark', 'my-key': 'text' });
  });

  it.each([
    ['blocked', { isBlocked: true }],
    ['full', { isFull: true }],
  ])('that is %s keeps a text for this page view', (_, trouble) => {
    stubStorage(trouble);
    const store = open(kind);
    expect(store.write('first')).toBe(false);
    expect(store.read()).toBe('first');
    store.write('second');
    expect(store.read()).toBe('second');
  });

  it.each([
    ['blocked', { isBlocked: true }],
    ['full', { isFull: true }],
    ['free', {}],
  ])('that is %s forgets its text', (_, trouble) => {
    const kept = stubStorage(trouble);
    const store = open(kind);
    store.write('text');
    store.remove();
    expect([store.read(), kept]).toEqual([null, {}]);
  });

  it('that is blocked holds nothing and never throws', () => {
    stubStorage({ isBlocked: true });
    const store = open(kind);
    expect(store.read()).toBeNull();
    expect(() => store.watch(() => undefined)()).not.toThrow();
  });

  it('that is full lets no older text come back on the next page view', () => {
    // A withdrawal that cannot be written must not leave the grant before it behind.
    stubStorage({ isFull: true, kept: { 'jitsi-gate': 'an older grant' } });
    open(kind).write('its withdrawal');
    expect(open(kind).read()).not.toBe('an older grant');
  });
});

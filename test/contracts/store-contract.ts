import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/storage/store.js';

/** Texts that a store has to give back unchanged, by what is special about them. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a record', '{"v":1,"decisions":{}}'],
  ['an empty text', ''],
  ['a text of another tool', 'garbage { not json'],
  ['signs beyond ASCII', 'Sprechstunde – „Ärztin“ 日本語 👩‍⚕️'],
  ['control characters', '\u0000\n\t\u2028'],
];

/** What not every kind of store can do. */
export interface StoreLimits {
  /** Whether a text of 100 kB finds room; default true. */
  readonly isRoomy?: boolean;
}

/**
 * What every store promises (`Store`), whatever it is made of. `createStore` gives a fresh one that holds nothing;
 * whoever calls this clears up what it keeps outside (web storage) between tests.
 */
export function describeStore(name: string, createStore: () => Store, { isRoomy = true }: StoreLimits = {}): void {
  describe(`the ${name} store`, () => {
    it('holds nothing at first', () => {
      expect(createStore().read()).toBeNull();
    });

    it.each(TEXTS)('gives back %s unchanged', (_, text) => {
      const store = createStore();
      expect(store.write(text)).toBe(true);
      expect(store.read()).toBe(text);
    });

    it(isRoomy ? 'gives back 100 kB unchanged' : 'refuses 100 kB and keeps what it has', () => {
      const store = createStore();
      store.write('first');
      const text = 'x'.repeat(100_000);
      expect(store.write(text)).toBe(isRoomy);
      expect(store.read()).toBe(isRoomy ? text : 'first');
    });

    it('keeps the last text only', () => {
      const store = createStore();
      store.write('first');
      store.write('second');
      expect(store.read()).toBe('second');
    });

    it('forgets its text when it is asked to, and keeps the next one', () => {
      const store = createStore();
      store.remove();
      store.write('first');
      store.remove();
      store.remove();
      expect(store.read()).toBeNull();
      store.write('second');
      expect(store.read()).toBe('second');
    });

    it('gives the same text as often as it is asked', () => {
      const store = createStore();
      store.write('kept');
      expect([store.read(), store.read(), store.read()]).toEqual(['kept', 'kept', 'kept']);
    });

    it('does not tell a watcher of what it wrote itself', () => {
      const store = createStore();
      let changes = 0;
      const stop = store.watch(() => {
        changes += 1;
      });
      store.write('own');
      stop();
      expect(changes).toBe(0);
    });

    it('stops watching as often as it is asked to, and can be watched again', () => {
      const store = createStore();
      const stop = store.watch(() => undefined);
      expect(() => {
        stop();
        stop();
        store.watch(() => undefined)();
      }).not.toThrow();
    });
  });
}

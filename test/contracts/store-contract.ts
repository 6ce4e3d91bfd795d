import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/storage/store.js';

/** Texts that a store has to give back unchanged, by what is special about them. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a record', '{"v":1,"decision":"granted"}'],
  ['an empty text', ''],
  ['a text of another tool', 'garbage { not json'],
  ['signs beyond ASCII', 'Sprechstunde – „Ärztin“ 日本語 👩‍⚕️'],
  ['control characters', '\u0000\n\t\u2028'],
];

/** Names that a store has to tell apart: an owner may call an operator anything. */
const NAMES = ['clinic', 'Clinic', 'clinic ', 'meet.example.eu', 'meet.example.eu:8443', '[::1]:8443', 'a=b; c', 'a,b"c"', '100%', '%41', 'Ärztin', '__proto__', '', '0'];

/** What not every kind of store can do. */
export interface StoreLimits {
  /** Whether a text of 100 kB finds room; default true. */
  readonly isRoomy?: boolean;
}

/**
 * What every store promises (`Store`), whatever it is made of. `createStore` gives a fresh one that holds nothing;
 * whoever calls this clears up what it keeps outside (web storage) between tests.
 */
export function describeStore(kind: string, createStore: () => Store, { isRoomy = true }: StoreLimits = {}): void {
  describe(`the ${kind} store`, () => {
    it('holds nothing at first', () => {
      const store = createStore();
      expect([store.read('name'), store.names()]).toEqual([null, []]);
    });

    it.each(TEXTS)('gives back %s unchanged', (_, text) => {
      const store = createStore();
      expect(store.write('name', text)).toBe(true);
      expect(store.read('name')).toBe(text);
    });

    it(isRoomy ? 'gives back 100 kB unchanged' : 'refuses 100 kB and keeps what it has', () => {
      const store = createStore();
      store.write('name', 'first');
      const text = 'x'.repeat(100_000);
      expect(store.write('name', text)).toBe(isRoomy);
      expect(store.read('name')).toBe(isRoomy ? text : 'first');
    });

    it('keeps the last text of a name only', () => {
      const store = createStore();
      store.write('name', 'first');
      store.write('name', 'second');
      expect([store.read('name'), store.names()]).toEqual(['second', ['name']]);
    });

    it('keeps a text for each name, and gives the names in alphabetical order', () => {
      const store = createStore();
      for (const name of NAMES) expect(store.write(name, `text of ${name}`), name).toBe(true);
      expect(store.names()).toEqual(NAMES.toSorted());
      expect(NAMES.map((name) => store.read(name))).toEqual(NAMES.map((name) => `text of ${name}`));
    });

    it('forgets one text and keeps the others', () => {
      const store = createStore();
      for (const name of ['clinic', 'clinic2', 'school']) store.write(name, name);
      store.remove('clinic');
      store.remove('unknown');
      expect([store.names(), store.read('clinic'), store.read('clinic2')]).toEqual([['clinic2', 'school'], null, 'clinic2']);
    });

    it('forgets its text when it is asked to, and keeps the next one', () => {
      const store = createStore();
      store.remove('name');
      store.write('name', 'first');
      store.remove('name');
      store.remove('name');
      expect(store.read('name')).toBeNull();
      store.write('name', 'second');
      expect(store.read('name')).toBe('second');
    });

    it('gives the same text as often as it is asked', () => {
      const store = createStore();
      store.write('name', 'kept');
      expect([store.read('name'), store.read('name'), store.read('name')]).toEqual(['kept', 'kept', 'kept']);
    });

    it('does not tell a watcher of what it wrote itself', () => {
      const store = createStore();
      let changes = 0;
      const stop = store.watch(() => {
        changes += 1;
      });
      store.write('name', 'own');
      store.remove('name');
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

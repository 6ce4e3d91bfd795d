import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCollection } from '../../src/storage/collection.js';

const clear = (): void => {
  localStorage.clear();
  sessionStorage.clear();
};
beforeEach(() => {
  clear();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  clear();
});

const AREAS = { localStorage, sessionStorage };
const PLACES = ['localStorage', 'sessionStorage', undefined] as const;

/** Lets every write fail from now on, as in a full storage. */
function fillUp(): void {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

describe.each(PLACES)('a collection in %s', (place) => {
  it('gives back each text under its name, and the names in order', () => {
    const collection = openCollection(place, 'ours.');
    for (const name of ['c', 'a', 'b']) expect(collection.write(name, `text ${name}`)).toBe(true);
    expect(collection.names().map((name) => collection.read(name))).toEqual(['text a', 'text b', 'text c']);
    expect(collection.read('d')).toBeNull();
  });

  it('forgets one and keeps the others', () => {
    const collection = openCollection(place, 'ours.');
    for (const name of ['a', 'b']) collection.write(name, name);
    collection.remove('a');
    collection.remove('unknown');
    expect([collection.names(), collection.read('a')]).toEqual([['b'], null]);
  });
});

describe.each(['localStorage', 'sessionStorage'] as const)('a collection in %s', (place) => {
  it('touches nothing but what begins with its prefix', () => {
    const area = AREAS[place];
    area.setItem('theirs', '1');
    area.setItem('ours', '2');
    const collection = openCollection(place, 'ours.');
    collection.write('a', 'text');
    collection.remove('theirs');
    expect([collection.names(), { ...area }]).toEqual([['a'], { theirs: '1', ours: '2', 'ours.a': 'text' }]);
  });

  it('is the same for every page of the site', () => {
    openCollection(place, 'ours.').write('a', 'text');
    expect(openCollection(place, 'ours.').read('a')).toBe('text');
  });

  it('that is full keeps a text for this page view, and what is there stays', () => {
    const collection = openCollection(place, 'ours.');
    collection.write('a', 'older');
    fillUp();
    expect([collection.write('a', 'newer'), collection.write('b', 'text')]).toEqual([false, false]);
    expect(collection.names().map((name) => collection.read(name))).toEqual(['newer', 'text']);
    expect({ ...AREAS[place] }).toEqual({ 'ours.a': 'older' });
    collection.remove('a');
    expect([collection.names(), { ...AREAS[place] }]).toEqual([['b'], {}]);
  });

  it('that is blocked keeps its texts for this page view and never throws', () => {
    vi.spyOn(window, place, 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const collection = openCollection(place, 'ours.');
    expect([collection.names(), collection.read('a'), collection.write('a', 'text')]).toEqual([[], null, false]);
    expect([collection.names(), collection.read('a')]).toEqual([['a'], 'text']);
    collection.remove('a');
    expect(collection.names()).toEqual([]);
  });
});

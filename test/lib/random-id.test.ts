import { afterEach, describe, expect, it, vi } from 'vitest';
import { randomId } from '../../src/lib/random-id.js';

/** RFC 9562: version 4 in the third group, variant 10 in the fourth. */
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page that is no secure context has random values, but no `randomUUID`. */
function stubInsecure(fill?: number): void {
  const { crypto } = globalThis;
  const getRandomValues = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => (fill === undefined ? crypto.getRandomValues(bytes) : bytes.fill(fill));
  vi.stubGlobal('crypto', { getRandomValues });
}

describe.each([
  ['in a secure context', () => undefined],
  ['in a page that is no secure context', () => stubInsecure()],
])('a random id %s', (_, prepare) => {
  it('is a UUID of version 4', () => {
    prepare();
    const ids = Array.from({ length: 1000 }, randomId);
    expect(ids.filter((id) => !UUID.test(id))).toEqual([]);
  });

  it('is another one each time', () => {
    prepare();
    expect(new Set(Array.from({ length: 1000 }, randomId)).size).toBe(1000);
  });

  it('uses every hexadecimal digit in every free place', () => {
    prepare();
    const ids = Array.from({ length: 1000 }, randomId);
    const digits = [0, 9, 15, 24, 35].map((place) => new Set(ids.map((id) => id[place])).size);
    expect(digits).toEqual([16, 16, 16, 16, 16]);
  });
});

describe('a random id of chosen bytes', () => {
  it.each([
    [0x00, '00000000-0000-4000-8000-000000000000'],
    [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
  ])('of 0x%i keeps all but six bits', (fill, id) => {
    stubInsecure(fill);
    expect(randomId()).toBe(id);
  });
});

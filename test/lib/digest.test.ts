import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/lib/digest.js';
import { anyText } from '../support/any-text.js';

describe('digest', () => {
  // A changed digest would ask every visitor again, so these values may never change. The first halves are the published
  // FNV-1a test vectors 0x811c9dc5, 0xe40c292c and 0xbf9cf968; the others were computed apart from this code.
  it.each([
    ['', 0x811c9dc5, '1efc4f'],
    ['a', 0xe40c292c, 'v7dxei'],
    ['foobar', 0xbf9cf968, '1z07hhi'],
  ])('of %j is two halves of FNV-1a', (text, half, rest) => {
    expect(digest(text)).toBe(half.toString(36) + rest);
  });

  it.each([
    ['ä', 'qxckc31tw0941'],
    ['{"name":"Example GmbH"}', '1lmqv3qntmkds'],
  ])('of %j is the same in every build', (text, expected) => {
    expect(digest(text)).toBe(expected);
  });

  it('is short and made of letters and digits, whatever the text', () => {
    fc.assert(fc.property(anyText(100), (text) => /^[\da-z]{2,14}$/.test(digest(text))));
  });

  it('differs for different texts', () => {
    const text = anyText(20);
    fc.assert(fc.property(text, text, (one, other) => (digest(one) === digest(other)) === (one === other)), { numRuns: 500 });
  });

  it('differs between twenty thousand texts that differ by little', () => {
    const digests = new Set(Array.from({ length: 20_000 }, (_, index) => digest(`{"country":"DE","name":"Operator ${index}"}`)));
    expect(digests.size).toBe(20_000);
  });
});

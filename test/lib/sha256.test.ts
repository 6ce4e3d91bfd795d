import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/lib/sha256.js';
import { anyText } from '../support/any-text.js';

const nodes = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('SHA-256', () => {
  // FIPS 180-4 examples.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('of %j is the one of the standard', (text, hash) => {
    expect(sha256(text)).toBe(hash);
  });

  it("is Node's for every length over three blocks", () => {
    const lengths = Array.from({ length: 200 }, (_, length) => 'x'.repeat(length));
    expect(lengths.filter((text) => sha256(text) !== nodes(text))).toEqual([]);
  });

  it.each([
    ['umlauts and quotes', 'Sprechstunde – „Ärztin“'],
    ['Japanese', '日本語のテキスト'],
    ['signs beyond 16 bits', '👩‍⚕️🏥𝒳'],
    ['zeros and line ends', '\u0000\u0000\r\n\u2028'],
    ['half a sign', 'a\uD83D'],
    ['a mebibyte', 'ä'.repeat(524_288)],
    ['a block of marks', '\u0080'.repeat(32)],
  ])("of %s is Node's", (_, text) => {
    // Half a sign becomes U+FFFD in UTF-8, in browsers and in Node alike.
    expect(sha256(text)).toBe(nodes(text));
  });

  it("is Node's for any text", () => {
    fc.assert(fc.property(anyText(300), (text) => {
      expect(sha256(text)).toBe(nodes(text));
    }), { numRuns: 500 });
  });

  it('is the same when it is asked again', () => {
    expect([sha256('abc'), sha256('x'.repeat(999)), sha256('abc')]).toEqual(['abc', 'x'.repeat(999), 'abc'].map(nodes));
  });
});

/**
 * SHA-256 of a text in UTF-8, as lower-case hex (FIPS 180-4).
 * Ours, because `crypto.subtle` answers only later and only in secure contexts, and a receipt must be kept in the same turn
 * as the click. Loaded after the first look; tested against Node's. Without `Array.from`, which old libraries replace.
 */
export function sha256(text: string): string {
  const hash = new Uint32Array(INITIAL);
  const schedule = new Uint32Array(64);
  for (const block of blocksOf(new TextEncoder().encode(text))) compress(hash, schedule, block);
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('');
}

const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  return primes;
}

const PRIMES = firstPrimes(64);
const ROUND = new Uint32Array(PRIMES.map((prime) => fraction(Math.cbrt(prime))));
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function blocksOf(bytes: Uint8Array): DataView[] {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 4, bytes.length * 8);
  const blocks: DataView[] = [];
  for (let start = 0; start < padded.length; start += 64) blocks.push(new DataView(padded.buffer, start, 64));
  return blocks;
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const at = (words: Uint32Array, index: number): number => words[index] ?? 0;

function expand(words: Uint32Array, block: DataView): void {
  for (let i = 0; i < 64; i += 1) {
    const w15 = at(words, i - 15);
    const w2 = at(words, i - 2);
    const small0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
    const small1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
    words[i] = i < 16 ? block.getUint32(i * 4) : at(words, i - 16) + small0 + at(words, i - 7) + small1;
  }
}

function compress(hash: Uint32Array, words: Uint32Array, block: DataView): void {
  expand(words, block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i += 1) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + big1 + ((e & f) ^ (~e & g)) + at(ROUND, i) + at(words, i)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) hash[index] = at(hash, index) + word;
}

/**
 * A short digest of a text, two to fourteen characters of base 36, the same in every build: two 32-bit halves of FNV-1a with
 * different starts (http://www.isthe.com/chongo/tech/comp/fnv/). It tells whether facts changed; it protects nothing,
 * as whoever can write the storage can write anything there (docs/law.md R87).
 */
export function digest(text: string): string {
  const half = (start: number): string => {
    let hash = start;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return half(0x811c9dc5) + half(0x050c5d1f);
}

import { afterEach, describe, expect, it, vi } from 'vitest';
import { cookieName, hasEntry } from '../../src/storage/has-entry.js';
import { readEntry } from '../../src/storage/read-entry.js';
import type { StorageKind } from '../../src/storage/store.js';

const KINDS: readonly StorageKind[] = ['local', 'session', 'cookie', 'memory'];

/** A browser that has a text for one key in every place, a cookie of its own for each. */
function stubBrowser(kept: Readonly<Record<string, string>>): void {
  const area = { getItem: (key: string) => kept[key] ?? null };
  vi.stubGlobal('window', { localStorage: area, sessionStorage: area });
  const cookie = Object.entries(kept).map(([key, text]) => `${cookieName(key)}=${encodeURIComponent(text)}`).join('; ');
  vi.stubGlobal('Document', class {
    get cookie(): string {
      return cookie;
    }
  });
  vi.stubGlobal('document', {});
}

afterEach(() => vi.unstubAllGlobals());

describe('an entry', () => {
  it.each(KINDS)('is read by its whole key, and by no part of it: %s', (kind) => {
    stubBrowser({ 'jitsi-gate.meet.example.eu:8443': 'a; b="c" – ü' });
    const read = (key: string): string | null => readEntry(kind, key);
    expect(hasEntry(kind, 'jitsi-gate.meet.example.eu:8443')).toBe(kind !== 'memory');
    expect(hasEntry(kind, 'jitsi-gate.meet.example.eu:844')).toBe(false);
    expect(read('jitsi-gate.meet.example.eu:8443')).toBe(kind === 'memory' ? null : 'a; b="c" – ü');
    expect(['jitsi-gate.meet.example.eu', 'jitsi-gate.meet.example.eu:844', 'gate.meet.example.eu:8443', ''].map(read)).toEqual([null, null, null, null]);
  });

  it.each([...KINDS, 'unknown' as StorageKind])('is none where there is no browser, or no such place, and nothing throws: %s', (kind) => {
    expect([readEntry(kind, 'jitsi-gate.clinic'), hasEntry(kind, 'jitsi-gate.clinic')]).toEqual([null, false]);
    stubBrowser({});
    expect(readEntry(kind, 'jitsi-gate.clinic')).toBeNull();
  });

  it.each(KINDS)('is none where storage is blocked: %s', (kind) => {
    const get = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('window', Object.defineProperties({}, { localStorage: { get }, sessionStorage: { get } }));
    vi.stubGlobal('Document', { prototype: Object.defineProperty({}, 'cookie', { get }) });
    vi.stubGlobal('document', {});
    expect(readEntry(kind, 'jitsi-gate.clinic')).toBeNull();
  });

  it('is none in a cookie that is not ours, or for a key that no cookie can have', () => {
    stubBrowser({});
    vi.stubGlobal('Document', class {
      get cookie(): string {
        return 'jitsi-gate.clinic=%E0%A4%A; jitsi-gate.';
      }
    });
    expect([readEntry('cookie', 'jitsi-gate.clinic'), readEntry('cookie', 'jitsi-gate.'), readEntry('cookie', 'jitsi-gate.\uD800')]).toEqual([null, null, null]);
  });
});

describe('the name of a cookie', () => {
  it.each([
    ['jitsi-gate.clinic', 'jitsi-gate.clinic'],
    ['jitsi-gate.meet.example.eu', 'jitsi-gate.meet.example.eu'],
    ['jitsi-gate.meet.example.eu:8443', 'jitsi-gate.meet.example.eu:8443'],
    ['my.gate_1-a.[::1]:8443', 'my.gate_1-a.%5B::1%5D:8443'],
    ['jitsi-gate.a=b; c', 'jitsi-gate.a%3Db%3B%20c'],
    ['jitsi-gate.100%', 'jitsi-gate.100%25'],
    ['jitsi-gate.%3A', 'jitsi-gate.%253A'],
    ['jitsi-gate.Ärztin\r\n', 'jitsi-gate.%C3%84rztin%0D%0A'],
  ])('of %j is %s', (key, name) => {
    expect(cookieName(key)).toBe(name);
  });
});

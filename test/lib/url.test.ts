import { afterEach, describe, expect, it, vi } from 'vitest';
import { isLoopback, originOf, pageUrl, parseUrl } from '../../src/lib/url.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the origin of a host', () => {
  it.each([
    ['meet.example.eu', 'https://meet.example.eu'],
    ['MEET.example.EU', 'https://meet.example.eu'],
    ['meet.example.eu:8443', 'https://meet.example.eu:8443'],
    ['meet.example.eu:443', 'https://meet.example.eu'],
    ['localhost', 'http://localhost'],
    ['localhost:8000', 'http://localhost:8000'],
    ['127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['[::1]:8000', 'http://[::1]:8000'],
    ['127.0.0.2', 'https://127.0.0.2'],
    ['192.168.0.1', 'https://192.168.0.1'],
    ['localhost.example.eu', 'https://localhost.example.eu'],
    ['notlocalhost', 'https://notlocalhost'],
    ['127.0.0.1.example.eu', 'https://127.0.0.1.example.eu'],
  ])('of %s is %s', (host, origin) => {
    expect(originOf(host)).toBe(origin);
  });
});

describe('this computer itself', () => {
  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['::1', false],
    ['127.0.0.2', false],
    ['localhost.', false],
    ['my-localhost', false],
    ['localhost.evil.example', false],
    ['0.0.0.0', false],
    ['', false],
  ])('%j: %s', (hostname, expected) => {
    expect(isLoopback(hostname)).toBe(expected);
  });
});

describe('where there is no page', () => {
  it('has an empty address', () => {
    expect(pageUrl()).toBe('');
  });

  it('gives undefined for what is not a URL', () => {
    expect(parseUrl('not a url')).toBeUndefined();
    expect(parseUrl('https://meet.example.eu/x')?.host).toBe('meet.example.eu');
  });
});

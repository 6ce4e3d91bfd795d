import { afterEach, describe, expect, it, vi } from 'vitest';
import { isLoopback, isSafeLink, originOf, pageUrl, parseUrl } from '../../src/lib/url.js';
import { stubPage } from '../support/stub-page.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

// Written apart, because as one word it is what it warns of.
const script = 'javascript';

describe('a link', () => {
  it.each([
    'https://example.eu/privacy',
    'http://example.eu',
    '//example.eu/privacy',
    '/privacy#meetings',
    'privacy.html',
    '../privacy',
    '#privacy',
    '?page=privacy',
    'mailto:office@example.eu',
    'tel:+493012345',
  ])('is safe as %s', (link) => {
    expect(isSafeLink(link)).toBe(true);
  });

  it.each([
    `${script}:alert(1)`,
    `${script.toUpperCase()}:alert(1)`,
    `${script.replace('s', 'S')}:alert(1)`,
    ` \t${script}:alert(1)`,
    `\u0000${script}:alert(1)`,
    `java\nscript:alert(1)`,
    `java\tscript:alert(1)`,
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml;base64,AAAA',
    'vbscript:msgbox(1)',
    'blob:https://example.eu/1',
    'file:///etc/passwd',
    'about:blank',
    'ftp://example.eu/',
    'custom+scheme:x',
    'https://',
    'http://a b',
    'https://[::1',
  ])('is not safe as %j', (link) => {
    expect(isSafeLink(link)).toBe(false);
  });

  it('is read against the page where there is one', () => {
    stubPage('file:///home/visitor/page.html');
    expect(isSafeLink('privacy.html')).toBe(false);
    expect(isSafeLink('https://example.eu')).toBe(true);
  });
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

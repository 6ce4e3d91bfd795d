import { afterEach, describe, expect, it, vi } from 'vitest';
import { isSafeLink } from '../../src/lib/safe-link.js';
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

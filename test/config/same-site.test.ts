import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { isSameSite } from '../../src/config/same-site.js';
import { minimal } from '../support/sample-config.js';
import { stubPage } from '../support/stub-page.js';

const PAGE = 'https://www.example.eu/rooms/index.html';
const script = 'javascript';

afterEach(() => {
  vi.unstubAllGlobals();
});

type Named = 'receipts' | 'cookieDomain';

/** What is wrong with a value of an option on this page; on a server without one. A receipts endpoint is checked when it is used. */
function issuesFor(option: Named, value: unknown, page?: string): unknown[] {
  if (page !== undefined) stubPage(page);
  const isForeign = option === 'receipts' && typeof value === 'string' && !isSameSite(value);
  const issues = checkConfig({ ...minimal, [option]: value });
  return isForeign && issues.length === 0 ? [{ path: option, expected: 'an address of the same site', found: value || 'nothing' }] : issues;
}

const namedOnce = (path: Named): unknown[] => [{ path, expected: expect.stringMatching(/\w/), found: expect.stringMatching(/./) }];

describe('the receipts endpoint', () => {
  it.each([
    ['a path', '/receipts', PAGE],
    ['a relative path', 'receipts', PAGE],
    ['a query', '?receipts', PAGE],
    ['the same origin', 'https://www.example.eu/receipts', PAGE],
    ['the same origin in capitals', 'HTTPS://WWW.EXAMPLE.EU/receipts', PAGE],
    ['the same host without scheme', '//www.example.eu/receipts', PAGE],
    ['another port of the host', 'https://www.example.eu:8443/receipts', PAGE],
    ['a subdomain', 'https://log.www.example.eu/receipts', PAGE],
    ['a deep subdomain', 'https://a.b.www.example.eu/receipts', PAGE],
    ['the parent', 'https://example.eu/receipts', PAGE],
    ['an international host', 'https://bücher.example/receipts', 'https://xn--bcher-kva.example/'],
    ['this computer, another port', 'http://localhost:9000/receipts', 'http://localhost:8000/'],
    ['an address of this computer', 'http://127.0.0.1:9000/receipts', 'http://127.0.0.1:8000/'],
  ])('may be %s', (_, value, page) => {
    expect(issuesFor('receipts', value, page)).toEqual([]);
  });

  it.each([
    ['a foreign host', 'https://receipts.example/', PAGE],
    ['a foreign host without scheme', '//receipts.example/', PAGE],
    ['a foreign host by backslashes', '\\\\receipts.example/', PAGE],
    // Without a list of public suffixes nobody knows whether a sibling is the same site.
    ['a sibling', 'https://log.example.eu/receipts', PAGE],
    ['a host that ends alike', 'https://evilwww.example.eu/receipts', PAGE],
    ['a parent that ends alike', 'https://ample.eu/receipts', PAGE],
    ['a host that begins alike', 'https://www.example.eu.evil.test/receipts', PAGE],
    ['the top level domain', 'https://eu/receipts', PAGE],
    ['http on a page with https', 'http://www.example.eu/receipts', PAGE],
    ['https on a page with http', 'https://www.example.eu/receipts', 'http://www.example.eu/'],
    ['a web socket', 'wss://www.example.eu/receipts', PAGE],
    ['a script', `${script}:alert(1)`, PAGE],
    ['a data URL', 'data:text/plain,x', PAGE],
    ['a blob', 'blob:https://www.example.eu/1', PAGE],
    ['an e-mail address', 'mailto:log@www.example.eu', PAGE],
    // fetch() refuses every address with a user or a password, so nothing would ever arrive there.
    ['a user', 'https://user@www.example.eu/receipts', PAGE],
    ['a user and a password', 'https://user:pass@www.example.eu/receipts', PAGE],
    ['a password', 'https://:pass@www.example.eu/receipts', PAGE],
    ['a foreign host behind a user that looks right', 'https://www.example.eu@evil.test/', PAGE],
    ['no URL', 'https://[/', PAGE],
    ['an empty text', '', PAGE],
    ['a space', ' ', PAGE],
    ['a number', 5, PAGE],
    ['null', null, PAGE],
    ['a list', ['/receipts'], PAGE],
    ['true', true, PAGE],
  ])('may not be %s', (_, value, page) => {
    expect(issuesFor('receipts', value, page)).toEqual(namedOnce('receipts'));
  });

  it('that is relative may not leave the site by a base element', () => {
    stubPage(PAGE, 'https://cdn.example/');
    expect(isSameSite('/receipts')).toBe(false);
  });

  it.each(['/receipts', 'https://www.example.eu/receipts', 'https://log.example.eu:8443/receipts?x=1'])('on a server, where no page is, may be %s', (value) => {
    expect(issuesFor('receipts', value)).toEqual([]);
  });

  it.each([5, null, ['/receipts']])('on a server may not be %j', (value) => {
    expect(issuesFor('receipts', value)).toEqual(namedOnce('receipts'));
  });
});

describe('the cookie domain', () => {
  it.each([
    ['the host itself', 'www.example.eu', PAGE],
    ['its parent', 'example.eu', PAGE],
    ['its parent in capitals', 'Example.EU', PAGE],
    ['a parent further up', 'example.eu', 'https://a.b.example.eu/'],
    ['this computer', 'localhost', 'http://localhost:8000/'],
    ['the host of a page with a port', 'example.eu', 'https://www.example.eu:8443/'],
  ])('may be %s', (_, value, page) => {
    expect(issuesFor('cookieDomain', value, page)).toEqual([]);
  });

  const never: readonly (readonly [what: string, value: unknown])[] = [
    ['a URL', 'https://example.eu'],
    ['a host with a port', 'example.eu:443'],
    ['a host with a path', 'example.eu/'],
    ['a wildcard', '*.example.eu'],
    ['another attribute', 'example.eu; Secure'],
    ['another attribute without a space', 'example.eu;Domain=evil.test'],
    ['a line break', 'example.eu\n'],
    ['a space', ' '],
    ['an empty text', ''],
    ['an empty part', 'example..eu'],
    ['a number', 5],
    ['null', null],
  ];

  it.each<(typeof never)[number]>([
    ['a subdomain', 'a.www.example.eu'],
    ['a sibling', 'log.example.eu'],
    ['a foreign domain', 'example.com'],
    ['the top level domain', 'eu'],
    ['a domain that ends alike', 'ample.eu'],
    ['a domain that begins alike', 'www.example'],
    ...never,
  ])('may not be %s', (_, value) => {
    expect(issuesFor('cookieDomain', value, PAGE)).toEqual(namedOnce('cookieDomain'));
  });

  it.each(['example.eu', 'www.example.eu', 'localhost'])('on a server, where no page is, may be %s', (value) => {
    expect(issuesFor('cookieDomain', value)).toEqual([]);
  });

  it.each(never)('on a server may not be %s either', (_, value) => {
    expect(issuesFor('cookieDomain', value)).toEqual(namedOnce('cookieDomain'));
  });
});

describe('storage', () => {
  it.each(['local', 'session', 'cookie', 'memory'])('may be %s', (storage) => {
    expect(checkConfig({ ...minimal, storage })).toEqual([]);
  });
});

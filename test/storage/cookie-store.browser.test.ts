import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { type CookieOptions, createCookieStore } from '../../src/storage/cookie-store.js';
import { openStore } from '../../src/storage/open-store.js';
import type { Store } from '../../src/storage/store.js';
import { describeStore } from '../contracts/store-contract.js';
import { clearCookies } from '../support/open-site.js';

const DAY = 86_400;

beforeEach(clearCookies);
afterEach(() => {
  vi.restoreAllMocks();
  clearCookies();
});

const createOwn = (options: Partial<CookieOptions> = {}): Store => createCookieStore('test', { maxAgeDays: 182, ...options });
const openOwn = (cookieDomain?: string): Store => openStore({ storage: 'cookie', storageKey: 'test', cookieDomain, maxAgeDays: 182, openCookie: createCookieStore });

describeStore('cookie', createOwn, { isRoomy: false });
// What finds no room in a cookie is kept in memory, and is then what counts.
describe('the opened cookie store', () => {
  it('keeps a text in a cookie of its key', () => {
    expect([openOwn().write('{"v":1}'), document.cookie]).toEqual([true, 'test=%7B%22v%22%3A1%7D']);
  });

  it('keeps what is too long for a cookie for this page view, and leaves no older text behind', () => {
    const store = openOwn();
    store.write('older');
    expect(store.write('x'.repeat(5000))).toBe(false);
    expect([store.read()?.length, document.cookie, openOwn().read()]).toEqual([5000, '', null]);
  });
});

interface CookieFacts {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly expires: number;
  readonly sameSite: string;
  readonly secure: boolean;
}

/** The cookie as the browser keeps it. */
async function kept(): Promise<CookieFacts | undefined> {
  const session = cdp() as unknown as { send(method: string): Promise<{ cookies: CookieFacts[] }> };
  const { cookies } = await session.send('Network.getCookies');
  return cookies.find(({ name }) => name === 'test');
}

describe('the cookie', () => {
  it('belongs to the whole site, is not sent by other sites’ requests, and lasts as long as a decision', async () => {
    createOwn({ maxAgeDays: 30 }).write('text');
    const cookie = await kept();
    expect(cookie).toMatchObject({ domain: location.hostname, path: '/', sameSite: 'Lax', secure: false });
    const seconds = (cookie?.expires ?? 0) - Date.now() / 1000;
    expect(seconds > 30 * DAY - 60 && seconds <= 30 * DAY).toBe(true);
  });

  it('is gone from the browser once it is removed', async () => {
    const store = createOwn();
    store.write('text');
    store.remove();
    expect(await kept()).toBeUndefined();
  });

  it('carries the parent domain that the owner names', () => {
    const set = vi.spyOn(Document.prototype, 'cookie', 'set');
    createOwn({ domain: 'example.eu' }).write('text');
    // A cookie of the host alone, which would stand in front of the shared one, is taken away first.
    const written = set.mock.calls.map(([text]) => text.split('; ').sort());
    expect(written[0]).toEqual(['Max-Age=0', 'Path=/', 'SameSite=Lax', 'test=']);
    expect(written.slice(1)).toEqual([['Domain=example.eu', `Max-Age=${182 * DAY}`, 'Path=/', 'SameSite=Lax', 'test=text']]);
  });

  it('leaves the cookies of others alone, also those with a similar name', () => {
    document.cookie = 'test2=theirs; Path=/';
    document.cookie = 'atest=theirs; Path=/';
    const store = createOwn();
    expect(store.read()).toBeNull();
    store.write('ours');
    store.remove();
    expect(document.cookie.split('; ').sort()).toEqual(['atest=theirs', 'test2=theirs']);
  });

  it.each(['%', '%E0%A4%A', '%zz'])('with a value that is not ours reads as nothing: %o', (value) => {
    document.cookie = `test=${value}; Path=/`;
    expect(createOwn().read()).toBeNull();
  });

  it('cannot be given attributes by its text', async () => {
    const store = createOwn();
    expect(store.write('x; Max-Age=0; Path=/elsewhere\r\nSet-Cookie: a=b')).toBe(true);
    expect([await kept(), store.read()]).toMatchObject([{ path: '/' }, 'x; Max-Age=0; Path=/elsewhere\r\nSet-Cookie: a=b']);
  });
});

describe('the size', () => {
  // Name, `=` and value; browsers may drop a cookie above 4096 bytes.
  it.each([
    ['3700 plain signs', 'x'.repeat(3700), true],
    ['3900 plain signs', 'x'.repeat(3900), false],
    ['1300 signs that take three bytes each in a cookie', '"'.repeat(1300), false],
    ['500 signs beyond ASCII', '日'.repeat(500), false],
    ['400 signs beyond ASCII', '日'.repeat(400), true],
  ])('of %s: kept %#', (_what, text, isKept) => {
    const store = createOwn();
    store.write('before');
    expect([store.write(text), store.read()]).toEqual([isKept, isKept ? text : 'before']);
  });
});

describe('a parent domain that the browser refuses', () => {
  it('is no place to keep anything: the text counts for this page view', () => {
    const store = openOwn('example.eu');
    expect([store.write('text'), store.read(), document.cookie, openOwn('example.eu').read()]).toEqual([false, 'text', '', null]);
  });

  it('leaves no older grant behind in a cookie of the page’s own host', () => {
    openOwn().write('granted');
    const store = openOwn('example.eu');
    store.write('withdrawn');
    expect([store.read(), openOwn('example.eu').read()]).toEqual(['withdrawn', null]);
  });
});

describe('an image named cookie', () => {
  it('keeps nothing from being written, read and taken away', () => {
    const image = Object.assign(new Image(), { name: 'cookie' });
    document.body.append(image);
    const store = createOwn();
    expect([store.write('granted'), store.read(), store.write('withdrawn'), store.read()]).toEqual([true, 'granted', true, 'withdrawn']);
    store.remove();
    image.remove();
    expect(document.cookie).toBe('');
  });
});

describe('where cookies are blocked', () => {
  const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') ?? {};
  /** Stands in for the browser's own property until the test is over. */
  const block = (descriptor: PropertyDescriptor): void => {
    Object.defineProperty(Document.prototype, 'cookie', { configurable: true, ...descriptor });
  };
  const refuse = (): never => {
    throw new DOMException('not allowed here', 'SecurityError');
  };
  afterEach(() => void Object.defineProperty(Document.prototype, 'cookie', own));

  it('nothing is read and nothing written, and the opened store goes on in memory', () => {
    block({ get: refuse, set: refuse });
    const [plain, opened] = [createOwn(), openOwn()];
    expect([plain.read(), plain.write('text'), plain.read()]).toEqual([null, false, null]);
    expect([opened.read(), opened.write('text'), opened.read()]).toEqual([null, false, 'text']);
    expect(() => plain.remove()).not.toThrow();
  });

  it('a browser that drops them silently is found out', () => {
    block({ get: () => '', set: () => undefined });
    expect([createOwn().write('text'), openOwn().write('text')]).toEqual([false, false]);
  });
});

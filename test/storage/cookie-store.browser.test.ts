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

const createOwn = (options: Partial<CookieOptions> = {}): Store => createCookieStore('test.', { maxAgeDays: 182, ...options });
const openOwn = (cookieDomain?: string): Store => openStore({ storage: 'cookie', prefix: 'test.', cookieDomain, maxAgeDays: 182 });

describeStore('cookie', createOwn, { isRoomy: false });
// What finds no room in a cookie is kept in memory, and is then what counts.
describe('the opened cookie store', () => {
  it('keeps a text in a cookie of its key', () => {
    expect([openOwn().write('clinic', '{"v":1}'), document.cookie]).toEqual([true, 'test.clinic=%7B%22v%22%3A1%7D']);
  });

  it('keeps what is too long for a cookie for this page view, and leaves no older text behind', () => {
    const store = openOwn();
    store.write('clinic', 'older');
    store.write('school', 'kept');
    expect(store.write('clinic', 'x'.repeat(5000))).toBe(false);
    expect([store.read('clinic')?.length, document.cookie, openOwn().read('clinic'), openOwn().names()]).toEqual([5000, 'test.school=kept', null, ['school']]);
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
  return cookies.find(({ name }) => name === 'test.clinic');
}

describe('the cookie', () => {
  it('belongs to the whole site, is not sent by other sites’ requests, and lasts as long as a decision', async () => {
    createOwn({ maxAgeDays: 30 }).write('clinic', 'text');
    const cookie = await kept();
    expect(cookie).toMatchObject({ domain: location.hostname, path: '/', sameSite: 'Lax', secure: false });
    const seconds = (cookie?.expires ?? 0) - Date.now() / 1000;
    expect(seconds > 30 * DAY - 60 && seconds <= 30 * DAY).toBe(true);
  });

  it('is gone from the browser once it is removed', async () => {
    const store = createOwn();
    store.write('clinic', 'text');
    store.remove('clinic');
    expect(await kept()).toBeUndefined();
  });

  it('carries the parent domain that the owner names', () => {
    const set = vi.spyOn(Document.prototype, 'cookie', 'set');
    createOwn({ domain: 'example.eu' }).write('clinic', 'text');
    // A cookie of the host alone, which would stand in front of the shared one, is taken away first.
    const written = set.mock.calls.map(([text]) => text.split('; ').sort());
    expect(written[0]).toEqual(['Max-Age=0', 'Path=/', 'SameSite=Lax', 'test.clinic=']);
    expect(written.slice(1)).toEqual([['Domain=example.eu', `Max-Age=${182 * DAY}`, 'Path=/', 'SameSite=Lax', 'test.clinic=text']]);
  });

  it('is the same whoever looks in one turn, also while another tab writes; the next turn sees what that wrote', async () => {
    const store = createOwn();
    store.write('clinic', 'mine');
    document.cookie = 'test.clinic=theirs; Path=/';
    expect([store.read('clinic'), store.read('clinic')]).toEqual(['mine', 'mine']);
    await Promise.resolve();
    expect(store.read('clinic')).toBe('theirs');
    document.cookie = 'test.clinic=again; Path=/';
    store.remove('clinic');
    expect(store.read('clinic')).toBeNull();
  });

  it('leaves the cookies of others alone, also those with a similar name', () => {
    const theirs = ['atest.clinic=theirs', 'test.%zz=theirs', 'test.%61=theirs', 'test.clinic2=theirs', 'test=theirs', 'test2.clinic=theirs'];
    for (const pair of theirs) document.cookie = `${pair}; Path=/`;
    const store = createOwn();
    expect([store.read('clinic'), store.names()]).toEqual([null, ['clinic2']]);
    store.write('clinic', 'ours');
    store.remove('clinic');
    expect(document.cookie.split('; ').sort()).toEqual(theirs.sort());
  });

  it.each(['%', '%E0%A4%A', '%zz'])('with a value that is not ours reads as nothing: %o', (value) => {
    document.cookie = `test.clinic=${value}; Path=/`;
    expect(createOwn().read('clinic')).toBeNull();
  });

  it('cannot be given attributes by its text', async () => {
    const store = createOwn();
    expect(store.write('clinic', 'x; Max-Age=0; Path=/elsewhere\r\nSet-Cookie: a=b')).toBe(true);
    expect([await kept(), store.read('clinic')]).toMatchObject([{ path: '/' }, 'x; Max-Age=0; Path=/elsewhere\r\nSet-Cookie: a=b']);
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
    store.write('clinic', 'before');
    expect([store.write('clinic', text), store.read('clinic')]).toEqual([isKept, isKept ? text : 'before']);
  });
});

describe('the name', () => {
  it('gives its cookie no attributes', () => {
    const store = createOwn();
    expect(store.write('x; Max-Age=0; Path=/elsewhere', 'text')).toBe(true);
    expect([document.cookie, store.names()]).toEqual(['test.x%3B%20Max-Age%3D0%3B%20Path%3D%2Felsewhere=text', ['x; Max-Age=0; Path=/elsewhere']]);
  });

  it('of a server with a port can be read in the browser’s tools', () => {
    createOwn().write('meet.example.eu:8443', 'text');
    expect(document.cookie).toBe('test.meet.example.eu:8443=text');
  });

  it('that no cookie can have keeps nothing, and nothing throws', () => {
    const store = createOwn();
    expect([store.write('\uD800', 'text'), store.read('\uD800'), store.names()]).toEqual([false, null, []]);
    expect(() => store.remove('\uD800')).not.toThrow();
  });
});

describe('fifty decisions', () => {
  it('are all kept, each in a cookie of its own', () => {
    const store = openOwn();
    const names = Array.from({ length: 50 }, (_, index) => `operator-${String(index).padStart(2, '0')}.example`);
    // As long as a record is.
    for (const name of names) expect(store.write(name, `{"${name}":"${'x'.repeat(260)}"}`)).toBe(true);
    expect(openOwn().names()).toEqual(names);
    for (const name of names) expect(openOwn().read(name)).toContain(name);
  });
});

describe('a parent domain that the browser refuses', () => {
  it('is no place to keep anything: the text counts for this page view', () => {
    const store = openOwn('example.eu');
    expect([store.write('clinic', 'text'), store.read('clinic'), document.cookie, openOwn('example.eu').read('clinic')]).toEqual([false, 'text', '', null]);
  });

  it('leaves no older grant behind in a cookie of the page’s own host', () => {
    openOwn().write('clinic', 'granted');
    const store = openOwn('example.eu');
    store.write('clinic', 'withdrawn');
    expect([store.read('clinic'), openOwn('example.eu').read('clinic')]).toEqual(['withdrawn', null]);
  });
});

describe('an image named cookie', () => {
  it('keeps nothing from being written, read and taken away', () => {
    const image = Object.assign(new Image(), { name: 'cookie' });
    document.body.append(image);
    const store = createOwn();
    expect([store.write('clinic', 'granted'), store.read('clinic'), store.write('clinic', 'withdrawn'), store.read('clinic')]).toEqual([true, 'granted', true, 'withdrawn']);
    store.remove('clinic');
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
    expect([plain.read('clinic'), plain.names(), plain.write('clinic', 'text'), plain.read('clinic')]).toEqual([null, [], false, null]);
    expect([opened.read('clinic'), opened.write('clinic', 'text'), opened.read('clinic'), opened.names()]).toEqual([null, false, 'text', ['clinic']]);
    expect(() => plain.remove('clinic')).not.toThrow();
  });

  it('a browser that drops them silently is found out', () => {
    block({ get: () => '', set: () => undefined });
    expect([createOwn().write('clinic', 'text'), openOwn().write('clinic', 'text')]).toEqual([false, false]);
  });
});

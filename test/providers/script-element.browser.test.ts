import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadExternalApi, type ScriptRequest } from '../../src/providers/jitsi/api-loader.js';

interface Maker {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): unknown };
}

const { origin, host, protocol, port, hostname } = location;
const never = new AbortController().signal;
const requestOf = (more: Partial<ScriptRequest> = {}): ScriptRequest => ({ url: `${origin}/external_api.js`, nonce: '', integrity: undefined, ...more });

/** The Trusted Types policies that are made in this page, from the first on. */
const made: { readonly name: string; readonly policy: ReturnType<Maker['createPolicy']> }[] = [];
const types = Reflect.get(window, 'trustedTypes') as Maker;
const create = types.createPolicy.bind(types);
types.createPolicy = (name, rules) => {
  const policy = create(name, rules);
  made.push({ name, policy });
  return policy;
};

afterEach(() => vi.restoreAllMocks());

/** What a script carries at each step on the way to its request, and what the step was. */
function noteSteps(): unknown[][] {
  const steps: unknown[][] = [];
  const note = (step: string, { nonce, crossOrigin, integrity, referrerPolicy }: HTMLScriptElement): void => void steps.push([step, nonce, crossOrigin, integrity, referrerPolicy]);
  const { set } = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src') ?? {};
  vi.spyOn(HTMLScriptElement.prototype, 'src', 'set').mockImplementation(function (this: HTMLScriptElement, url) {
    note('src', this);
    set?.call(this, url);
  });
  vi.spyOn(document.head, 'append').mockImplementation((script) => {
    if (!(script instanceof HTMLScriptElement)) return;
    note('append', script);
    document.head.appendChild(script);
  });
  return steps;
}

describe('the script of an operator', () => {
  it.each([
    ['sha384-AAAA', ['abc', 'anonymous', 'sha384-AAAA', 'no-referrer']],
    [undefined, ['abc', null, '', 'no-referrer']],
  ])('that is pinned to %s has all that the browser is to heed before it has an address', async (integrity, marks) => {
    const steps = noteSteps();
    await loadExternalApi(requestOf({ nonce: 'abc', integrity }), never);
    expect(steps).toEqual([['src', ...marks], ['append', ...marks]]);
  });
});

describe('our Trusted Types policy', () => {
  it('is made once, and passes exactly the addresses that were granted', async () => {
    const url = `${origin}/external_api.js?release=granted`;
    await loadExternalApi(requestOf({ url }), never);
    await loadExternalApi(requestOf(), never);
    expect(made.map(({ name }) => name)).toEqual(['jitsi-gate']);
    const pass = (address: string): string => String(made[0]?.policy.createScriptURL(address));
    expect([url, requestOf().url].map(pass)).toEqual([url, requestOf().url]);
    const refused = [
      `${origin}/other.js`, `${origin}/external_api.js/`, `${origin}//external_api.js`, `${origin}/libs/../external_api.js`, `${origin}/EXTERNAL_API.js`, `${origin}/external_api%2ejs`,
      `${origin}/external_api.js?`, `${origin}/external_api.js?release=other`, `${url}&x=1`, `${url}#x`, `${protocol}//user@${host}/external_api.js`, `${protocol}//user:pass@${host}/external_api.js`,
      `${protocol.toUpperCase()}//${host}/external_api.js`, `${protocol}//${hostname}.:${port}/external_api.js`, `${protocol}//${hostname}:1/external_api.js`, `//${host}/external_api.js`,
      '/external_api.js', ` ${url}`, `${url}\n`, 'https://elsewhere.example/external_api.js', 'data:text/javascript,0', '', 'undefined',
    ];
    for (const address of refused) expect(() => pass(address), address).toThrow(TypeError);
  });
});

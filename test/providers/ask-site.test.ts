import { afterEach, describe, expect, it, vi } from 'vitest';
import { askSite } from '../../src/providers/jitsi/ask-site.js';
import { sampleEmbed, sampleSettings } from '../support/sample-config.js';

/** What is handed to the meeting where the site's callback gives that answer. */
function handedOn(answer: unknown): Promise<unknown> {
  const settings = { ...sampleSettings(), userInfo: () => answer as object };
  return askSite({ embed: sampleEmbed(), own: {}, settings });
}

describe('what the site tells of the visitor', () => {
  it.each<[string, unknown, unknown]>([
    ['name and address', { displayName: 'Jane', email: 'jane@example.org' }, { displayName: 'Jane', email: 'jane@example.org' }],
    ['a name alone', { displayName: 'Jane' }, { displayName: 'Jane' }],
    ['the whole record of a user', { displayName: 'Jane', id: 4711, born: '1990-01-01', roles: ['patient'] }, { displayName: 'Jane' }],
    ['values of other types', { displayName: 7, email: { address: 'jane@example.org' } }, {}],
    ['a text', 'Jane', {}],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
  ])('is handed on as name and address only: %s', async (_what, answer, userInfo) => {
    expect(await handedOn(answer)).toEqual({ userInfo });
  });

  it('is what the gate’s own properties say, where they say something', async () => {
    const settings = { ...sampleSettings(), getToken: () => 'a.b.c', userInfo: () => ({ displayName: 'Site' }) };
    const own = { jwt: 'x.y.z', userInfo: { displayName: 'Gate', id: 1 } };
    expect(await askSite({ embed: sampleEmbed(), own, settings })).toEqual({ jwt: 'x.y.z', userInfo: { displayName: 'Gate' } });
    expect(await askSite({ embed: sampleEmbed(), own: {}, settings })).toEqual({ jwt: 'a.b.c', userInfo: { displayName: 'Site' } });
    await expect(askSite({ embed: sampleEmbed(), own: { jwt: 'no token' }, settings })).rejects.toThrow('no token (JWT)');
  });
});

describe('an address that the site’s own server gives', () => {
  const embed = sampleEmbed();
  const { origin } = embed.operator;
  const ask = (address: unknown, asked = embed): Promise<unknown> => (
    askSite({ embed: asked, own: { jwt: 'x.y.z' }, settings: { ...sampleSettings(), getUrl: () => address as string } }));

  it.each([
    ['a room', `${origin}/other-room`, { room: 'other-room', jwt: 'x.y.z' }],
    ['a tenant', `${origin}/school/class%205a/`, { room: 'school/class 5a', jwt: 'x.y.z' }],
    ['a token, which wins', `${origin}/other-room?jwt=a.b.c#config.subject="x"`, { room: 'other-room', jwt: 'a.b.c' }],
    ['nothing', undefined, { jwt: 'x.y.z' }],
  ])('says %s', async (_, address, answers) => {
    expect(await ask(address)).toEqual(answers);
  });

  it('may hold the AppID of JaaS before the room', async () => {
    const jaas = { ...embed, operator: { ...embed.operator, appId: 'vpaas-magic-cookie-1a2b' } };
    expect(await ask(`${origin}/vpaas-magic-cookie-1a2b/other-room`, jaas)).toEqual({ room: 'other-room', jwt: 'x.y.z' });
  });

  it.each([
    ['another host', 'https://other.example.org/secret-room'], ['a script', 'data:text/html,secret-room'], ['no address', 'secret-room'], ['a number', 7], ['null', null],
    ['no room', `${origin}/`], ['a room that leaves the path', `${origin}/a%2f..%2fsecret-room`], ['broken escapes', `${origin}/%E0%A4%A`], ['no token', `${origin}/secret-room?jwt=secret`],
  ])('is refused where it is %s, and not quoted', async (_, address) => {
    await expect(ask(address)).rejects.toThrow(/^(?!.*secret)/);
  });
});

describe('what a page without configure() gives', () => {
  afterEach(() => vi.unstubAllGlobals());

  const ask = (settings = sampleSettings()): Promise<unknown> => askSite({ embed: sampleEmbed(), own: {}, settings });

  it('is asked for like what the configuration has', async () => {
    vi.stubGlobal('JitsiGateCallbacks', { getToken: async () => 'a.b.c', userInfo: () => ({ displayName: 'Jane' }) });
    expect(await ask()).toEqual({ jwt: 'a.b.c', userInfo: { displayName: 'Jane' } });
  });

  it('stands back behind the configuration', async () => {
    vi.stubGlobal('JitsiGateCallbacks', { getToken: () => 'a.b.c' });
    expect(await ask({ ...sampleSettings(), getToken: () => 'x.y.z' })).toEqual({ jwt: 'x.y.z' });
  });

  it.each<[string, unknown]>([['a text', 'a.b.c'], ['null', null], ['a token in place of a callback', { getToken: 'a.b.c' }], ['an empty object', {}]])(
    'is nothing where it is %s', async (_what, given) => {
      vi.stubGlobal('JitsiGateCallbacks', given);
      expect(await ask()).toEqual({});
    },
  );
});

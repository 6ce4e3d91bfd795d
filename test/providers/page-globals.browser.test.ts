import { afterEach, describe, expect, it } from 'vitest';
import { addReached, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, meetingOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, openTwo } from '../support/open-site.js';

closeSiteAfterEach();

const names = ['define', 'JitsiMeetExternalAPI', 'JitsiMeetJS', 'getToken'];
afterEach(() => {
  for (const name of names) Reflect.deleteProperty(window, name);
});

const requests = (part: string): number => performance.getEntriesByType('resource').filter(({ name }) => name.includes(part)).length;

/** The scripts of one address in the order in which they were asked for; each file of tests has its own page. */
async function meet(release: string, config: Parameters<typeof openSite>[0] = {}): Promise<Element> {
  openSite(config, { release });
  const gate = await addReached();
  await pressTo(gate, 'accept', 'live');
  return gate;
}

describe('on a page with a module loader (AMD)', () => {
  const installLoader = (): { calls: unknown[]; define: { amd: object } } => {
    const calls: unknown[] = [];
    const define = Object.assign((...args: unknown[]) => void calls.push(args), { amd: { jQuery: true } });
    Object.assign(window, { define });
    return { calls, define };
  };

  it('the meeting starts, and the loader is not told of the script', async () => {
    const { calls } = installLoader();
    await meet('amd-1');
    expect(calls).toEqual([]);
  });

  it('the loader is as it was, also while the meeting runs', async () => {
    const { define } = installLoader();
    const { amd } = define;
    await meet('amd-2');
    const descriptor = Object.getOwnPropertyDescriptor(define, 'amd');
    expect(Reflect.get(window, 'define')).toBe(define);
    expect(descriptor).toEqual({ value: amd, writable: true, enumerable: true, configurable: true });
  });
});

describe('a class that the page itself has under the script’s name', () => {
  it('is left as it was, during and after the meeting', async () => {
    const own = function own(): void {};
    Object.assign(window, { JitsiMeetExternalAPI: own });
    const gate = await meet('own-1');
    expect(Reflect.get(window, 'JitsiMeetExternalAPI')).toBe(own);
    await pressTo(gate, 'withdraw', 'asking');
    await expect.poll(() => framesOf(gate)).toEqual([]);
    expect(Reflect.get(window, 'JitsiMeetExternalAPI')).toBe(own);
  });

  it('is not taken for the one that a script failed to bring', async () => {
    let built = 0;
    Object.assign(window, {
      JitsiMeetExternalAPI: function own(): void {
        built += 1;
      },
    });
    openSite({}, { release: 'empty-own' });
    await pressTo(await addReached(), 'accept', 'failed');
    expect(built).toBe(0);
  });
});

it('a larger JitsiMeetJS of the page itself is left alone', async () => {
  const own = { init: () => undefined, app: {} };
  const gate = await meet('large-1');
  Object.assign(window, { JitsiMeetJS: own });
  await pressTo(gate, 'withdraw', 'asking');
  await expect.poll(() => framesOf(gate)).toEqual([]);
  expect(Reflect.get(window, 'JitsiMeetJS')).toBe(own);
});

it('brings no global of its own into the page while the meeting runs', async () => {
  await meet('globals-1');
  expect(traces().filter((trace) => trace === 'JitsiMeetExternalAPI')).toEqual([]);
});

describe('the script', () => {
  it('is asked for once, however often the visitor joins', async () => {
    const gate = await meet('once-1');
    (await meetingOf(gate)).leave();
    await reached(gate, 'ended');
    await pressTo(gate, 'accept', 'live');
    await pressTo(gate, 'withdraw', 'asking');
    await expect.poll(() => framesOf(gate)).toEqual([]);
    await pressTo(gate, 'accept', 'live');
    expect(requests('external_api.js?release=once-1')).toBe(1);
  });

  it('is asked for once by two gates at the same time', async () => {
    const site = openSite({}, { release: 'once-2' });
    const gates = [await addReached(), await addReached()];
    site.grant('clinic', { source: 'api', name: 'test' });
    for (const gate of gates) await reached(gate, 'ready');
    for (const gate of gates) await pressTo(gate, 'accept', 'live');
    expect(requests('external_api.js?release=once-2')).toBe(1);
  });

  it('of another operator does not disturb a running meeting', async () => {
    openTwo();
    const one = await addReached();
    const two = await addReached('asking', { operator: 'school' });
    await pressTo(one, 'accept', 'live');
    await pressTo(two, 'accept', 'live');
    const hosts = [one, two].map((gate) => new URL(framesOf(gate)[0]?.src ?? '').hostname);
    expect(new Set(hosts)).toEqual(new Set(['127.0.0.1', 'localhost']));
    await pressTo(two, 'withdraw', 'asking');
    expect((one as HTMLElement).getAttribute('state')).toBe('live');
    (await meetingOf(one)).leave();
    await reached(one, 'ended');
  });

  it('carries the page’s nonce, and tells the server nothing of the page', async () => {
    const own = document.createElement('script');
    own.setAttribute('nonce', 'abc123');
    document.head.append(own);
    const added: HTMLScriptElement[] = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof HTMLScriptElement) added.push(node);
    });
    observer.observe(document, { childList: true, subtree: true });
    await meet('nonce-1');
    observer.disconnect();
    own.remove();
    expect(added.map(({ nonce, referrerPolicy }) => [nonce, referrerPolicy])).toEqual([['abc123', 'no-referrer']]);
  });
});

describe('what the meeting is given', () => {
  it('is the room, encoded, the language, the height of the box and the privacy preset', async () => {
    openSite();
    const gate = await addReached('asking', { room: 'room-Käse & Brot', subject: 'Käse' });
    await pressTo(gate, 'accept', 'live');
    const { params, room } = await meetingOf(gate);
    expect(new URL(framesOf(gate)[0]?.src ?? '').pathname).toBe('/room-K%C3%A4se%20%26%20Brot');
    expect(room).toBe('room-käse & brot');
    expect(params).toMatchObject({
      'config.subject': 'Käse',
      'config.startWithAudioMuted': true,
      'config.disableThirdPartyRequests': true,
      'config.p2p': { enabled: false },
    });
  });

  it('has the owner’s settings over the preset, key by key', async () => {
    const gate = await meet('preset-1', { jitsi: { configOverwrite: { p2p: { enabled: true }, startWithAudioMuted: false, toolbarButtons: ['chat'] } } });
    expect((await meetingOf(gate)).params).toMatchObject({
      'config.p2p': { enabled: true },
      'config.startWithAudioMuted': false,
      'config.startWithVideoMuted': true,
      'config.toolbarButtons': ['chat'],
    });
  });

  it('has name and token from the site’s callbacks, which are asked only after the grant and kept nowhere', async () => {
    const asked: unknown[] = [];
    const getToken = (meeting: object): string => (asked.push(meeting), 'a.b.c');
    openSite({ getToken, userInfo: () => ({ displayName: 'Jane' }) });
    const gate = await addReached();
    expect(asked).toEqual([]);
    await pressTo(gate, 'accept', 'live');
    expect(asked).toEqual([{ operator: 'clinic', room: 'room-one' }]);
    expect((await meetingOf(gate)).params).toMatchObject({ 'jwt': 'a.b.c', 'userInfo.displayName': 'Jane' });
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toMatch(/a\.b\.c|Jane/);
  });
});

import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEmbedUrl } from '../../src/config/embed-url.js';
import { anyText } from '../support/any-text.js';
import { clinic, sampleSettings } from '../support/sample-config.js';
import { checkEmbed } from '../support/check-embed.js';

const jaas = { domain: '8x8.vc', appId: 'vpaas-magic-cookie-1' };
const other = { domain: '8x8.vc', appId: 'vpaas-magic-cookie-2' };
const settings = sampleSettings({ operators: { clinic, other, jaas, local: { ...clinic, domain: 'localhost:8000' } } });
const script = 'javascript';

/** What markup may ask of a meeting: nothing that weakens the visitor's privacy (docs/law.md R73). */
const ALLOWED = [
  'subject', 'startWithAudioMuted', 'startWithVideoMuted', 'startSilent', 'requireDisplayName', 'hideDisplayName', 'disableChat',
  'disablePolls', 'disableReactions', 'toolbarButtons', 'disableTileView',
];

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a meeting address', () => {
  it.each([
    ['https://meet.example.eu/room', 'room', 'meet.example.eu'],
    ['https://meet.example.eu/room/', 'room', 'meet.example.eu'],
    ['https://MEET.example.EU:443/Room', 'Room', 'meet.example.eu'],
    ['https://meet.example.eu/tenant/room', 'tenant/room', 'meet.example.eu'],
    ['https://meet.example.eu/%C3%84rzte%20team', 'Ärzte team', 'meet.example.eu'],
    ['https://meet.example.eu/Ärzte', 'Ärzte', 'meet.example.eu'],
    ['https://evil.example/room', 'room', 'evil.example'],
    ['http://localhost:8000/room', 'room', 'localhost:8000'],
    ['https://meet.example.eu/', '', 'meet.example.eu'],
    ['https://meet.example.eu/a%23b', 'a#b', 'meet.example.eu'],
  ])('%s is the room %j of %s', (address, room, domain) => {
    expect(readEmbedUrl(address, settings)).toEqual({ room, domain, overrides: {} });
  });

  it('of JaaS selects the customer whose AppID it names, and leaves the AppID out of the room', () => {
    const address = 'https://8x8.vc/vpaas-magic-cookie-1/room';
    expect(readEmbedUrl(address, settings)).toEqual({ room: 'room', domain: '8x8.vc', operator: 'jaas', overrides: {} });
  });

  it.each([
    ['', 'another text'],
    ['room', 'another text'],
    ['/room', 'another text'],
    ['//meet.example.eu/room', 'another text'],
    ['https://', 'another text'],
    ['http://meet.example.eu/room', 'http:'],
    ['ftp://meet.example.eu/room', 'ftp:'],
    [`${script}:alert(1)`, `${script}:`],
    ['data:text/html,x', 'data:'],
    ['wss://meet.example.eu/room', 'wss:'],
    ['https://user@meet.example.eu/room', 'one'],
    ['https://user:secret@meet.example.eu/room', 'one'],
    ['https://meet.example.eu@evil.example/room', 'one'],
    ['https://meet.example.eu/room?jwt=secret', 'one'],
    ['https://meet.example.eu/room#jwt=secret', 'one'],
    ['https://meet.example.eu/room#config.subject=1&jwt="secret"', 'one'],
    ['https://meet.example.eu/room?token=secret', 'one'],
    ['https://meet.example.eu/room?lang=de', 'one'],
    ['https://meet.example.eu/a%2fb', 'other escapes'],
    ['https://meet.example.eu/a%2Fb', 'other escapes'],
    ['https://meet.example.eu/a%5cb', 'other escapes'],
    ['https://meet.example.eu/%ff', 'other escapes'],
    ['https://meet.example.eu/100%', 'other escapes'],
    ['https://8x8.vc/room', 'another or none'],
    ['https://8x8.vc/vpaas-magic-cookie-1', 'another or none'],
    ['https://8x8.vc/vpaas-magic-cookie-3/room', 'another or none'],
    ['https://8x8.vc/VPAAS-magic-cookie-1/room', 'another or none'],
    [`https://meet.example.eu/room#config.subject="${'x'.repeat(8000)}"`, '8046'],
  ])('is refused as %s', (address, found) => {
    expect(readEmbedUrl(address, settings)).toEqual([{ path: 'src', expected: expect.stringMatching(/\w/), found }]);
  });

  it.each([
    'https://evil.example/room',
    'https://meet.example.eu:8443/room',
    'https://meet.example.eu.evil.example/room',
    'https://meet.example.eu/',
    'https://meet.example.eu//evil.example/room',
    'https://meet.example.eu/a%23config.p2p.enabled=true',
    'https://meet.example.eu/a%3Fjwt=x',
    'https://meet.example.eu/%00',
    'https://meet.example.eu/%E2%80%AEmoor',
    'https://meet.example.eu/a%252fb',
  ])('selects nothing that a placeholder could not select: %s', (address) => {
    const input = readEmbedUrl(address, settings);
    expect(Array.isArray(input) ? input : checkEmbed(input, settings)).toBeInstanceOf(Array);
  });
});

describe('overrides in the address', () => {
  const read = (hash: string): unknown => readEmbedUrl(`https://meet.example.eu/room#${hash}`, settings);

  it.each(ALLOWED)('may set %s', (name) => {
    expect(read(`config.${name}=true`)).toMatchObject({ overrides: { [name]: true } });
  });

  it.each([
    ['config.subject=%22Ärzte%20%26%20Team%22', { subject: 'Ärzte & Team' }],
    ['config.toolbarButtons=%5B%22hangup%22%5D', { toolbarButtons: ['hangup'] }],
    ['config.startSilent=true&config.disableChat=false', { startSilent: true, disableChat: false }],
    ['config.startSilent=true&config.startSilent=false', { startSilent: false }],
    ['&&config.startSilent=true&', { startSilent: true }],
  ])('are read from %s', (hash, overrides) => {
    expect(read(hash)).toMatchObject({ overrides });
  });

  it.each([
    'config.p2p.enabled=true', 'config.p2p=%7B%22enabled%22%3Atrue%7D', 'config.disableThirdPartyRequests=false', 'config.analytics=%7B%7D',
    'config.prejoinConfig.enabled=false', 'config.__proto__=%7B%22polluted%22%3Atrue%7D', 'config.constructor=1', 'config.subject.x=1',
    'interfaceConfig.TOOLBAR_BUTTONS=%5B%5D', 'iceServers.replace=%5B%5D', 'userInfo.displayName=%22x%22', 'appData.localStorageContent=%22x%22',
    'jitsi_meet_external_api_id=0', 'subject=%22x%22', 'xconfig.subject=%22x%22', 'config.subjectx=1',
    'CONFIG.subject=%22x%22', '=', '__proto__=1', 'config.useHostPageLocalStorage=true',
  ])('leave out what markup may not set, and tell the owner: %s', (hash) => {
    expect(read(hash)).toEqual({ room: 'room', domain: 'meet.example.eu', overrides: {} });
    expect(printed).toHaveLength(1);
  });

  it.each(['config.subject=not-json', 'config.subject', 'config.subject=', 'config.subject=%', 'config.subject=%ff', 'config.subject=%7B'])(
    'leave out what is not JSON: %s',
    (hash) => expect(read(hash)).toEqual({ room: 'room', domain: 'meet.example.eu', overrides: {} }),
  );

  it.each([
    'config.subject={"__proto__":{}}', 'config.subject={"a":[{"b":{"constructor":1}}]}', 'config.toolbarButtons=[{"prototype":{}}]', 'config.subject={"\\u005f_proto__":1}',
  ])('leave out a value with a key that could reach a prototype: %s', (hash) => {
    expect(read(hash)).toEqual({ room: 'room', domain: 'meet.example.eu', overrides: {} });
  });

  it('are named without their values, which may be anything', () => {
    read('userInfo.email=%22jane%40example.eu%22&config.secret=hunter2');
    expect(printed.join()).toMatch(/userInfo\.email/);
    expect(printed.join()).not.toMatch(/jane|hunter2/);
  });
});

const piece = fc.oneof(
  fc.constantFrom('=', '&', '#', '?', '/', '@', ':', '..', '%', '%22', '%7B', 'jwt', 'true', 'config.', 'subject', 'p2p', '.enabled'),
  fc.constantFrom('__proto__', 'constructor', '{"__proto__":{"polluted":1}}'),
  anyText(4),
  fc.constantFrom(...ALLOWED.map((name) => `config.${name}=`)),
);
const meet = 'https://meet.example.eu/';
const start = fc.constantFrom(`${meet}room#`, meet, 'http://localhost:8000/', 'https://', `${script}:`, '');

describe('whatever stands in the address', () => {
  it('is read or refused without a throw, sets nothing beyond the list and reaches no prototype', () => {
    const prototype = Object.getOwnPropertyNames(Object.prototype).join();
    fc.assert(fc.property(start, fc.array(piece, { maxLength: 14 }), (head, pieces) => {
      const input = readEmbedUrl(head + pieces.join(''), settings);
      if (Array.isArray(input)) return void expect(input).toHaveLength(1);
      const overrides = input.overrides ?? {};
      expect(Reflect.ownKeys(overrides).filter((key) => !ALLOWED.includes(String(key)))).toEqual([]);
      expect(Object.getPrototypeOf(overrides)).toBe(Object.prototype);
    }), { numRuns: 1000 });
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('never prints or quotes the room', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = `https://meet.example.eu/s3cret${pieces.join('').replaceAll('#', '')}`;
      const input = readEmbedUrl(text, settings);
      const issues = Array.isArray(input) ? input : checkEmbed(input, settings);
      if (Array.isArray(issues)) expect(JSON.stringify(issues)).not.toContain('s3cret');
    }));
    expect(printed.join()).not.toContain('s3cret');
  });
});

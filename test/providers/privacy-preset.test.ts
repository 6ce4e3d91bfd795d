import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRIVACY_PRESET, mergeConfig } from '../../src/providers/jitsi/privacy-preset.js';
import { readConfigWhitelist } from '../support/sdk-whitelist.js';

/** `a.b` for each setting, one level deep, as Jitsi's whitelist names them. */
const keysOf = (config: Readonly<Record<string, unknown>>): string[] => Object.entries(config).flatMap(([key, value]) =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key]);

describe('the privacy preset', () => {
  it('contains the least that keeps a meeting from telling others', () => {
    // The minimum set of the facts: nothing of it may be missing, whatever is added.
    expect(PRIVACY_PRESET).toMatchObject({
      disableThirdPartyRequests: true,
      analytics: { disabled: true, rtcstatsEnabled: false },
      gravatar: { disabled: true },
      p2p: { enabled: false },
      doNotStoreRoom: true,
      pip: { disabled: true },
    });
  });

  it('shows the visitor first, muted and unseen, and tells of recording', () => {
    expect(PRIVACY_PRESET).toMatchObject({
      disableDeepLinking: true,
      prejoinConfig: { enabled: true },
      startWithAudioMuted: true,
      startWithVideoMuted: true,
      recordings: { showPrejoinWarning: true },
      localRecording: { disable: true },
    });
  });

  it('can be written into an address', () => {
    expect(JSON.parse(JSON.stringify(PRIVACY_PRESET))).toEqual(PRIVACY_PRESET);
  });
});

describe('the genuine Jitsi Meet', () => {
  let whitelist: string[] = [];

  beforeAll(async () => {
    whitelist = await readConfigWhitelist();
  }, 120_000);

  it('is read as it is: its list has what is known to be in it, and lacks what is known to be not', () => {
    expect(whitelist.length).toBeGreaterThan(200);
    expect(whitelist).toEqual(expect.arrayContaining(['analytics.disabled', 'p2p.enabled', 'disableThirdPartyRequests']));
    expect(whitelist).not.toContain('recordings.requireConsent');
    expect(whitelist).not.toContain('gravatar.baseUrl');
  });

  it.each(keysOf(PRIVACY_PRESET))('lets an embedding page set %s', (key) => {
    const [first = ''] = key.split('.');
    expect(whitelist.includes(first) || whitelist.includes(key), key).toBe(true);
  });
});

describe('settings laid over others', () => {
  it.each([
    ['win key by key', { a: 1, b: 2 }, { b: 3, c: 4 }, { a: 1, b: 3, c: 4 }],
    ['win key by key within a group', { p2p: { enabled: false, x: 1 } }, { p2p: { enabled: true } }, { p2p: { enabled: true, x: 1 } }],
    ['replace a group by a value', { p2p: { enabled: false } }, { p2p: null }, { p2p: null }],
    ['replace a value by a group', { p2p: true }, { p2p: { enabled: false } }, { p2p: { enabled: false } }],
    ['replace lists whole', { toolbarButtons: ['a', 'b'] }, { toolbarButtons: ['c'] }, { toolbarButtons: ['c'] }],
    ['replace a second level whole', { a: { b: { c: 1, d: 2 } } }, { a: { b: { c: 3 } } }, { a: { b: { c: 3 } } }],
    ['keep false and null', { a: true, b: 1 }, { a: false, b: null }, { a: false, b: null }],
    ['change nothing where there are none', { a: { b: 1 } }, {}, { a: { b: 1 } }],
  ])('%s', (...[, under, over, merged]) => {
    expect(mergeConfig(under, over)).toEqual(merged);
  });

  it('leave both as they were', () => {
    const under = { p2p: { enabled: false } };
    const over = { p2p: { x: 1 } };
    mergeConfig(under, over);
    expect([under, over]).toEqual([{ p2p: { enabled: false } }, { p2p: { x: 1 } }]);
  });

  it('of the owner are all there in the end', () => {
    const name = fc.stringMatching(/^[a-z][a-zA-Z\d]{0,8}$/);
    const settings = fc.dictionary(name, fc.oneof(fc.boolean(), fc.dictionary(name, fc.boolean())));
    fc.assert(fc.property(settings, (own) => {
      expect(mergeConfig(PRIVACY_PRESET, own)).toMatchObject(own);
    }));
  });

  it('of markup never win over the preset', () => {
    const settings = fc.dictionary(fc.constantFrom(...Object.keys(PRIVACY_PRESET), 'subject'), fc.jsonValue());
    fc.assert(fc.property(settings, (markup) => {
      expect(mergeConfig(markup, PRIVACY_PRESET)).toMatchObject(PRIVACY_PRESET);
    }));
  });
});

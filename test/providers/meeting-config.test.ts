import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PRIVACY_PRESET } from '../../src/providers/jitsi/privacy-preset.js';

type Settings = Readonly<Record<string, unknown>>;

/** A page view of its own: what has been said to the owner is forgotten. */
async function openPage(): Promise<typeof import('../../src/providers/jitsi/meeting-config.js')> {
  vi.resetModules();
  return import('../../src/providers/jitsi/meeting-config.js');
}

let { meetingConfig, mergeConfig } = await openPage();
let lines: string[] = [];

beforeEach(async () => {
  ({ meetingConfig, mergeConfig } = await openPage());
  lines = [];
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const start = (own?: Settings, overrides: Settings = {}, subject = ''): Settings => meetingConfig({ overrides, subject, own });

/** `a.b` as Jitsi's settings lie. */
const nested = (key: string, value: unknown): Settings => key.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Settings;

const rows = PRIVACY_PRESET.map(({ key, value, reason }) => [key, value, reason] as const);

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
});

describe('the settings of a meeting', () => {
  it.each(rows)('have %s as %s', (key, value) => {
    expect(start()).toHaveProperty(key, value);
  });

  it('have the subject, and what the placeholder’s address asks for besides the preset', () => {
    expect(start({}, { disableChat: true, subject: 'Address' }, 'Attribute')).toMatchObject({ disableChat: true, subject: 'Attribute' });
  });

  it('have what the owner wants over what the placeholder asks for', () => {
    expect(start({ subject: 'Owner', disableChat: false }, { disableChat: true }, 'Attribute')).toMatchObject({ subject: 'Owner', disableChat: false });
  });

  it('have the whole preset, whatever markup asks for', () => {
    const markup = fc.dictionary(fc.constantFrom(...Object.keys(start()), 'subject'), fc.jsonValue());
    fc.assert(fc.property(markup, (overrides) => {
      expect(start({}, overrides)).toMatchObject(start());
    }));
    expect(lines).toEqual([]);
  });

  it('have all that the owner wants', () => {
    const name = fc.stringMatching(/^[a-z][a-zA-Z\d]{0,8}$/);
    const settings = fc.dictionary(name, fc.oneof(fc.boolean(), fc.dictionary(name, fc.boolean())));
    fc.assert(fc.property(settings, (own) => {
      expect(start(own)).toMatchObject(own);
    }));
  });

  it('have the preset’s other keys where the owner changes one, in either spelling', () => {
    const changed = { ...start(), analytics: { disabled: true, rtcstatsEnabled: true, watchRTCEnabled: false } };
    expect(start({ analytics: { rtcstatsEnabled: true } })).toEqual(changed);
    expect(start({ 'analytics.rtcstatsEnabled': true })).toEqual(changed);
  });

  it('have the owner’s other keys with a dot as they stand', () => {
    expect(start({ 'p2p.iceTransportPolicy': 'relay' })).toEqual({ ...start(), 'p2p.iceTransportPolicy': 'relay' });
  });
});

describe('the owner is told', () => {
  it.each(rows)('of %s, which is no longer %s', (key, value, reason) => {
    start(nested(key, !value));
    expect(lines).toEqual([`[jitsi-gate] privacy: jitsi.configOverwrite changes ${key}, which the privacy preset sets to ${value}: ${reason}`]);
  });

  it.each(rows)('of %s in Jitsi’s other spelling', (key, value) => {
    start({ [key]: !value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(` ${key}, `);
  });

  it.each([
    ['a group that is no group any more', { p2p: null }, ['p2p.enabled']],
    ['a list in place of a group', { pip: [true] }, ['pip.disabled']],
    ['a value of another type', { startWithAudioMuted: 'true' }, ['startWithAudioMuted']],
    ['a value that is taken out', { prejoinConfig: { enabled: undefined } }, ['prejoinConfig.enabled']],
    ['several keys of a group', { gravatar: { disabled: false }, analytics: { disabled: false, rtcstatsEnabled: true } }, ['gravatar.disabled', 'analytics.disabled', 'analytics.rtcstatsEnabled']],
  ])('of %s', (_, own, keys) => {
    start(own);
    expect(lines.map((line) => /changes (\S+),/.exec(line)?.[1])).toEqual(keys);
  });

  it('once a page view, however many meetings there are and whatever the value', () => {
    start({ p2p: { enabled: true } });
    start({ p2p: { enabled: true } });
    start({ p2p: null });
    expect(lines).toHaveLength(1);
  });

  it('nothing where the owner repeats the preset or sets what it does not have', () => {
    start(start());
    start({ subject: 'x', toolbarButtons: [], p2p: { iceTransportPolicy: 'relay' } });
    expect(lines).toEqual([]);
  });

  it('no subject, and no value of their own', () => {
    start({ subject: 'Secret subject', p2p: { enabled: 'secret value' } }, { subject: 'Secret address' }, 'Secret attribute');
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/secret/i);
  });
});

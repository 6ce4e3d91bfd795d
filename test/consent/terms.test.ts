import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigInput, OperatorInput } from '../../src/config/schema.js';
import { readSettings } from '../../src/config/settings.js';
import { TERM_PARTS, termsDigest } from '../../src/consent/terms.js';
import { canonicalJson } from '../../src/lib/canonical-json.js';
import { fullOperator, minimal } from '../support/sample-config.js';

/** The terms of a site with one operator that states everything, with other facts and options. */
function digestOf(facts: Partial<OperatorInput> = {}, options: Partial<ConfigInput> = {}): string {
  const settings = readSettings({ ...minimal, site: 'Practice', ...options, operators: { abroad: { ...fullOperator, ...facts } } });
  const [operator] = settings.operators.values();
  if (!operator) throw new Error('no operator');
  return termsDigest(operator, settings);
}

/** The same value with the keys of every object in it in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, entry]) => [key, reversed(entry)]));
}

const changedParts = (other: string): string[] => {
  const [before, after] = [digestOf().split('.'), other.split('.')];
  return TERM_PARTS.filter((_, index) => before[index] !== after[index]);
};

describe('the digest of the terms', () => {
  it('has one part for each kind of fact', () => {
    expect(digestOf()).toMatch(new RegExp(`^[\\da-z]+(\\.[\\da-z]+){${TERM_PARTS.length - 1}}$`));
  });

  it('is the same for the same facts in another order', () => {
    expect(digestOf(reversed(fullOperator) as OperatorInput)).toBe(digestOf());
  });

  it.each<[string, Partial<OperatorInput>, string | string[]]>([
    ['domain', { domain: 'other.example' }, 'operator'],
    ['port', { domain: 'video.example.com' }, 'operator'],
    ['legal entity', { name: 'Other, Inc.' }, 'operator'],
    ['country', { country: 'GB' }, 'operator'],
    ['kind', { kind: 'jaas' }, ['operator', 'recipients']],
    ['role', { role: 'controller' }, 'recipients'],
    ['host', { hosting: { name: 'Other Oy', country: 'FI' } }, 'recipients'],
    ["host's country", { hosting: { name: 'Hoster Oy', country: 'US' } }, ['recipients', 'transfer']],
    ["host's transfer tool", { hosting: { name: 'Hoster Oy', country: 'FI', transfer: { tool: 'scc' } } }, 'transfer'],
    ["recipient's transfer tool", { recipients: [{ name: 'Turn BV', country: 'NL', purpose: 'relaying', transfer: { tool: 'art49' } }] }, 'transfer'],
    ['AppID', { appId: 'vpaas-magic-cookie-2' }, 'operator'],
    ['recipients', { recipients: [] }, 'recipients'],
    ["recipient's purpose", { recipients: [{ name: 'Turn BV', country: 'NL', purpose: 'advertising' }] }, 'recipients'],
    ['other servers', { hosts: ['turn.example.com'] }, 'recipients'],
    ['statistics', { analytics: false }, 'recipients'],
    ['retention', { retention: 'for ever' }, 'storage'],
    ['transfer tool', { transfer: { tool: 'art49' } }, 'transfer'],
    ['recording', { recording: 'never' }, 'recording'],
    ['transcription', { transcription: 'always' }, 'recording'],
    ['live stream', { livestream: 'never' }, 'recording'],
    ['question before a recording', { recordingConsentEnforced: false }, 'recording'],
  ])('changes with the %s', (_, facts, parts) => {
    expect(changedParts(digestOf(facts))).toEqual([parts].flat());
  });

  it.each<[string, Partial<OperatorInput>, Partial<OperatorInput>]>([
    ['retention', { retention: 'a week' }, { retention: { en: 'a week', de: 'eine Woche' } }],
    ['retention, in another order of the other languages', { retention: { en: 'a week', fr: 'x', de: 'y' } }, { retention: { en: 'a week', de: 'eine Woche', fr: 'une semaine' } }],
    ['purpose of a recipient', { recipients: [{ name: 'Turn BV', country: 'NL', purpose: 'relaying' }] }, { recipients: [{ name: 'Turn BV', country: 'NL', purpose: { en: 'relaying', de: 'Vermittlung' } }] }],
  ])('is the same with a translation: %s', (_, one, translated) => {
    expect(digestOf(translated)).toBe(digestOf(one));
  });

  it('changes where the first of the texts changes', () => {
    const [before, after] = [{ en: 'a week', de: 'eine Woche' }, { en: 'a year', de: 'eine Woche' }];
    expect(digestOf({ retention: after })).not.toBe(digestOf({ retention: before }));
  });

  it.each([{}, { p2p: { enabled: false } }, { p2p: { preferH264: true } }, { 'p2p.enabled': false }])('is the same where the owner turns no direct connections on: %j', (configOverwrite) => {
    expect(digestOf({}, { jitsi: { configOverwrite } })).toBe(digestOf());
  });

  it('is the same whether the owner denies a question before a recording or says nothing of it', () => {
    expect(digestOf({ recordingConsentEnforced: undefined })).toBe(digestOf({ recordingConsentEnforced: false }));
  });

  it.each<[string, Partial<ConfigInput>, string]>([
    ['notice version', { noticeVersion: '2' }, 'notice'],
    ['direct connections', { jitsi: { configOverwrite: { p2p: { enabled: true } } } }, 'recipients'],
    ['direct connections, written with a dot', { jitsi: { configOverwrite: { 'p2p.enabled': true } } }, 'recipients'],
    ['controller of the site', { site: 'Other practice' }, 'recipients'],
  ])('changes with the %s', (_, options, part) => {
    expect(changedParts(digestOf({}, options))).toEqual([part]);
  });

  it.each<[string, Partial<OperatorInput>]>([
    ['alternatives', { alternatives: [{ label: 'Write to us', url: '/mail' }] }],
    ["link to the operator's notice", { privacyUrl: 'https://example.com/new-privacy' }],
    ['evidence of the transfer tool', { transfer: { tool: 'scc', evidenceUrl: 'https://example.com/2.pdf', checkedOn: '2027-01-01' } }],
    ['release of the server', { release: 'release-2' }],
    ['spelling of the domain', { domain: 'VIDEO.Example.com:8443' }],
  ])('does not change with the %s', (_, facts) => {
    expect(digestOf(facts)).toBe(digestOf());
  });

  it.each<[string, Partial<ConfigInput>]>([
    ['language', { lang: 'de' }],
    ['texts', { messages: { en: { accept: 'Go' } } }],
    ['link to the notice', { privacyUrl: '/new-privacy' }],
    ['days', { maxAgeDays: 30 }],
    ['timeout', { timeout: 5000 }],
    ['store', { storage: 'session', storageKey: 'other' }],
    ['settings of Jitsi', { jitsi: { configOverwrite: { subject: 'x' } } }],
  ])('does not change with the %s', (_, options) => {
    expect(digestOf({}, options)).toBe(digestOf());
  });
});

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[2, 1, undefined], '[2,1,null]'],
    [undefined, 'null'],
    ['a"b', '"a\\"b"'],
    [{}, '{}'],
    [{ z: [{ d: 1, c: { f: 1, e: 2 } }] }, '{"z":[{"c":{"e":2,"f":1},"d":1}]}'],
  ])('of %j is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is JSON of the same value, and the same in any order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
    }));
  });
});

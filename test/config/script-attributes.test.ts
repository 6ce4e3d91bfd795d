import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { mergeScriptAttributes } from '../../src/config/script-attributes.js';
import { inScriptWords } from '../../src/config/script-words.js';
import { pathsOf } from '../support/issues-of.js';
import { clinic, minimal } from '../support/sample-config.js';

type Data = Readonly<Record<string, string>>;

/** What the README shows: `data-domain`, `data-operator`, `data-country`, `data-privacy-url`. */
const shortForm: Data = { domain: 'meet.example.eu', operator: 'Example GmbH', country: 'DE', privacyUrl: '/privacy#meetings' };

const without = (name: string): Data => Object.fromEntries(Object.entries(shortForm).filter(([key]) => key !== name));
const check = (data: Data, block: unknown = {}) => inScriptWords(checkConfig(mergeScriptAttributes(block, data)), data);

describe('the short form', () => {
  it('declares one operator named by its domain', () => {
    expect(mergeScriptAttributes({}, shortForm)).toEqual({
      operators: { 'meet.example.eu': { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } },
      defaultOperator: 'meet.example.eu',
      privacyUrl: '/privacy#meetings',
    });
  });

  it('is a right configuration', () => {
    expect(check(shortForm)).toEqual([]);
  });

  it.each([
    ['meet.jit.si', {}],
    ['8x8.vc', { appId: 'vpaas-magic-cookie-1' }],
  ])('needs no name and country for %s', (domain, more) => {
    expect(check({ domain, privacyUrl: '/privacy', ...more })).toEqual([]);
  });

  it.each([
    ['domain', 'data-domain'],
    ['operator', 'data-operator'],
    ['country', 'data-country'],
    ['privacyUrl', 'data-privacy-url'],
  ])('without its %s names %s', (name, attribute) => {
    expect(check(without(name))).toEqual([{ path: attribute, expected: expect.stringMatching(/\w/), found: 'nothing' }]);
  });

  it.each([
    ['domain', 'data-domain'],
    ['operator', 'data-operator'],
    ['country', 'data-country'],
    ['privacyUrl', 'data-privacy-url'],
  ])('with an empty %s names %s', (name, attribute) => {
    expect(check({ ...shortForm, [name]: '' })).toEqual([{ path: attribute, expected: expect.stringMatching(/\w/), found: '""' }]);
  });

  it('that is missing altogether names all that is needed', () => {
    expect(pathsOf(check({}))).toEqual(['data-country', 'data-domain', 'data-operator', 'data-privacy-url']);
  });

  it.each([
    ['https://meet.example.eu', 'a scheme'],
    ['meet.example.eu/room', 'a path'],
    ['user@meet.example.eu', 'userinfo'],
    ['*.example.eu', 'a wildcard'],
  ])('names data-domain for %s (%s)', (domain) => {
    expect(check({ ...shortForm, domain })).toEqual([{ path: 'data-domain', expected: expect.stringMatching(/host/), found: JSON.stringify(domain) }]);
  });

  it('of JaaS without its AppID names data-app-id', () => {
    expect(pathsOf(check({ domain: '8x8.vc', privacyUrl: '/privacy' }))).toEqual(['data-app-id']);
  });
});

describe('attributes', () => {
  it.each([
    ['privacyUrl', '/other'],
    ['site', 'Practice'],
    ['basis', 'requested-service'],
    ['audience', 'children'],
    ['storage', 'cookie'],
    ['receipts', '/receipts'],
    ['remember', 'never'],
    ['start', 'auto'],
    ['mode', 'api'],
    ['noticeVersion', '7'],
    ['lang', 'de'],
    ['cmp', 'none'],
    ['recordingPolicy', 'notify'],
    ['diagnostics', 'always'],
  ])('win over the JSON block: %s', (name, value) => {
    expect(mergeScriptAttributes({ ...minimal, [name]: 'from JSON' }, { [name]: value })).toMatchObject({ [name]: value });
  });

  it.each([
    ['maxAgeDays', '30', 30],
    ['maxAgeDays', ' 30 ', 30],
    ['timeout', '5000', 5000],
    ['timeout', '5s', '5s'],
    ['maxAgeDays', '', ''],
    ['maxAgeDays', ' ', ' '],
    ['maxAgeDays', '-1', '-1'],
    ['maxAgeDays', '0x10', '0x10'],
    ['noticeVersion', '2026', '2026'],
  ])('that are numbers are read as such: %s=%j', (name, text, value) => {
    expect(mergeScriptAttributes(minimal, { [name]: text })).toMatchObject({ [name]: value });
  });

  it.each([
    ['', true],
    ['true', true],
    ['false', false],
    ['yes', 'yes'],
    [' ', ' '],
    ['TRUE', 'TRUE'],
  ])('that are true or false are read as such, and the bare attribute is true: confirmLeave=%j', (text, value) => {
    expect(mergeScriptAttributes(minimal, { confirmLeave: text })).toMatchObject({ confirmLeave: value });
  });

  it.each([
    ['confirmLeave', 'yes', 'data-confirm-leave', '"yes"'],
    ['maxAgeDays', '396', 'data-max-age-days', '396'],
    ['maxAgeDays', 'long', 'data-max-age-days', '"long"'],
    ['timeout', '', 'data-timeout', '""'],
    ['audience', 'everyone', 'data-audience', '"everyone"'],
    ['storage', 'disk', 'data-storage', '"disk"'],
    ['noticeVersion', '', 'data-notice-version', '""'],
    ['recordingPolicy', 'never', 'data-recording-policy', '"never"'],
    ['diagnostics', '', 'data-diagnostics', '""'],
  ])('that are wrong are named as they were written: %s=%j is %s', (...[name, text, path, found]) => {
    expect(check({ ...shortForm, [name]: text })).toEqual([{ path, found, expected: expect.stringMatching(/\w/) }]);
  });

  it('of other tools are left alone, and so is what no script tag can say', () => {
    expect(check({ ...shortForm, cfasync: 'false', turboTrack: 'reload', operators: 'x' })).toEqual([]);
    expect(mergeScriptAttributes(minimal, { defaultOperator: 'x', storageKey: 'x', cookieDomain: 'x', messages: 'x', jitsi: 'x', frame: 'x', '.': 'x', '*': 'x' })).toEqual(minimal);
  });
});

describe('beside the JSON block', () => {
  const block = { ...minimal, operators: { clinic } };

  it('nothing is added where the tag says nothing', () => {
    expect(mergeScriptAttributes(block, {})).toEqual(block);
  });

  it('the short form adds an operator and becomes the default', () => {
    expect(mergeScriptAttributes(block, { domain: 'meet.jit.si' })).toMatchObject({
      operators: { clinic, 'meet.jit.si': { domain: 'meet.jit.si' } },
      defaultOperator: 'meet.jit.si',
    });
  });

  it("the block's own default stays", () => {
    expect(mergeScriptAttributes({ ...block, defaultOperator: 'clinic' }, { domain: 'meet.jit.si' })).toMatchObject({ defaultOperator: 'clinic' });
  });

  it('its errors are named by their place in it', () => {
    const wrong = { ...block, operators: { clinic: { ...clinic, country: 'Germany' } }, timeout: 'soon' };
    expect(pathsOf(check({}, wrong))).toEqual(['operators.clinic.country', 'timeout']);
  });

  it('is not changed itself', () => {
    const copy = structuredClone(block);
    mergeScriptAttributes(block, { ...shortForm, timeout: '5000' });
    expect(block).toEqual(copy);
  });

  it.each([[null], [[]], ['text'], [5], [true]])('is not used where it is no object: %j', (wrong) => {
    expect(check(shortForm, wrong)).toEqual([expect.objectContaining({ expected: 'an object' })]);
  });

  it('its reserved keys do not reach a prototype', () => {
    const merged = mergeScriptAttributes(JSON.parse('{"__proto__":{"polluted":true}}'), shortForm);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(pathsOf(checkConfig(merged))).toContain('__proto__');
  });
});

import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { pathsOf } from '../support/issues-of.js';
import { clinic, minimal } from '../support/sample-config.js';

const script = 'javascript';
const long = 'x'.repeat(501);

type Row = readonly [path: string, value: unknown, found: string];

/** Puts a value where a path points to, making what is missing on the way. */
function at(base: object, path: string, value: unknown): object {
  const [key = '', ...rest] = path.split('.');
  const below: unknown = Reflect.get(base, key);
  if (Array.isArray(below)) return Object.assign([...below], { [key]: value });
  return { ...base, [key]: rest.length > 0 ? at(Object(below) as object, rest.join('.'), value) : value };
}

const wrongOption: readonly Row[] = [
  ['operators', [], 'a list'],
  ['operators', 'meet.example.eu', '"meet.example.eu"'],
  ['operators', undefined, 'nothing'],
  ['defaultOperator', 5, '5'],
  ['privacyUrl', undefined, 'nothing'],
  ['privacyUrl', '', '""'],
  ['privacyUrl', ' ', '" "'],
  ['privacyUrl', `${script}:alert(1)`, `"${script}:alert(1)"`],
  ['privacyUrl', 'data:text/html,x', '"data:text/html,x"'],
  ['privacyUrl', 5, '5'],
  ['site', '', '""'],
  ['site', long, `"${'x'.repeat(59)}…"`],
  ['site', { name: 'x' }, 'an object'],
  ['basis', 'legitimate-interest', '"legitimate-interest"'],
  ['basis', 'Consent', '"Consent"'],
  ['audience', 'everyone', '"everyone"'],
  ['audience', ['children'], 'a list'],
  ['maxAgeDays', 396, '396'],
  ['maxAgeDays', 0, '0'],
  ['maxAgeDays', -1, '-1'],
  ['maxAgeDays', 30.5, '30.5'],
  ['maxAgeDays', '182', '"182"'],
  ['maxAgeDays', Number.NaN, 'NaN'],
  ['maxAgeDays', Number.POSITIVE_INFINITY, 'Infinity'],
  ['maxAgeDays', null, 'null'],
  ['storage', 'indexeddb', '"indexeddb"'],
  ['storageKey', 'a b', '"a b"'],
  ['storageKey', '', '""'],
  ['remember', true, 'true'],
  ['remember', 'always', '"always"'],
  ['start', 'hover', '"hover"'],
  ['mode', 'popup', '"popup"'],
  ['noticeVersion', 2, '2'],
  ['lang', 'german', '"german"'],
  ['lang', 'd', '"d"'],
  ['lang', 'de_AT', '"de_AT"'],
  ['messages', 'texts', '"texts"'],
  ['messages.de', 'Los', '"Los"'],
  ['messages.de', null, 'null'],
  ['messages.de.accept', 5, '5'],
  ['cmp', '', '""'],
  ['cmp', true, 'true'],
  ['cmp', null, 'null'],
  ['cmp', ['klaro'], 'a list'],
  ['cmp', { name: 'klaro' }, 'an object'],
  ['cmp', { name: '', instance: {} }, 'an object'],
  ['cmp', { instance: {} }, 'an object'],
  ['cmp', { name: 'own', read: () => 'granted' }, 'an object'],
  ['cmp', { name: 'own', read: () => 'granted', subscribe: 'x' }, 'an object'],
  ['cmp', { name: 'own', read: () => 'granted', subscribe: () => undefined, write: true }, 'an object'],
  ['cmpService', '', '""'],
  ['cmpService', 7, '7'],
  ['cmpService', ['jitsi'], 'a list'],
  ['cmpService', { clinic: '' }, 'an object'],
  ['cmpCategory', '', '""'],
  ['cmpCategory', {}, 'an object'],
  ['cmpWriteBack', 'yes', '"yes"'],
  ['recordingPolicy', 'never', '"never"'],
  ['timeout', 999, '999'],
  ['timeout', 120_001, '120001'],
  ['timeout', '20s', '"20s"'],
  ['diagnostics', 'sometimes', '"sometimes"'],
  ['diagnostics', true, 'true'],
  ['frame', 'x', '"x"'],
  ['frame.sandbox', 'allow-scripts', '"allow-scripts"'],
  ['frame.sandbox', 'allow-scripts allow-same-origin allow-top-navigation', '"allow-scripts allow-same-origin allow-top-navigation"'],
  ['frame.referrerPolicy', 'unsafe-url', '"unsafe-url"'],
  ['frame.allow', 'camera', '"camera"'],
  ['getToken', 'token', '"token"'],
  ['userInfo', 'Jane', '"Jane"'],
  ['jitsi', [], 'a list'],
  ['jitsi.configOverwrite', 'x', '"x"'],
  ['jitsi.interfaceConfigOverwrite', null, 'null'],
];

const wrongFact: readonly Row[] = [
  ['domain', undefined, 'nothing'],
  ['domain', '', '""'],
  ['domain', 5, '5'],
  ['domain', 'https://meet.example.eu', '"https://meet.example.eu"'],
  ['domain', 'http://meet.example.eu', '"http://meet.example.eu"'],
  ['domain', '//meet.example.eu', '"//meet.example.eu"'],
  ['domain', 'meet.example.eu/', '"meet.example.eu/"'],
  ['domain', 'meet.example.eu/tenant', '"meet.example.eu/tenant"'],
  ['domain', 'meet.example.eu\\tenant', '"meet.example.eu\\\\tenant"'],
  ['domain', 'user@meet.example.eu', '"user@meet.example.eu"'],
  ['domain', 'user:pass@meet.example.eu', '"user:pass@meet.example.eu"'],
  ['domain', '*.example.eu', '"*.example.eu"'],
  ['domain', '*', '"*"'],
  ['domain', 'meet.example.eu?x=1', '"meet.example.eu?x=1"'],
  ['domain', 'meet.example.eu#x', '"meet.example.eu#x"'],
  ['domain', 'meet.example.eu:', '"meet.example.eu:"'],
  ['domain', 'meet.example.eu:port', '"meet.example.eu:port"'],
  ['domain', 'meet.example.eu:65536', '"meet.example.eu:65536"'],
  ['domain', 'meet example.eu', '"meet example.eu"'],
  ['domain', ' meet.example.eu', '" meet.example.eu"'],
  ['domain', 'meet.example.eu\n', '"meet.example.eu\\n"'],
  ['domain', 'meet%2eexample.eu', '"meet%2eexample.eu"'],
  ['name', undefined, 'nothing'],
  ['name', '  ', '"  "'],
  ['name', long, `"${'x'.repeat(59)}…"`],
  ['country', undefined, 'nothing'],
  ['country', 'de', '"de"'],
  ['country', 'DEU', '"DEU"'],
  ['country', 'Germany', '"Germany"'],
  ['kind', 'jitsi', '"jitsi"'],
  ['role', 'boss', '"boss"'],
  ['hosting', 'Hoster', '"Hoster"'],
  ['hosting.country', 'fi', '"fi"'],
  ['privacyUrl', `${script}:alert(1)`, `"${script}:alert(1)"`],
  ['transfer', 'dpf', '"dpf"'],
  ['transfer.tool', 'privacy-shield', '"privacy-shield"'],
  ['transfer.evidenceUrl', 'data:x', '"data:x"'],
  ['transfer.checkedOn', 'yesterday', '"yesterday"'],
  ['recording', true, 'true'],
  ['transcription', 'sometimes', '"sometimes"'],
  ['livestream', 'NEVER', '"NEVER"'],
  ['analytics', 'yes', '"yes"'],
  ['retention', 30, '30'],
  ['recipients', {}, 'an object'],
  ['recipients', 'Turn BV', '"Turn BV"'],
  ['hosts', 'turn.example.com', '"turn.example.com"'],
  ['alternatives', {}, 'an object'],
  ['appId', 'a/b', '"a/b"'],
  ['appId', '..', '".."'],
  ['appId', 'a?b', '"a?b"'],
  ['release', '1&x=2', '"1&x=2"'],
  ['integrity', 'md5-abc', '"md5-abc"'],
  ['integrity', 'sha384-', '"sha384-"'],
  ['recordingConsentEnforced', 1, '1'],
];

describe('a wrong option', () => {
  it.each(wrongOption)('is named: %s as %j', (path, value, found) => {
    expect(checkConfig(at(minimal, path, value))).toContainEqual({ path, found, expected: expect.stringMatching(/\w/) });
  });
});

describe('a wrong fact of an operator', () => {
  it.each(wrongFact)('is named: %s as %j', (path, value, found) => {
    const inMap = `operators.clinic.${path}`;
    expect(checkConfig(at(minimal, inMap, value))).toContainEqual({ path: inMap, found, expected: expect.stringMatching(/\w/) });
  });

  it.each([
    ['recipients', [{ name: 'Turn BV', country: 'NL' }], 'recipients.0.purpose'],
    ['recipients', [{ name: 'Turn BV', country: 'nl', purpose: 'relaying' }], 'recipients.0.country'],
    ['recipients', ['Turn BV'], 'recipients.0'],
    ['hosts', ['turn.example.com', 'https://stun.example.com'], 'hosts.1'],
    ['alternatives', [{ label: 'x', url: `${script}:alert(1)` }], 'alternatives.0.url'],
    ['alternatives', [{ label: 'x', url: '/' }, { url: '/' }], 'alternatives.1.label'],
  ])('is named inside a list: %s %j', (name, list, path) => {
    expect(pathsOf(checkConfig(at(minimal, `operators.clinic.${name}`, list)))).toEqual([`operators.clinic.${path}`]);
  });
});

describe('an unknown key', () => {
  it.each([
    'privacyurl',
    'jitsi.config',
    'operators.clinic.Domain',
    'operators.clinic.origin',
    'operators.clinic.key',
    'operators.clinic.hosting.city',
    'operators.clinic.transfer.until',
  ])('is named: %s', (path) => {
    const base = { ...minimal, jitsi: {}, operators: { clinic: { ...clinic, hosting: { name: 'H', country: 'FI' }, transfer: { tool: 'scc' } } } };
    expect(pathsOf(checkConfig(at(base, path, 'x')))).toEqual([path]);
  });

  it.each([
    ['recipients', { name: 'T', country: 'NL', purpose: 'p', role: 'x' }, 'role'],
    ['alternatives', { label: 'x', url: '/', title: 'x' }, 'title'],
  ])('is named inside the list %s', (name, entry, key) => {
    const path = `operators.clinic.${name}`;
    expect(pathsOf(checkConfig(at(minimal, path, [entry])))).toEqual([`${path}.0.${key}`]);
  });
});

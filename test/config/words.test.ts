import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { configForm, operatorForm } from '../../src/config/config-form.js';
import { explainConfig } from '../../src/config/explain.js';
import { RULES } from '../../src/config/rules.js';
import { wordIssues } from '../../src/config/words.js';
import { type Form, faultsOf, fieldsOf } from '../../src/lib/check-form.js';
import { HOSTILE } from '../support/hostile/values.js';
import { pathsOf } from '../support/issues-of.js';
import { clinic, minimal } from '../support/sample-config.js';

const script = 'javascript';
const options = (values: object): object => ({ ...minimal, ...values });
const operator = (facts: object): object => options({ operators: { clinic: { ...clinic, ...facts } } });

describe('a fault in words', () => {
  it.each<[string, unknown, string, string, string]>([
    ['no configuration', null, 'configuration', 'an object', 'null'],
    ['an unknown key', options({ storrage: 'local' }), 'storrage', 'no such option', 'one'],
    ['a reserved key', JSON.parse(`{"__proto__":{},${JSON.stringify(minimal).slice(1)}`), '__proto__', 'another name', 'a reserved one'],
    ['no operators', options({ operators: {} }), 'operators', 'at least one operator', 'none'],
    ['operators that are none', options({ operators: 'x' }), 'operators', 'an object', '"x"'],
    ['no privacy notice', options({ privacyUrl: undefined }), 'privacyUrl', "a link to the site's privacy notice", 'nothing'],
    ['a wrong link', operator({ privacyUrl: `${script}:alert(1)` }), 'operators.clinic.privacyUrl', 'a link (https, mailto, tel, relative), or one for each language tag', `"${script}:alert(1)"`],
    ['a wrong link for a language', options({ privacyUrl: { en: '/privacy', de: `${script}:x` } }), 'privacyUrl.de', 'a link (https, mailto, tel, relative)', `"${script}:x"`],
    ['a wrong language', operator({ retention: { de_AT: 'eine Woche' } }), 'operators.clinic.retention.de_AT', 'a language tag like de or pt-BR', '"de_AT"'],
    ['an empty text for a language', operator({ recipients: [{ name: 'A', country: 'DE', purpose: { de: ' ' } }] }), 'operators.clinic.recipients.0.purpose.de', 'a text of 1 to 500 characters', '" "'],
    ['a text for no language', operator({ alternatives: [{ label: {}, url: '/contact' }] }), 'operators.clinic.alternatives.0.label', 'a text of 1 to 500 characters, or one for each language tag', 'an object'],
    ['a host abroad that needs nothing', operator({ hosting: { name: 'A', country: 'US', transfer: { tool: 'none-needed' } } }), 'operators.clinic.hosting.transfer.tool', 'what protects data sent to US: "adequacy", "dpf", "scc", "art49" or "unknown"', '"none-needed"'],
    ['a recipient abroad that needs nothing', operator({ recipients: [{ name: 'A', country: 'IN', purpose: 'x', transfer: { tool: 'none-needed' } }] }), 'operators.clinic.recipients.0.transfer.tool', 'what protects data sent to IN: "adequacy", "dpf", "scc", "art49" or "unknown"', '"none-needed"'],
    ['a level of headings', options({ headingLevel: 7 }), 'headingLevel', 'a whole number from 1 to 6', '7'],
    ['another word', options({ audience: 'everyone' }), 'audience', '"general" or "children" or "employees" or "public-authority"', '"everyone"'],
    ['a consent platform', options({ cmp: {} as never }), 'cmp', "a platform's name, or { name, instance }, or an adapter { name, read, subscribe }", 'an object'],
    ['a consent platform where no consent is claimed', options({ cmp: 'klaro', basis: 'requested-service' }), 'cmp', '"none", as no consent is claimed', '"klaro"'],
    ['names of services', options({ cmpService: { clinic: 1 } as never }), 'cmpService', "the platform's name for the service, or one for each operator's key", 'an object'],
    ['a number', options({ maxAgeDays: '182' }), 'maxAgeDays', 'a whole number from 1 to 395', '"182"'],
    ['a label', options({ site: '' }), 'site', 'a text of 1 to 500 characters', '""'],
    ['a language', options({ lang: 'german' }), 'lang', 'auto or a language tag like de', '"german"'],
    ['a storage key', options({ storageKey: 'a b' }), 'storageKey', 'a name like jitsi-gate', '"a b"'],
    ['a release', operator({ release: 'a b' }), 'operators.clinic.release', 'a name like release-1234', '"a b"'],
    ['texts', options({ messages: { de: 'Los' } }), 'messages.de', 'an object of texts', '"Los"'],
    ['a text', options({ messages: { de: { accept: 5 } } }), 'messages.de.accept', 'a text', '5'],
    ['a callback', options({ getToken: 'token' }), 'getToken', 'a function', '"token"'],
    ['a flag', operator({ analytics: 'yes' }), 'operators.clinic.analytics', 'true or false', '"yes"'],
    ['a host', operator({ domain: 'x/y' }), 'operators.clinic.domain', 'a host like meet.example.eu or meet.example.eu:8443', '"x/y"'],
    ['no name', operator({ name: undefined }), 'operators.clinic.name', 'a text of 1 to 500 characters', 'nothing'],
    ['no country', operator({ country: undefined }), 'operators.clinic.country', 'a country as two capital letters, like DE', 'nothing'],
    ['a list', operator({ hosts: 'x' }), 'operators.clinic.hosts', 'a list', '"x"'],
    ['no customer', operator({ domain: '8x8.vc' }), 'operators.clinic.appId', 'the AppID of JaaS', 'nothing'],
    ['a transfer', options({ operators: { a: { domain: 'meet.jit.si', transfer: { tool: 'none-needed' } } } }), 'operators.a.transfer.tool', 'what protects data sent to US: "adequacy", "dpf", "scc", "art49" or "unknown"', '"none-needed"'],
    ['a basis', options({ basis: 'requested-service', operators: { clinic, a: { ...clinic, analytics: true } } }), 'basis', '"consent", as a is not self-hosted or has analytics', '"requested-service"'],
    ['a default', options({ defaultOperator: 'b', operators: { clinic, a: clinic } }), 'defaultOperator', 'one of "clinic", "a"', '"b"'],
  ])('is the same from zod and from the compact form: %s', (...[, raw, path, expected, found]) => {
    expect(checkConfig(raw)).toEqual([{ path, expected, found }]);
    expect(explainConfig(raw)).toEqual([{ path, expected, found }]);
  });

  it('stands once for each place', () => {
    expect(checkConfig(options({ defaultOperator: '' }))).toEqual([{ path: 'defaultOperator', expected: 'a text of 1 to 500 characters', found: '""' }]);
  });

  it('stands below a prefix where the value is a part', () => {
    const raw = { ...clinic, country: 'de', transfer: { tool: 'none-needed' } };
    expect(wordIssues([{ path: ['country'], rule: 'country' }], raw, ['operators', 'clinic'])).toEqual([
      { path: 'operators.clinic.country', expected: 'a country as two capital letters, like DE', found: '"de"' },
    ]);
  });

  it('is there for every rule of the form', () => {
    const rulesIn = (form: Form): string[] => (typeof form === 'string' ? [form] : fieldsOf(form).flatMap(([name, inner]) => (name === '.' ? [] : rulesIn(inner))));
    for (const rule of [...rulesIn(configForm), 'needed', 'customer', 'filled', 'reserved', 'object', 'list', 'unknown-key', 'unreadable'].filter((one) => one !== 'any')) {
      const [{ expected } = { expected: rule }] = wordIssues([{ path: ['a', 'b'], rule }], {});
      expect(expected).not.toBe(rule);
      expect(expected).toMatch(/\w/);
    }
  });

  it.each(HOSTILE)('is found without a throw, whatever stands there: %s', (_, make) => {
    for (const raw of [make(), options({ site: make() }), operator({ domain: make() }), operator({ transfer: make() }), options({ operators: { a: make() }, defaultOperator: 'b' }), options({ jitsi: { configOverwrite: make() } })]) {
      const [said, explained] = [checkConfig(raw), explainConfig(raw)].map(pathsOf);
      // What cannot be read is told of the whole; zod reads all of it before it judges.
      if (explained?.includes('configuration')) expect(said).not.toEqual([]);
      else expect(explained).toEqual(said);
      expect(said).toHaveLength(new Set(faultsOf(configForm, raw, RULES).map(({ path }) => path.join('.'))).size);
    }
  });

  it('has no rule of operators that the configuration has not', () => {
    expect(JSON.stringify(configForm)).toContain(JSON.stringify(operatorForm));
  });
});

import * as fc from 'fast-check';
import type { ConfigInput, OperatorInput } from '../../src/config/schema.js';
import type { OperatorKind } from '../../src/config/operator.js';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((value) => value.trim() !== '');
const inEea = fc.constantFrom('DE', 'FR', 'IS', 'LI', 'NO');
const abroad = fc.constantFrom('US', 'GB', 'CH', 'IN');
const country = fc.oneof(inEea, abroad);
const link = fc.constantFrom('/privacy', 'https://example.eu/x', 'http://example.eu', 'mailto:a@example.eu', 'tel:+49301234', '#x');
/** A text, or one for each of some languages. */
const byLanguage = (one: fc.Arbitrary<string>): fc.Arbitrary<string | Record<string, string>> => fc.oneof(one, fc.dictionary(fc.constantFrom('en', 'de', 'pt-BR', 'zh-Hant-TW'), one, { minKeys: 1 }));
const texts = byLanguage(text);
const links = byLanguage(link);
const certainty = fc.constantFrom('never', 'possible', 'always', 'unknown');
const key = fc.stringMatching(/^[a-z][\w-]{0,20}$/).filter((name) => !(name in {}) && name !== 'prototype');
const hostName = fc.stringMatching(/^[a-z][a-z\d]{0,10}\.(example|test)$/);
const hostAndPort = fc.tuple(hostName, fc.integer({ min: 1, max: 65_535 })).map(([at, port]) => `${at}:${port}`);
const host = fc.oneof(hostName, hostAndPort, fc.constantFrom('localhost:8000', '[::1]', '10.0.0.1'));

// What is handed on to Jitsi may be anything but a reserved key.
const json = fc.jsonValue().filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)));

const transfer = fc.record(
  {
    tool: fc.constantFrom('adequacy', 'dpf', 'scc', 'art49', 'unknown'),
    evidenceUrl: link,
    checkedOn: fc.constantFrom('2026-11-01', '2025-02-28'),
  },
  { requiredKeys: ['tool'] },
);

const facts = {
  role: fc.constantFrom('processor', 'joint-controller', 'controller'),
  hosting: fc.record({ name: text, country, transfer }, { requiredKeys: ['name', 'country'] }),
  privacyUrl: links,
  transfer,
  recording: certainty,
  transcription: certainty,
  livestream: certainty,
  analytics: fc.boolean(),
  retention: texts,
  recipients: fc.array(fc.record({ name: text, country, purpose: texts, transfer }, { requiredKeys: ['name', 'country', 'purpose'] }), { maxLength: 3 }),
  hosts: fc.array(host, { maxLength: 3 }),
  alternatives: fc.array(fc.record({ label: texts, url: links }), { maxLength: 3 }),
  release: fc.stringMatching(/^release-\d{1,5}$/),
  integrity: fc.constant('sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC'),
  recordingConsentEnforced: fc.boolean(),
};

const own = fc.record(
  { ...facts, domain: host, name: text, country, kind: fc.constant<OperatorKind>('self-hosted') },
  { requiredKeys: ['domain', 'name', 'country'] },
);
const jitsiOrg = fc.record({ ...facts, domain: fc.constantFrom('meet.jit.si', 'Meet.Jit.Si') }, { requiredKeys: ['domain'] });
const jaas = fc.record(
  { ...facts, domain: fc.constantFrom('8x8.vc', 'frankfurt.8x8.vc'), appId: fc.stringMatching(/^vpaas-magic-cookie-[\da-f]{1,32}$/) },
  { requiredKeys: ['domain', 'appId'] },
);

/** Every operator that an owner may declare, as far as chance gets. */
export const anyOperator: fc.Arbitrary<Partial<OperatorInput>> = fc.oneof(own, jitsiOrg, jaas);

const options = {
  privacyUrl: links,
  legalBasis: texts,
  headingLevel: fc.integer({ min: 1, max: 6 }),
  site: text,
  basis: fc.constantFrom('consent', 'requested-service'),
  audience: fc.constantFrom('general', 'children', 'employees', 'public-authority'),
  maxAgeDays: fc.integer({ min: 1, max: 183 }),
  storage: fc.constantFrom('local', 'session', 'cookie', 'memory'),
  cookieDomain: fc.constantFrom('example.eu', 'www.example.eu', 'localhost'),
  storageKey: fc.stringMatching(/^[\w.-]{1,60}$/),
  remember: fc.constantFrom('ask', 'never'),
  start: fc.constantFrom('click', 'auto'),
  mode: fc.constantFrom('api', 'frame'),
  noticeVersion: text,
  receipts: fc.constantFrom('/receipts', 'https://www.example.eu/receipts'),
  lang: fc.constantFrom('auto', 'de', 'zh-Hant-TW'),
  messages: fc.dictionary(fc.constantFrom('en', 'de'), fc.dictionary(key, text, { maxKeys: 3 }), { maxKeys: 2 }),
  cmp: fc.constantFrom('none', 'auto', 'klaro', 'a name that nobody knows'),
  cmpService: fc.oneof(text, fc.dictionary(key, text, { maxKeys: 3 })),
  cmpCategory: text,
  cmpWriteBack: fc.boolean(),
  recordingPolicy: fc.constant('notify'),
  timeout: fc.integer({ min: 1000, max: 120_000 }),
  diagnostics: fc.constantFrom('auto', 'always', 'never'),
  frame: fc.record(
    {
      sandbox: fc.constantFrom('allow-scripts allow-same-origin', 'allow-popups allow-same-origin allow-scripts'),
      referrerPolicy: fc.constantFrom('no-referrer', 'origin', 'strict-origin'),
      allow: fc.array(fc.constantFrom('camera', 'speaker-selection'), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  getToken: fc.constant(() => 'token'),
  userInfo: fc.constant(() => ({})),
  jitsi: fc.record(
    { configOverwrite: fc.dictionary(key, json), interfaceConfigOverwrite: fc.dictionary(key, json) },
    { requiredKeys: [] },
  ),
};

/** Every right configuration, as far as chance gets. Keys that JavaScript reserves never come up as names. */
export const anyConfig: fc.Arbitrary<ConfigInput> = fc
  .tuple(
    fc.dictionary(key, anyOperator, { minKeys: 1, maxKeys: 4 }),
    fc.record(options, { requiredKeys: ['privacyUrl'] }),
    fc.option(fc.nat(), { nil: undefined }),
  )
  .map(([operators, values, index]) => {
    const keys = Object.keys(operators);
    const defaultOperator = index === undefined ? undefined : keys[index % keys.length];
    // Only a server of one's own without analytics may be a requested service.
    const isOwn = Object.values(operators).every(({ kind = 'self-hosted', domain = '', analytics }) => kind === 'self-hosted' && !/8x8\.vc|jit\.si/i.test(domain) && !analytics);
    const basis = isOwn ? {} : { basis: 'consent' as const };
    // Where no consent is claimed, there is none to take over.
    const platform = isOwn && values.basis === 'requested-service' ? { cmp: 'none' } : {};
    return Object.assign({ operators }, values as Omit<ConfigInput, 'operators'>, basis, platform, defaultOperator !== undefined && { defaultOperator });
  });

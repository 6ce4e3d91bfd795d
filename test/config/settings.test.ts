import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { DEFAULTS } from '../../src/config/defaults.js';
import type { ConfigInput } from '../../src/config/schema.js';
import { mayRemember, readSettings } from '../../src/config/settings.js';
import { anyConfig } from '../support/config-arbitrary.js';
import { clinic, full, minimal, sampleOperator, sampleSettings } from '../support/sample-config.js';
import { stubPage } from '../support/stub-page.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('where the owner says nothing', () => {
  it('the defaults of the contract hold', () => {
    expect(readSettings(minimal)).toMatchObject({
      basis: 'consent', audience: 'general', maxAgeDays: 182, storage: 'local', storageKey: 'jitsi-gate', remember: 'ask', start: 'click',
      mode: 'api', noticeVersion: '1', lang: 'auto', cmp: 'none', recordingPolicy: 'notify', timeout: 20_000, messages: {},
      privacyUrl: '/privacy#meetings', defaultOperator: 'clinic',
    });
  });

  it.each(Object.keys(DEFAULTS))('an explicit undefined counts as nothing: %s', (name) => {
    expect(readSettings({ ...minimal, [name]: undefined })).toHaveProperty(name, Reflect.get(DEFAULTS, name));
  });

  it.each(['site', 'messages', 'defaultOperator'])('an explicit undefined counts as nothing: %s', (name) => {
    expect(Reflect.get(readSettings({ ...minimal, [name]: undefined }), name)).toEqual(Reflect.get(readSettings(minimal), name));
  });

  it("the site is the page's host", () => {
    stubPage('https://practice.example:8443/rooms');
    expect(readSettings(minimal).site).toBe('practice.example:8443');
  });
});

describe('what the owner says', () => {
  it.each(Object.entries(full).filter(([name]) => name !== 'operators'))('holds: %s', (name, value) => {
    expect(Reflect.get(readSettings(full), name)).toEqual(value);
  });
});

describe('the default operator', () => {
  const other = { ...clinic, domain: 'other.example' };

  it.each([
    ['is the only one', { clinic }, undefined, 'clinic'],
    ['is missing where there are several', { clinic, other }, undefined, undefined],
    ['is the one that the owner names', { clinic, other }, 'other', 'other'],
  ])('%s', (...[, operators, defaultOperator, expected]) => {
    expect(sampleSettings({ operators, ...(defaultOperator && { defaultOperator }) }).defaultOperator).toBe(expected);
  });
});

describe('what follows from a domain', () => {
  it.each([
    ['meet.example.eu', 'self-hosted', 'https://meet.example.eu', 'meet.example.eu'],
    ['Meet.Example.EU:8443', 'self-hosted', 'https://meet.example.eu:8443', 'meet.example.eu:8443'],
    ['localhost:8000', 'self-hosted', 'http://localhost:8000', 'localhost:8000'],
    ['127.0.0.1', 'self-hosted', 'http://127.0.0.1', '127.0.0.1'],
    ['[::1]:8000', 'self-hosted', 'http://[::1]:8000', '[::1]:8000'],
    ['meet.jit.si', 'meet.jit.si', 'https://meet.jit.si', 'meet.jit.si'],
    ['Meet.Jit.Si', 'meet.jit.si', 'https://meet.jit.si', 'meet.jit.si'],
    ['8x8.vc', 'jaas', 'https://8x8.vc', '8x8.vc'],
    ['frankfurt.8x8.vc', 'jaas', 'https://frankfurt.8x8.vc', 'frankfurt.8x8.vc'],
    ['evil8x8.vc', 'self-hosted', 'https://evil8x8.vc', 'evil8x8.vc'],
  ])('of %s is the kind %s at %s', (...[domain, kind, origin, host]) => {
    expect(sampleOperator({ domain })).toMatchObject({ kind, origin, domain: host, key: 'clinic' });
  });

  it('gives way to the kind that the owner states', () => {
    expect(sampleOperator({ domain: 'meetings.example.eu', kind: 'jaas', appId: 'x' }).kind).toBe('jaas');
  });

  it.each(['meet.jit.si', '8x8.vc', 'frankfurt.8x8.vc'])('of %s is who runs it, and no safeguard that nobody stated', (domain) => {
    const [operator] = sampleSettings({ operators: { a: { domain, appId: 'x' } } }).operators.values();
    expect(operator).toMatchObject({ name: '8x8, Inc.', country: 'US', transfer: { tool: 'unknown' } });
  });

  it('gives way to what the owner knows of a public server', () => {
    const a = { domain: 'meet.jit.si', name: 'Other, Inc.', transfer: { tool: 'dpf' as const } };
    const [operator] = sampleSettings({ operators: { a } }).operators.values();
    expect(operator).toMatchObject({ name: 'Other, Inc.', country: 'US', transfer: { tool: 'dpf' } });
  });
});

describe('what follows from a country', () => {
  it.each([
    ['DE', 'none-needed'], ['FR', 'none-needed'], ['IS', 'none-needed'], ['LI', 'none-needed'], ['NO', 'none-needed'],
    ['US', 'unknown'], ['GB', 'unknown'], ['CH', 'unknown'], ['IN', 'unknown'], ['TR', 'unknown'],
  ])('%s is the transfer tool %s', (country, tool) => {
    expect(sampleOperator({ country }).transfer).toEqual({ tool });
  });

  it('is nothing where the owner states the tool', () => {
    const transfer = { tool: 'scc', checkedOn: '2026-11-01' } as const;
    expect(sampleOperator({ country: 'US', transfer }).transfer).toEqual(transfer);
  });

  it('says that nothing is known of what an operator does not state', () => {
    expect(sampleOperator()).toMatchObject({ recording: 'unknown', transcription: 'unknown', livestream: 'unknown' });
  });
});

describe('remembering', () => {
  const audiences = ['general', 'children', 'employees', 'public-authority'] as const;
  const remembers = ['ask', 'never'] as const;
  const bases = ['consent', 'requested-service'] as const;
  const table = audiences.flatMap((audience) => remembers.flatMap((remember) => bases.map((basis) => ({ audience, remember, basis }))));

  it.each(table)('is offered only to the general public that is asked for consent: $audience, $remember, $basis', (options) => {
    const isOffered = options.audience === 'general' && options.remember === 'ask' && options.basis === 'consent';
    expect(mayRemember(sampleSettings(options), sampleOperator())).toBe(isOffered);
  });

  it('is never offered where the transfer rests on explicit consent alone', () => {
    expect(mayRemember(sampleSettings(), sampleOperator({ country: 'US', transfer: { tool: 'art49' } }))).toBe(false);
  });

  it('is offered in one case of all', () => {
    expect(table.filter((options) => mayRemember(sampleSettings(options), sampleOperator()))).toHaveLength(1);
  });
});

describe('any right configuration', () => {
  it('is found right and read, its operators under their keys', () => {
    fc.assert(fc.property(anyConfig, (config) => {
      expect(checkConfig(config)).toEqual([]);
      const { operators, maxAgeDays } = readSettings(config);
      expect([...operators.keys()]).toEqual(Object.keys(config.operators));
      expect(maxAgeDays).toBeGreaterThan(0);
      for (const [key, operator] of operators) {
        expect(operator.key).toBe(key);
        expect(new URL(operator.origin)).toMatchObject({ host: operator.domain, origin: operator.origin });
      }
    }));
  });

  it('is read without a throw after any one value was changed, if the check accepts it', () => {
    // Values that cannot become a text have tests of their own (reserved-keys).
    const change = fc.tuple(fc.nat(), fc.nat(), fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, Number.NaN, () => 1)));
    fc.assert(fc.property(anyConfig, change, (config, [option, fact, value]) => {
      const changed = changeOne(config, [option, fact, value]);
      if (checkConfig(changed).length === 0) readSettings(changed);
    }), { numRuns: 200 });
  });
});

/** Puts a value in the place of an option or, where that option is `operators`, of a fact of the first operator. */
function changeOne(config: ConfigInput, [option, fact, value]: readonly [number, number, unknown]): ConfigInput {
  const names = Object.keys(config);
  const name = names[option % names.length] ?? '';
  const [first] = Object.entries(config.operators);
  if (name !== 'operators' || !first) return { ...config, [name]: value };
  const [key, operator] = first;
  const facts = Object.keys(operator);
  return { ...config, operators: { ...config.operators, [key]: { ...operator, [facts[fact % facts.length] ?? '']: value } } };
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { pathsOf } from '../support/issues-of.js';
import { minimal } from '../support/sample-config.js';

const RESERVED = ['__proto__', 'constructor', 'prototype'];

/** The minimal configuration as JSON, with more JSON put in as an option. */
const withJson = (name: string, json: string): unknown =>
  JSON.parse(`${JSON.stringify(minimal).slice(0, -1)},${JSON.stringify(name)}:${json}}`);

/** JSON with a reserved key below so many objects. */
const nested = (depth: number, key: string): string => `${'{"a":'.repeat(depth)}{"${key}":{"polluted":true}}${'}'.repeat(depth)}`;

describe('a reserved key', () => {
  it.each(RESERVED)('is refused at the top: %s', (key) => {
    expect(pathsOf(checkConfig(withJson(key, '{}')))).toContain(key);
  });

  it.each(RESERVED)('is refused as the key of an operator: %s', (key) => {
    const config: unknown = JSON.parse(`{"privacyUrl":"/","operators":{"${key}":{"domain":"meet.jit.si"}}}`);
    expect(pathsOf(checkConfig(config))).toContain(`operators.${key}`);
  });

  it.each(RESERVED)("is refused in an operator's facts: %s", (key) => {
    const config: unknown = JSON.parse(`{"privacyUrl":"/","operators":{"a":{"domain":"meet.jit.si","${key}":{}}}}`);
    expect(pathsOf(checkConfig(config))).toContain(`operators.a.${key}`);
  });

  it('is refused inside a list', () => {
    const config: unknown = withJson('jitsi', '{"configOverwrite":{"list":[{},{"__proto__":{}}]}}');
    expect(pathsOf(checkConfig(config))).toContain('jitsi.configOverwrite.list.1.__proto__');
  });

  it.each([0, 1, 2, 5, 8, 12, 40])('is refused %i levels down in what is handed on to Jitsi', (depth) => {
    const paths = pathsOf(checkConfig(withJson('jitsi', `{"configOverwrite":${nested(depth, '__proto__')}}`)));
    expect(paths).toEqual([`jitsi.configOverwrite.${'a.'.repeat(depth)}__proto__`]);
  });

  it('never reaches the prototype of other objects', () => {
    checkConfig(withJson('__proto__', '{"polluted":true}'));
    checkConfig(withJson('jitsi', `{"configOverwrite":${nested(3, '__proto__')}}`));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('the check', () => {
  it('answers for every JSON that there is', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(checkConfig(value)).not.toEqual([]);
    }));
  });

  it.each(['domain', 'maxAgeDays', 'privacyUrl', 'audience', 'timeout', 'defaultOperator', 'name', 'country'])(
    'answers for every JSON value as %s',
    (name) => {
      // Objects that cannot be made a text or a number are what a parser can hand in, too.
      const value = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>({ toString: 1, valueOf: 1 }, [{ toString: 1 }], [[]]));
      fc.assert(fc.property(value, (wrong) => {
        const isFact = /domain|name|country/.test(name);
        const fact = { operators: { a: { domain: 'meet.example.eu', name: 'N', country: 'DE', ...(isFact && { [name]: wrong }) } } };
        expect(() => checkConfig({ privacyUrl: '/', ...fact, ...(!isFact && { [name]: wrong }) })).not.toThrow();
      }));
    },
  );

  it('ends on a configuration that refers to itself', () => {
    const configOverwrite: Record<string, unknown> = { p2p: {} };
    configOverwrite['self'] = configOverwrite;
    expect(() => checkConfig({ ...minimal, jitsi: { configOverwrite } })).not.toThrow();
  });
});

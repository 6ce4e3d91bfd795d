import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../src/cli/json-schema-of.js';
import { configSchema, operatorSchema } from '../../src/config/schema.js';
import { anyConfig } from '../support/config-arbitrary.js';
import { docPages } from '../support/doc-pages.js';
import { validate } from '../support/json-schema.js';
import { readRepoFile } from '../support/repo-files.js';
import { clinic, full, fullOperator, minimal } from '../support/sample-config.js';

type Json = Record<string, unknown>;

// What ships is JSON, so what is tested is too.
const schema = JSON.parse(JSON.stringify(configJsonSchema())) as Json & { properties: Json };
const problems = (config: unknown): string[] => validate(schema, JSON.parse(JSON.stringify(config)));

const BLOCK = /<script type="application\/json" id="jitsi-gate-config">([^<]*)<\/script>/g;
const blocks = docPages.flatMap((page) => [...readRepoFile(page).matchAll(BLOCK)].map(([, json = '']) => json.trim()).filter((json) => json.startsWith('{')));

describe('the JSON Schema of the configuration', () => {
  it('says what it is', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', additionalProperties: false, required: ['operators', 'privacyUrl'] });
    expect(schema['title']).toMatch(/jitsi-gate/);
  });

  it('has every option that JSON can say, each with a line of words', () => {
    const options = Object.keys(configSchema.shape).filter((name) => !/^(getToken|getUrl|userInfo)$/.test(name));
    expect(Object.keys(schema.properties)).toEqual(options);
    expect(Object.values(schema.properties)).toEqual(options.map(() => expect.objectContaining({ description: expect.stringMatching(/\w\.$|[;:] .*\.$/) })));
  });

  it('has every fact of an operator, each with a line of words of its own', () => {
    const { additionalProperties: operator } = schema.properties['operators'] as { additionalProperties: { properties: Readonly<Record<string, Json>> } };
    expect(Object.keys(operator.properties)).toEqual(Object.keys(operatorSchema.shape));
    const words = Object.values(operator.properties).map(({ description }) => description);
    expect(words.every((line) => typeof line === 'string' && line.endsWith('.'))).toBe(true);
    expect(new Set(words).size).toBe(words.length);
  });

  it('takes what the documentation shows', () => {
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(problems(JSON.parse(block))).toEqual([]);
  });

  it.each([['the least', minimal], ['everything', full], ['a built-in operator', { ...minimal, operators: { a: { domain: 'meet.jit.si' } } }]])('takes %s', (_, config) => {
    expect(problems(config)).toEqual([]);
  });

  it('takes every right configuration', () => {
    fc.assert(fc.property(anyConfig, (config) => {
      expect(problems(config)).toEqual([]);
    }), { numRuns: 300 });
  });

  it.each<[string, object]>([
    ['no operators', { operators: {} }],
    ['no privacy notice', { privacyUrl: undefined }],
    ['an unknown option', { privacyurl: '/' }],
    ['a callback', { getToken: 'x' }],
    ['another word', { audience: 'everyone' }],
    ['a number out of bounds', { maxAgeDays: 396 }],
    ['half a day', { maxAgeDays: 0.5 }],
    ['an empty name', { site: ' ' }],
    ['a long name', { site: 'x'.repeat(501) }],
    ['a language that is none', { lang: 'german' }],
    ['a text that is a number', { messages: { de: { accept: 5 } } }],
    ['a sandbox that keeps the meeting from running', { frame: { sandbox: 'allow-forms' } }],
    ['an operator without a domain', { operators: { a: { name: 'A', country: 'DE' } } }],
    ['an address as a domain', { operators: { a: { ...clinic, domain: 'https://meet.example.eu' } } }],
    ['a country in words', { operators: { a: { ...clinic, country: 'Germany' } } }],
    ['an unknown fact', { operators: { a: { ...clinic, city: 'Bonn' } } }],
    ['a hash that is none', { operators: { a: { ...fullOperator, integrity: 'md5-abc' } } }],
  ])('refuses %s', (_, wrong) => {
    expect(problems({ ...minimal, ...wrong })).not.toEqual([]);
  });
});

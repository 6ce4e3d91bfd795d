import { describe, expect, it } from 'vitest';
import { abroad } from '../../src/config/abroad.js';
import type { OperatorInput } from '../../src/config/schema.js';
import { mayRemember } from '../../src/config/settings.js';
import { sampleOperator, sampleSettings } from '../support/sample-config.js';

const named = (facts: Partial<OperatorInput>): string[] => abroad(sampleOperator(facts)).map(({ name, country, transfer }) => `${name} ${country} ${transfer.tool}`);
const host = { name: 'Host', country: 'US' };

describe('those abroad', () => {
  it.each<[string, Partial<OperatorInput>, string[]]>([
    ['are nobody inside the EEA', { hosting: { name: 'Host', country: 'FI' }, recipients: [{ name: 'R', country: 'IS', purpose: 'x' }] }, []],
    ['are an operator', { country: 'US' }, ['Example GmbH US unknown']],
    ['are a host of an operator at home', { hosting: host }, ['Host US unknown']],
    ['are each recipient, in the order in which they stand', { recipients: [{ name: 'A', country: 'IN', purpose: 'x' }, { name: 'B', country: 'DE', purpose: 'x' }, { name: 'C', country: 'GB', purpose: 'x', transfer: { tool: 'adequacy' } }] }, ['A IN unknown', 'C GB adequacy']],
    ['are all of them', { country: 'US', transfer: { tool: 'dpf' }, hosting: { ...host, transfer: { tool: 'scc' } } }, ['Example GmbH US dpf', 'Host US scc']],
    ['are also those at home, where the owner states a transfer', { hosting: { name: 'Host', country: 'IE', transfer: { tool: 'scc' } } }, ['Host IE scc']],
  ])('%s', (...[, facts, expected]) => {
    expect(named(facts)).toEqual(expected);
  });

  it.each<[string, Partial<OperatorInput>]>([
    ['the operator', { country: 'US', transfer: { tool: 'art49' } }],
    ['its host', { hosting: { ...host, transfer: { tool: 'art49' } } }],
    ['a recipient', { recipients: [{ name: 'A', country: 'IN', purpose: 'x', transfer: { tool: 'art49' } }] }],
  ])('keep a visitor from being remembered where a transfer rests on explicit consent alone: %s', (...[, facts]) => {
    expect(mayRemember(sampleSettings(), sampleOperator(facts))).toBe(false);
    expect(mayRemember(sampleSettings(), sampleOperator({ hosting: host }))).toBe(true);
  });
});

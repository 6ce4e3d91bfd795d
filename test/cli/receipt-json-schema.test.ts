import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { receiptJsonSchema } from '../../src/cli/receipt-json-schema.js';
import { RECEIPT_WORDS } from '../../src/cli/receipt-words.js';
import { createReceipt } from '../../src/receipts/receipt.js';
import { fullOperator, sampleOperator } from '../support/sample-config.js';
import { sampleFacts } from '../support/sample-receipt.js';

const schema = JSON.parse(JSON.stringify(receiptJsonSchema())) as Record<string, unknown>;
const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);

/** Every property of a schema with its description, by its path. */
function described(value: unknown, path = ''): [path: string, words: unknown][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = key === 'properties' ? Object.entries(inner as object).map(([name, one]): [string, unknown] => [`${path}.${name}`, (one as { description?: unknown }).description]) : [];
    return [...own, ...described(inner, key === 'properties' || key === 'items' ? path : `${path}.${key}`)];
  });
}

describe('the JSON Schema of receipts', () => {
  it('says of every member what it means', () => {
    const members = described(schema);
    expect(members.length).toBeGreaterThan(70);
    expect(members.filter(([, words]) => typeof words !== 'string' || !/^[A-Z].{5,}\.$/s.test(words)).map(([path]) => path)).toEqual([]);
  });

  it('has no words for members that are none', () => {
    const used = new Set(described(schema).map(([, words]) => words));
    expect(Object.values(RECEIPT_WORDS).filter((words) => !used.has(words))).toEqual([]);
  });

  it.each([
    ['that says the least', createReceipt(sampleFacts({ text: '' }))],
    ['that says everything', createReceipt(sampleFacts({ operator: sampleOperator(fullOperator), sourceName: 'A platform 1' }))],
  ])('takes a receipt %s, by a validator that is not ours', (_, receipt) => {
    const validate = ajv.compile(schema);
    expect([validate(JSON.parse(JSON.stringify(receipt))), validate.errors]).toEqual([true, null]);
    expect(validate({ ...receipt, room: 'x' })).toBe(false);
  });
});

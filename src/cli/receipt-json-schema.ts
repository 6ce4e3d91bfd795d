import { toJSONSchema } from 'zod/mini';
import { receiptSchema } from '../receipts/receipt-schema.js';
import { RECEIPT_WORDS } from './receipt-words.js';

type Json = Readonly<Record<string, unknown>>;

/** Gives each property its line, as editors and validators show it. The digests are named like what they are of. */
function withWords(schema: unknown, parent = ''): unknown {
  if (schema === null || typeof schema !== 'object') return schema;
  if (Array.isArray(schema)) return schema.map((one) => withWords(one, parent));
  const { properties, ...rest } = schema as Json;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withWords(value, parent)]));
  if (properties === undefined) return inner;
  const wordsOf = (name: string): string | undefined => (parent === 'digests' && name !== 'all' ? `The digest of ${name}.` : RECEIPT_WORDS[`${parent}.${name}`] ?? RECEIPT_WORDS[name]);
  return { ...inner, properties: Object.fromEntries(Object.entries(properties as Json).map(([name, one]) => [name, { description: wordsOf(name), ...withWords(one, name) as object }])) };
}

/** The JSON Schema of receipts, each member described. */
export function receiptJsonSchema(): Json {
  const { $schema, ...rest } = withWords(toJSONSchema(receiptSchema)) as Json;
  return { $schema, title: 'Receipt of a decision about loading a meeting', ...rest };
}

import { toJSONSchema, type core } from 'zod/mini';
import { ruleOf, rulesOf } from '../config/fields.js';
import { RULES } from '../config/rules.js';
import { configSchema } from '../config/schema.js';
import { OPERATOR_WORDS, OPTION_WORDS } from './option-words.js';

type Json = Record<string, unknown>;

/** What JSON Schema can say of the named rules that are no patterns. All are about texts. */
const TEXTS: Readonly<Record<string, Json>> = {
  host: { minLength: 1, pattern: '^[^\\s/\\\\?#@*%]+$' },
  link: { pattern: '\\S' },
  // A platform without a name, and an adapter, are for JavaScript.
  platform: { minLength: 1, maxLength: 500, pattern: '\\S' },
  label: { minLength: 1, maxLength: 500, pattern: '\\S' },
  domain: { pattern: '^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$' },
};

/** The rules whose values are texts by language, with the rule of each text. */
const BY_LANGUAGE: Readonly<Record<string, string>> = { labels: 'label', links: 'link' };

/** What JSON Schema says of a rule, as far as it can. */
function wordsOf(rule: string): Json {
  const each = BY_LANGUAGE[rule];
  if (each) return { anyOf: [wordsOf(each), { type: 'object', minProperties: 1, propertyNames: wordsOf('tag'), additionalProperties: wordsOf(each) }] };
  if (rule === 'services') return { anyOf: [wordsOf('label'), { type: 'object', additionalProperties: wordsOf('label') }] };
  const known: unknown = Object.hasOwn(RULES, rule) ? Reflect.get(RULES, rule) : undefined;
  return { type: 'string', ...(TEXTS[rule] ?? (known instanceof RegExp && { pattern: known.source })) };
}

const isCallback = (schema: core.$ZodType): boolean => ruleOf('innerType' in schema._zod.def ? (schema._zod.def.innerType as core.$ZodType) : schema) === 'is|function';

/** Gives each property its line, as editors show it. */
function describe(properties: Json, words: Readonly<Record<string, string>>): void {
  for (const [name, schema] of Object.entries(properties)) Object.assign(properties, { [name]: { description: words[name], ...Object(schema) } });
}

/** The JSON Schema of the configuration as a file: without what only JavaScript can say. Looser than the check where it has to be. */
export function configJsonSchema(): Json {
  const json = toJSONSchema(configSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = zodSchema._zod.def;
      if (type === 'custom') Object.assign(jsonSchema, wordsOf(ruleOf(zodSchema)));
      if (type === 'record' && rulesOf(zodSchema).includes('filled')) Object.assign(jsonSchema, { minProperties: 1 });
    },
  }) as Json;
  const properties = json['properties'] as Json;
  for (const [name, schema] of Object.entries<core.$ZodType>(configSchema.shape)) if (isCallback(schema)) Reflect.deleteProperty(properties, name);
  const { additionalProperties: operator } = properties['operators'] as { additionalProperties: { properties: Json } };
  describe(operator.properties, OPERATOR_WORDS);
  describe(properties, OPTION_WORDS);
  const { $schema, ...rest } = json;
  return { $schema, title: 'Configuration of jitsi-gate', ...rest };
}

type Schema = Readonly<Record<string, unknown>>;

/** What this validator understands; a word beyond these fails, so that nothing goes unchecked. */
const KNOWN = new Set([
  '$schema', 'title', 'description', 'type', 'const', 'enum', 'anyOf', 'properties', 'required', 'additionalProperties', 'propertyNames',
  'minProperties', 'items', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum',
]);

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  array: Array.isArray,
  object: (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
};

function listAt(schema: Schema, key: string): unknown[] {
  const list = schema[key];
  return Array.isArray(list) ? list : [];
}

function numberAt(schema: Schema, key: string, otherwise: number): number {
  const number = schema[key];
  return typeof number === 'number' ? number : otherwise;
}

function checkText(schema: Schema, value: unknown, path: string): string[] {
  if (typeof value !== 'string') return [];
  const { pattern, format } = schema;
  const isMatched = typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value);
  const isFormed = typeof format !== 'string' || (FORMATS[format]?.test(value) ?? false);
  const isLong = value.length >= numberAt(schema, 'minLength', 0) && value.length <= numberAt(schema, 'maxLength', Infinity);
  return isMatched && isFormed && isLong ? [] : [`${path}: not ${String(format ?? pattern ?? 'of the right length')}`];
}

function checkNumber(schema: Schema, value: unknown, path: string): string[] {
  const isWithin = typeof value !== 'number' || (value >= numberAt(schema, 'minimum', -Infinity) && value <= numberAt(schema, 'maximum', Infinity));
  return isWithin ? [] : [`${path}: out of bounds`];
}

function checkObject(schema: Schema, value: unknown, path: string): string[] {
  if (!TYPES['object']?.(value)) return [];
  const properties = Object(schema['properties'] ?? {}) as Record<string, Schema>;
  const missing = listAt(schema, 'required').filter((key) => !Object.hasOwn(value as object, String(key))).map((key) => `${path}.${String(key)}: missing`);
  const { additionalProperties: others = true, propertyNames: names = {} } = schema;
  const wrong = Object.entries(value as object).flatMap(([key, entry]) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : Object(others) as Schema;
    return others === false && !Object.hasOwn(properties, key) ? [`${path}.${key}: not allowed`] : validate(property ?? {}, entry, `${path}.${key}`);
  });
  const isFilled = Object.keys(value as object).length >= numberAt(schema, 'minProperties', 0);
  const misnamed = Object.keys(value as object).flatMap((key) => validate(names as Schema, key, `${path}.${key}`));
  return [...missing, ...wrong, ...misnamed, ...(isFilled ? [] : [`${path}: empty`])];
}

function isAllowed(schema: Schema, value: unknown, path: string): boolean {
  const { type } = schema;
  const isTyped = typeof type !== 'string' || (TYPES[type]?.(value) ?? false);
  const isConst = !Object.hasOwn(schema, 'const') || schema['const'] === value;
  const isListed = !Object.hasOwn(schema, 'enum') || listAt(schema, 'enum').includes(value);
  const anyOf = listAt(schema, 'anyOf') as Schema[];
  return isTyped && isConst && isListed && (anyOf.length === 0 || anyOf.some((option) => validate(option, value, path).length === 0));
}

/**
 * What is wrong with a value by a JSON Schema (draft 2020-12), as far as our schemas use that: an own validator,
 * so that the schema is read by something else than the library that wrote it.
 */
export function validate(schema: Schema, value: unknown, path = '$'): string[] {
  const unknown = Object.keys(schema).filter((word) => !KNOWN.has(word)).map((word) => `${path}: the schema says ${word}`);
  const wrong = isAllowed(schema, value, path) ? [] : [`${path}: ${JSON.stringify(value)} is wrong`];
  const { items } = schema;
  const entries = Array.isArray(value) && items ? value.flatMap((entry, index) => validate(items as Schema, entry, `${path}[${index}]`)) : [];
  return [...unknown, ...wrong, ...checkText(schema, value, path), ...checkNumber(schema, value, path), ...checkObject(schema, value, path), ...entries];
}

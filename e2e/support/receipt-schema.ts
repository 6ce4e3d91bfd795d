import { readFileSync } from 'node:fs';

/** The part of a JSON Schema that a receipt is held against here. */
export interface SchemaNode {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
}

/** The schema that ships with the package. */
export function receiptSchema(): SchemaNode {
  return JSON.parse(readFileSync(new URL('../../dist/receipt.schema.json', import.meta.url), 'utf8')) as SchemaNode;
}

function isWrong({ const: only, enum: some, pattern }: SchemaNode, value: unknown): boolean {
  if (only !== undefined) return value !== only;
  if (some !== undefined) return !some.includes(value);
  return pattern !== undefined && !new RegExp(pattern, 'u').test(String(value));
}

/** The paths of what a schema asks for and a value lacks or has otherwise, and of what a value has beyond it. */
export function findMissing(schema: SchemaNode, value: unknown, path = ''): string[] {
  if (isWrong(schema, value)) return [path];
  if (schema.items) return Array.isArray(value) ? value.flatMap((item, index) => findMissing(schema.items ?? {}, item, `${path}/${index}`)) : [path];
  if (!schema.properties) return [];
  const entries = new Map(Object.entries(Object(value) as object));
  const lacking = (schema.required ?? []).filter((name) => !entries.has(name)).map((name) => `${path}/${name}`);
  const known = schema.properties;
  const wrong = [...entries].flatMap(([name, entry]) => {
    const node = known[name];
    return node ? findMissing(node, entry, `${path}/${name}`) : [`${path}/${name}`];
  });
  return [...lacking, ...wrong];
}

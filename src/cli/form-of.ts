import type { core } from 'zod/mini';
import { ruleOf, rulesOf } from '../config/fields.js';
import type { Form } from '../lib/check-form.js';

type Schema = core.$ZodType;

/** The parts of zod's own definitions that descriptions use. */
interface Definition {
  readonly type: string;
  readonly shape: Shape;
  readonly element: Schema;
  readonly valueType: Schema;
  readonly innerType: Schema;
}

export type Shape = Readonly<Record<string, Schema>>;

const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition;

/** The kinds of fields whose message is their rule. */
const PLAIN = /^(string|boolean|number|int|enum|literal|custom)$/;

/** The compact form of a description in zod. Throws where a description uses something that forms cannot say. */
export function formOf(schema: Schema): Form {
  const { type, shape, element, valueType, innerType } = definitionOf(schema);
  if (type === 'object') return [...pairsOf(shape), ...aboutAll(schema)];
  if (type === 'record') return ['*', formOf(valueType), ...aboutAll(schema)];
  if (type === 'array') return ['#', formOf(element)];
  if (type === 'optional') return formOf(innerType);
  if (type === 'nullable') return `${String(formOf(innerType))}?`;
  if (type === 'unknown') return 'any';
  const rule = ruleOf(schema);
  if (!PLAIN.test(type) || rule === 'undefined') throw new Error(`no compact form says ${type} (${rule})`);
  return rule;
}

/** The rules about an object as a whole. */
export function aboutAll(schema: Schema): Form[] {
  return rulesOf(schema).flatMap((rule) => ['.', rule]);
}

/** An object's names and the forms of their values, by turns. Names with the same rule stand together. */
export function pairsOf(shape: Shape): Form[] {
  const groups = new Map<string, readonly [names: string, form: Form, mark: string]>();
  for (const [name, schema] of Object.entries(shape)) {
    if (!/^[\w-]+$/.test(name)) throw new Error(`no compact form has the name ${name}`);
    const form = formOf(schema);
    const mark = schema._zod.optin === undefined ? '!' : '';
    const key = JSON.stringify([form, mark]);
    const names = groups.get(key)?.[0];
    groups.set(key, [names === undefined ? name : `${names} ${name}`, form, mark]);
  }
  return [...groups.values()].flatMap(([names, form, mark]) => [`${names}${mark}`, form]);
}

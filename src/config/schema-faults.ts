import type { core, z } from 'zod/mini';
import { type Fault, isWholeList } from '../lib/check-form.js';
import { type Rules, judge } from '../lib/rule.js';
import { rulesOf } from './fields.js';

const BROKEN = Symbol('a list with gaps or names');

/**
 * A copy of all that is a value's own, so that zod reads nothing else: objects without a prototype, lists, and a symbol, which
 * nothing takes, for a list with gaps or names. Ends on circles, as a map has each object once. Throws where reading the value throws.
 */
function ownCopy(raw: unknown): unknown {
  const copies = new Map<object, object>();
  const copyOf = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value) && !isWholeList(value)) return BROKEN;
    const copy = copies.get(value) ?? (Array.isArray(value) ? [] : (Object.create(null) as object));
    copies.set(value, copy);
    return copy;
  };
  const top = copyOf(raw);
  for (const [from, to] of copies) {
    for (const [key, value] of Object.entries(from)) Object.defineProperty(to, key, { value: copyOf(value), enumerable: true, configurable: true, writable: true });
  }
  return top;
}

function readIssue(issue: core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key], rule: 'unknown-key' }));
  return [{ path: issue.path, rule: issue.message }];
}

/** Everything that a description in zod finds wrong with a value, in the terms of its compact form. Never throws. */
export function schemaFaults(schema: z.ZodMiniType, raw: unknown, rules: Rules): Fault[] {
  try {
    const { error } = schema.safeParse(ownCopy(raw));
    const places = (rule: string): readonly unknown[] => (typeof raw === 'object' && raw ? [judge(rule, raw, rules)].flat() : []);
    const onAll = rulesOf(schema, true).flatMap((rule) => places(rule).map((place): Fault => ({ path: [place].flat() as string[], rule })));
    return [...(error?.issues.flatMap(readIssue) ?? []), ...onAll];
  } catch {
    // The same answer as the compact form's, for the same reason.
    return [{ path: [], rule: 'unreadable' }];
  }
}

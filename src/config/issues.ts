import type { core } from 'zod/mini';
import { type GateIssue, describeValue } from '../lib/errors.js';

type Path = readonly PropertyKey[];

/** What zod/mini says where a check brings no words of its own. */
const UNSAID = 'Invalid input';

/** Joins a path the way an owner would write it. */
export function joinPath(...path: Path): string {
  return path.map(String).join('.') || 'configuration';
}

/** The value that stands at a path, reading own properties only. */
function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (Object.hasOwn(Object(value), key) ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  );
}

/** Turns what zod found into lines for the owner; one per unknown key. */
export function readIssues(error: core.$ZodError, input: unknown, prefix: Path = []): GateIssue[] {
  return error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: joinPath(...path, key), expected: 'no such option', found: 'one' }));
    }
    const expected = issue.code === 'invalid_type' && issue.message === UNSAID ? `an ${issue.expected}` : issue.message;
    return { path: joinPath(...path), expected, found: describeValue(valueAt(input, issue.path)) };
  });
}

/** Finds keys that could reach a prototype, at any depth, as own keys of parsed JSON. `seen` ends circles. */
export function reservedKeys(value: unknown, path: Path = [], seen = new Set<unknown>()): GateIssue[] {
  if (value === null || typeof value !== 'object' || seen.has(value)) return [];
  seen.add(value);
  return Reflect.ownKeys(value).flatMap((key) => {
    const here = [...path, key];
    const isReserved = /^(__proto__|constructor|prototype)$/.test(String(key));
    if (isReserved) return [{ path: joinPath(...here), expected: 'another name', found: 'a reserved one' }];
    return reservedKeys(Reflect.get(value, key), here, seen);
  });
}

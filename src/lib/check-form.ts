import { type Path, type Rules, judge } from './rule.js';

/**
 * A compact form says what a value has to look like. It is made from a zod description by `cli/compact-forms.ts`.
 *
 * A text is a rule with its arguments (`host`, `text|200`, `int|1|395`) or, without a name, a choice of words (`|ask|never`).
 * A list is an object: names, parted by spaces, and the form of their values, by turns; with `!` at the end they have to be
 * there. `*` stands for all other names, `#` for the entries of a list, `.` for the object itself.
 */
export type Form = string | readonly Form[];

/** One thing that is wrong. */
export interface Fault {
  /** The keys that lead to it. */
  readonly path: Path;
  /** The rule as it stands in the form; or `object`, `list`, `unknown-key`, or `unreadable` where reading the value throws. */
  readonly rule: string;
}

/** The names in an object's form, each with the form of its value and whether it has to be there. */
export function fieldsOf(form: readonly Form[]): (readonly [name: string, form: Form, isNeeded: boolean])[] {
  return form.flatMap((names, index) => (index % 2 ? [] : String(names).replace('!', '').split(' ').map((name) => [name, form[index + 1] ?? '', names.includes('!')] as const)));
}

/** Whether a list has all its entries and nothing besides: no gaps, no names. */
export function isWholeList(list: readonly unknown[]): boolean {
  const keys = Object.keys(list);
  return keys.length === list.length && keys.every((key, index) => key === String(index));
}

function kindOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || !value) return undefined;
  return Array.isArray(value) ? isWholeList(value) ? 'list' : undefined : 'object';
}

/**
 * Everything that is wrong with a value. Reads own enumerable properties only, ends on circles, and never throws, whatever the
 * value does.
 */
export function faultsOf(form: Form, value: unknown, rules: Rules): Fault[] {
  const faults: Fault[] = [];
  const visit = (inner: Form, found: unknown, path: Path): void => {
    if (typeof inner !== 'string') return visitObject(inner, found, path);
    for (const place of [judge(inner, found, rules)].flat()) if (place !== true) faults.push({ path: path.concat(place || []), rule: inner });
  };
  const visitObject = (inner: readonly Form[], found: unknown, path: Path): void => {
    // Without a prototype, so that whatever is read of it is its own.
    const own = { __proto__: null, ...(found as object) } as unknown as Record<string, unknown>;
    const rest = new Set(Object.keys(own));
    const kind = inner[0] === '#' ? 'list' : 'object';
    if (kindOf(found) !== kind) return visit(kind, 0, path);
    let others: Form = 'unknown-key';
    for (const [name, field, isNeeded] of fieldsOf(inner)) {
      if (name === '.') visit(field, own, path);
      else if (name < '.') others = field;
      else {
        rest.delete(name);
        if (isNeeded || own[name] !== undefined) visit(field, own[name], [...path, name]);
      }
    }
    for (const key of rest) visit(others, own[key], [...path, key]);
  };
  try {
    visit(form, value, []);
  } catch {
    // A getter or a proxy has thrown, or the value is too deep: whoever uses it would meet the same.
    visit('unreadable', 0, []);
  }
  return faults;
}

/** Whether a value has this form. */
export function fits(form: Form, value: unknown, rules: Rules): boolean {
  return faultsOf(form, value, rules).length === 0;
}

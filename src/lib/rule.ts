/** The keys that lead to a place in a value. */
export type Path = readonly PropertyKey[];

interface Judge {
  judge(value: unknown, args: readonly string[]): boolean | readonly (PropertyKey | Path)[];
}

/** A pattern that texts have to match, or what says whether a value is right, or at which places in it something is wrong. */
export type Rule = RegExp | Judge['judge'];

/** Rules by the names that forms call them. */
export type Rules = Readonly<Record<string, Rule>>;

/** What a rule, written as in a form, says of a value. */
export function judge(written: string, value: unknown, rules: Rules): ReturnType<Judge['judge']> {
  const [name = '', ...args] = written.split('|');
  const rule = rules[name];
  if (!rule) return args.includes(value as string);
  return typeof rule === 'function' ? rule(value, args) : typeof value === 'string' && rule.test(value);
}

import { parseArgs } from 'node:util';

/** Sizes with their rounds: what is measured how often. */
export type Plan = readonly { readonly size: number; readonly rounds: number }[];

/** What the command line asks for. */
export interface Options {
  readonly json: boolean;
  readonly local: Plan;
  readonly slow: Plan;
  readonly byteSizes: readonly number[];
  readonly pressRounds: Readonly<Record<'local' | 'slow', number>>;
  /** Keys of contenders; empty: all of them. */
  readonly only: readonly string[];
  /** Key of a contender to look into instead of comparing; undefined: compare. */
  readonly profile: string | undefined;
  /** Embeds on the page to look into. */
  readonly size: number;
}

const KNOWN = {
  json: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  only: { type: 'string', default: '' },
  profile: { type: 'string' },
  size: { type: 'string', default: '100' },
} as const;

/** Reads the command line. Throws on what it does not know, and on numbers that are none. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: KNOWN });
  const rounds = wholeNumber('rounds', values.rounds ?? (values.quick ? '3' : '7'));
  const few = Math.min(3, rounds);
  const times = (rounds: number, ...sizes: number[]): Plan => sizes.map((size) => ({ size, rounds }));
  return {
    json: values.json,
    local: values.quick ? times(rounds, 1, 100) : [...times(few, 0), ...times(rounds, 1, 10, 100), ...times(few, 1000)],
    slow: values.quick ? times(rounds, 1) : [...times(rounds, 1), ...times(few, 100)],
    byteSizes: values.quick ? [1] : [0, 1],
    pressRounds: { local: rounds, slow: few },
    only: values.only.split(',').filter(Boolean),
    profile: values.profile,
    size: wholeNumber('size', values.size),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[0-9]{1,5}$/.test(text)) throw new Error(`--${name} wants a whole number, not ${text}`);
  return Number(text);
}

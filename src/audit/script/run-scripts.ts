import { type Program, type Statement, getLineInfo, parse } from 'acorn';
import { withoutIncludes } from './includes.js';
import { Halt, Interpreter } from './interpreter.js';
import { runStatements } from './statements.js';
import { type Value, UNKNOWN, isPrimitive, isUnknown, merge, objectOf, optionsOf } from './values.js';

/** A script as it was found. */
export interface Script {
  /** The file, or where in the page. */
  readonly name: string;
  readonly text: string;
}

/** Why a script, or a part of it, was not read. */
export interface Unread {
  readonly script: string;
  /** From 1. */
  readonly line: number;
  readonly why: string;
}

/** What scripts have set, run one after the other as in a page. */
export interface Outcome {
  readonly config: Value;
  readonly interfaceConfig: Value;
  readonly unread: readonly Unread[];
}

/** What is longer is no configuration. */
const MOST_LETTERS = 1_000_000;

const NAMES = ['config', 'interfaceConfig'] as const;

/** A script as a tree; why there is none otherwise. */
function parsed({ name, text }: Script): Program | Unread {
  if (text.length > MOST_LETTERS) return { script: name, line: 1, why: `longer than ${MOST_LETTERS} letters` };
  try {
    return parse(text, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true });
  } catch (error) {
    // The parser calls itself for each level.
    const { loc, message } = error as { loc?: { line: number }; message: string };
    if (error instanceof RangeError || message.startsWith('Not enough stack')) return { script: name, line: loc?.line ?? 1, why: 'is nested too deeply to be read' };
    return { script: name, line: loc?.line ?? 1, why: `does not parse: ${message.replace(/\s*\(\d+:\d+\)$/, '')}` };
  }
}

/** Nothing is known any more of what scripts may still have written. */
function forgetSettings(run: Interpreter): void {
  for (const name of NAMES) {
    run.spoil(run.page.props.get(name));
    run.page.props.set(name, merge(run.page.props.get(name), UNKNOWN));
  }
}

const WHY = { error: 'ends here with an error in a browser', limit: 'takes too long to be read to its end' } as const;

function runOne(script: Script, run: Interpreter): Unread[] {
  const { text, missing } = withoutIncludes(script.text);
  const program = parsed({ ...script, text });
  const absent = missing.map((file): Unread => ({ script: script.name, line: 1, why: `includes ${file}, which was not given` }));
  if ('why' in program) {
    // What does not parse no browser runs either; what is only too much for this reader it does.
    if (!program.why.startsWith('does not parse')) forgetSettings(run);
    return [...absent, program];
  }
  try {
    runStatements(program.body as readonly Statement[], run);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    if (error.reason === 'limit') forgetSettings(run);
    return [...absent, { script: script.name, line: getLineInfo(text, error.at).line, why: WHY[error.reason] }];
  }
  return absent;
}

/** Whether something declares a setting's object itself; a fragment that does not only adds to one that nobody has seen. */
const declares = (scripts: readonly Script[], name: string): boolean => scripts.some(({ text }) => new RegExp(String.raw`\b(?:var|let|const)\s+${name}\b|\bwindow\.${name}\s*=`).test(text));

/**
 * Reads scripts one after the other, as a page would run them, and gives what they have set. Nothing is executed: whatever is not known to
 * this reader stays unknown. Never throws for what a script holds.
 */
export function runScripts(scripts: readonly Script[]): Outcome {
  const run = new Interpreter();
  for (const name of NAMES) if (!declares(scripts, name)) run.page.props.set(name, objectOf([], true));
  const unread = scripts.flatMap((script) => runOne(script, run));
  if (run.wasTooDeep) {
    // A function that calls itself without end would have ended the script with an error.
    forgetSettings(run);
    unread.push({ script: scripts[0]?.name ?? '', line: 1, why: 'has parts that are nested too deeply to be read' });
  }
  const [config, interfaceConfig] = NAMES.map((name) => run.page.props.get(name));
  return { config, interfaceConfig, unread };
}

/** What is set at a path of a setting's object: every value that it may have, and whether more is possible. */
export interface Setting {
  /** The known values; `undefined` stands for its absence. */
  readonly values: readonly Value[];
  /** Whether it may have another value that is not known. */
  readonly isOpen: boolean;
}

/** The setting at a path such as `p2p.stunServers`. */
export function settingAt(root: Value, path: string): Setting {
  let values: readonly Value[] = optionsOf(root);
  for (const key of path.split('.')) {
    values = values.flatMap((value): readonly Value[] => {
      if (isPrimitive(value)) return [undefined];
      if (value.type === 'unknown') return value.props?.has(key) ? optionsOf(value.props.get(key)) : [UNKNOWN];
      if (value.type !== 'object') return [undefined];
      return value.props.has(key) ? optionsOf(value.props.get(key)) : [value.isOpen ? UNKNOWN : undefined];
    });
  }
  const known = values.filter((value) => !isUnknown(value));
  return { values: known.filter((value, index) => known.findIndex((other) => Object.is(other, value)) === index), isOpen: known.length < values.length };
}

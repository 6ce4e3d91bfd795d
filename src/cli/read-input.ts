import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { WrongUse } from './command.js';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** The options and the other words of a command. @throws WrongUse for one that it does not have */
export function readArgs<const T extends Options>(args: readonly string[], options: T): { values: ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; args: string[] }>>['values']; words: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, words: positionals };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** One of a list of words. @throws WrongUse */
export function oneOfWords<const T extends string>(option: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new WrongUse(`--${option}: expected ${words.join(', ')}, found ${value}`);
  return found;
}

/** The text of a file. @throws WrongUse that says why there is none */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'it may not be read' : String(code);
    throw new WrongUse(`${path}: ${why}`, { cause: error });
  }
}

/** Line and column, from 1, of a place in a text. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** What is wrong with a text that is no JSON, and where it begins. The engine does not always say. */
function faultIn(text: string): readonly [offset: number, what: string] {
  const faults: ParseError[] = [];
  parse(text, faults, { disallowComments: true, allowTrailingComma: false });
  const [{ offset, error } = { offset: text.length, error: 0 }] = faults;
  return [offset, printParseErrorCode(error).replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()];
}

/** Reads JSON. @throws WrongUse with file, line and column */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const [offset, what] = faultIn(text);
    throw new WrongUse(`${path}:${placeIn(text, offset)}: no JSON: ${what}`, { cause: error });
  }
}

/** The JSON of a file. @throws WrongUse */
export const readJson = (path: string): unknown => parseJson(readText(path), path);

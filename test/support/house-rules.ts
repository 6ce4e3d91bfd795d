import { findListedName, isNameLike } from './name-rules.js';
import { childOf, childrenOf, cookedText, nameOf, stringOf, walk, type Source, type SyntaxNode } from './syntax.js';

/** No file is longer than this; languages are data and exempt. */
export const maxLines = 300;

/** Half of the files of src/ are at most this long. */
export const maxMedianLines = 80;

/** Lines of a text as an editor counts them. */
export function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

/** The middle of a list of numbers; 0 for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? upper)) / 2 : upper;
}

/** Default exports, enums and reminders in comments, one sentence each. */
export function checkStyle(source: Source): string[] {
  const problems = source.comments
    .filter((comment) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(comment.text))
    .map((comment) => `${source.file}:${comment.line} leaves a reminder in a comment`);
  walk(source.program, (node) => {
    const problem = styleProblem(node);
    if (problem !== undefined) problems.push(`${source.file}:${source.lineOf(node.start)} ${problem}`);
  });
  return problems;
}

function styleProblem(node: SyntaxNode): string | undefined {
  if (node.type === 'ExportDefaultDeclaration') return 'has a default export';
  if (node.type === 'ExportSpecifier' && nameOf(childOf(node, 'exported')) === 'default') return 'has a default export';
  if (node.type === 'TSEnumDeclaration') return 'declares an enum (use a union of strings)';
  return undefined;
}

/** Strings used as names, and class and id names in markup and styles, that block lists match; one sentence each. */
export function checkListedNames(source: Source): string[] {
  const problems: string[] = [];
  walk(source.program, (node) => {
    for (const name of namesIn(node)) {
      const listed = findListedName(name);
      if (listed === undefined) continue;
      problems.push(`${source.file}:${source.lineOf(node.start)} uses the name '${name}': block lists match '${listed}'`);
    }
  });
  return problems;
}

function namesIn(node: SyntaxNode): string[] {
  if (node.type === 'TaggedTemplateExpression') {
    return childrenOf(childOf(node, 'quasi'), 'quasis').map(cookedText).flatMap(markupNames);
  }
  const text = stringOf(node);
  return text !== undefined && isNameLike(text) ? [text] : [];
}

function markupNames(markup: string): string[] {
  const attributes = [...markup.matchAll(/\b(?:class|id|name|part)="?([^">]*)/g)].flatMap((match) => (match[1] ?? '').split(/\s+/));
  const selectors = [...markup.matchAll(/[.#]([a-z][\w-]*)/gi)].map((match) => match[1] ?? '');
  return [...new Set([...attributes, ...selectors])];
}

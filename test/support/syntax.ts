/**
 * Reads TypeScript and JavaScript as a syntax tree, so that checks of the repository see code and not words in comments.
 * Used by the repository checks and by the size table; never by the product.
 */
import { parseSync } from 'vite';

/** One node of an ESTree; only `type` and the offsets are certain, everything else is read through the helpers below. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A parsed file: its path (as it appears in messages), its tree, its comments and a way back to line numbers. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly program: SyntaxNode;
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  readonly lineOf: (offset: number) => number;
}

/** What `walk` tells about a node besides the node: where it hangs. `key` is the property of `parent` that holds it. */
export interface Place {
  readonly parent: SyntaxNode | undefined;
  readonly key: string;
}

/** Parses one file. Throws with the file's name when it is not valid code, because an unread file is an unchecked file. */
export function parseSource(file: string, text: string): Source {
  const result = parseSync(file, text, { sourceType: file.endsWith('.ts') ? 'module' : 'unambiguous' });
  const problem = result.errors.find((error) => error.severity === 'Error');
  if (problem) throw new Error(`${file}: ${problem.message}`);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return {
    file,
    text,
    program: result.program as unknown as SyntaxNode,
    comments: result.comments.map((comment) => ({ text: comment.value, line: lineOf(comment.start) })),
    lineOf,
  };
}

/** Calls `visit` for every node, parents before children, in the order of the text. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode, place: Place) => void): void {
  step(node, { parent: undefined, key: '' }, visit);
}

function step(node: SyntaxNode, place: Place, visit: (node: SyntaxNode, place: Place) => void): void {
  visit(node, place);
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) step(child, { parent: node, key }, visit);
    }
  }
}

/** Tells whether a value found in the tree is a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The node under `key`, if there is one. */
export function childOf(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  const value = node?.[key];
  return isNode(value) ? value : undefined;
}

/** The nodes in the list under `key`; empty when there is no such list. */
export function childrenOf(node: SyntaxNode | undefined, key: string): readonly SyntaxNode[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** An identifier's name, else undefined. */
export function nameOf(node: SyntaxNode | undefined): string | undefined {
  return node?.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : undefined;
}

/** The text of a string literal or of a template without expressions, else undefined. */
export function stringOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node?.type !== 'TemplateLiteral') return undefined;
  return childrenOf(node, 'expressions').length === 0 ? cookedText(childrenOf(node, 'quasis')[0]) : undefined;
}

/** The text of one fixed part of a template, as the program sees it. */
export function cookedText(quasi: SyntaxNode | undefined): string {
  const value = quasi?.['value'];
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return '';
  return typeof value.cooked === 'string' ? value.cooked : '';
}

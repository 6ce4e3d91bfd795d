import { posix } from 'node:path';
import { findImports } from './find-imports.js';
import type { Source } from './syntax.js';

/** The files that a file names at its top or in its types. What it fetches later begins anew, so that closes no circle. */
function importsOf(source: Source): string[] {
  const named = findImports(source).filter(({ kind, specifier }) => (kind === 'static' || kind === 'type') && specifier.startsWith('.'));
  return named.map(({ specifier }) => posix.join(posix.dirname(source.file), specifier).replace(/\.js$/, '.ts'));
}

/** Circles of imports, types included: each as its files in the order of import, beginning and ending with the same one. */
export function findCircles(sources: readonly Source[]): string[][] {
  const imports = new Map(sources.map((source) => [source.file, importsOf(source)]));
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

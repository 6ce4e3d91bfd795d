import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FoundImport, findImports } from '../support/find-imports.js';
import { parseFolder } from '../support/repo-files.js';

type Kind = FoundImport['kind'];

/** What each file of src/ imports. */
const imports = new Map(parseFolder('src').map((source) => [source.file, findImports(source).map(({ specifier, kind }) => ({
  kind,
  to: specifier.startsWith('.') ? posix.join(posix.dirname(source.file), specifier).replace(/\.js$/, '.ts') : specifier,
}))]));

const importsOf = (file: string, kinds: readonly Kind[] = ['static', 'dynamic']): string[] => (imports.get(file) ?? []).filter(({ kind }) => kinds.includes(kind)).map(({ to }) => to);

/** All that an entry leads to at run time, at once or later, except by way of one file. */
function reachedFrom(entry: string, except = ''): string[] {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const next of importsOf(file)) if (next !== except) reached.add(next);
  }
  return [...reached];
}

const isZod = (name: string): boolean => name.startsWith('zod');

const ENTRIES = ['src/moments/tag.ts', 'src/moments/page.ts', 'src/index.ts', 'src/define.ts'];
const EXPLAIN = 'src/config/explain.ts';
const EXPLANATION = 'src/moments/explanation.ts';

describe('zod', () => {
  it.each(ENTRIES)('is on no visitor’s path: %s gets there by the explanation for the owner alone', (entry) => {
    expect(reachedFrom(entry).length).toBeGreaterThan(100);
    expect(reachedFrom(entry, EXPLAIN).filter(isZod)).toEqual([]);
  });

  it('is imported for explanations by one moment alone, and that moment is only ever fetched', () => {
    const importers = (of: string, kinds?: readonly Kind[]): string[] => [...imports.keys()].filter((file) => importsOf(file, kinds).includes(of));
    expect(importers(EXPLAIN)).toEqual([EXPLANATION]);
    expect(importers(EXPLANATION)).toEqual(['src/moments/loading.ts']);
    expect(importers(EXPLANATION, ['static'])).toEqual([]);
  });

  it('would be found if it were there', () => {
    expect(reachedFrom(EXPLAIN).filter(isZod)).toEqual(['zod/mini']);
    for (const entry of ENTRIES) expect(reachedFrom(entry).filter(isZod)).toEqual(['zod/mini']);
  });
});

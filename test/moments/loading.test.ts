import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docRows } from '../support/doc-pages.js';
import { findImports } from '../support/find-imports.js';
import { fetches } from '../support/layer-rules.js';
import { parseFolder } from '../support/repo-files.js';

const sources = parseFolder('src');

/** The files that a file imports in that way. */
const targetsOf = (file: string, wanted: 'static' | 'dynamic'): string[] => sources.filter((source) => source.file === file).flatMap(findImports)
  .filter(({ kind, specifier }) => kind === wanted && specifier.startsWith('.'))
  .map(({ specifier }) => posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts'));

const files = sources.map(({ file }) => file).filter((file) => file.startsWith('src/moments/'));
const fetched = fetches.flatMap((file) => targetsOf(file, 'dynamic')).filter((file) => files.includes(file));

describe('what is fetched later', () => {
  it('stands in the files that may hold an import(), and each of them has one', () => {
    const holders = sources.filter((source) => findImports(source).some(({ kind }) => kind === 'dynamic' || kind === 'unreadable'));
    expect(holders.map(({ file }) => file).toSorted()).toEqual(fetches.toSorted());
  });

  it('of a consent platform is a file that stands alone', () => {
    const bridges = targetsOf('src/cmp/registry.ts', 'dynamic');
    expect(bridges.length).toBe(23);
    const needed = sources.filter(({ file }) => bridges.includes(file)).flatMap((source) => findImports(source).filter(({ kind }) => kind !== 'type'));
    expect(needed).toEqual([]);
  });

  it('is a moment, a language or a consent platform: nothing else', () => {
    const others = fetches.flatMap((file) => targetsOf(file, 'dynamic')).filter((file) => !fetched.includes(file));
    expect(others.filter((file) => !/^src\/i18n\/(?:(?:(?:software|notice)-)?locales\.ts|locales\/[a-z]{2}(?:-more|-software|-notice)?\.ts)$|^src\/cmp\//.test(file))).toEqual([]);
  });

  it('is fetched in one place each', () => {
    expect(fetched.length).toBeGreaterThan(8);
    expect(fetched.toSorted()).toEqual([...new Set(fetched)].toSorted());
  });
});

describe('a file of src/moments', () => {
  it.each(files)('is an entry, is fetched, or is part of what one of those holds: %s', (file) => {
    const reached = new Set(['src/moments/tag.ts', 'src/moments/page.ts', 'src/index.ts', 'src/define.ts', ...fetched]);
    for (const one of reached) for (const next of targetsOf(one, 'static')) if (next.startsWith('src/')) reached.add(next);
    expect([...reached]).toContain(file);
  });

  it('has a row in CONTRIBUTING where it is a moment: one of the two entries, or fetched', () => {
    const moments = ['tag', 'page', ...fetched.map((file) => posix.basename(file, '.ts'))];
    expect(docRows('moments').map(([name = '']) => name).toSorted()).toEqual(moments.toSorted());
  });
});

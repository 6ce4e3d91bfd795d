import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { momentGroups } from '../../build/moments.js';
import { findImports } from '../support/find-imports.js';
import { readRepoFile, repoRoot } from '../support/repo-files.js';
import { parseSource } from '../support/syntax.js';

/** What a file fetches, in the order in which it stands there. */
function fetchedBy(file: string): string[] {
  const found = findImports(parseSource(file, readRepoFile(file))).filter(({ kind }) => kind === 'dynamic');
  return found.map(({ specifier }) => specifier.replace(/^\.\/|\.js$/g, ''));
}

const idOf = (file: string): string => join(repoRoot, 'src', file);
const FETCHED = ['npm-loading', 'loading', 'later-loading'].flatMap((name) => fetchedBy(`src/moments/${name}.ts`));

describe('the groups of the build', () => {
  const ofScript = momentGroups('moments/first-look.ts');
  const ofNpm = momentGroups('index.ts', 'define.ts');

  it('are the moments, in the order in which a page goes through them, behind the entries', () => {
    expect(FETCHED.length).toBeGreaterThan(6);
    expect(ofScript.map(({ name }) => name)).toEqual(['first-look', ...FETCHED.filter((name) => name !== 'first-look')]);
    expect(ofNpm.map(({ name }) => name)).toEqual(['index', ...FETCHED]);
  });

  it('hold a file each that is there, and no other', () => {
    for (const { name, test } of ofScript) {
      const file = `moments/${name}.ts`;
      expect(existsSync(idOf(file))).toBe(true);
      expect(test(idOf(file))).toBe(true);
      expect(FETCHED.filter((other) => test(idOf(`moments/${other}.ts`)))).toEqual([name]);
    }
  });

  it('begin with all entries together', () => {
    expect(ofNpm.map(({ test }) => ['index.ts', 'define.ts'].filter((file) => test(idOf(file))).length)).toEqual([2, ...FETCHED.map(() => 0)]);
  });

  it('give what several moments reach to the first of them', () => {
    for (const groups of [ofScript, ofNpm]) {
      const priorities = groups.map(({ priority }) => priority);
      expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
      expect(new Set(priorities).size).toBe(groups.length);
    }
  });

  it('take no file of the same name from another folder', () => {
    const others = ['page/first-look.ts', '../test/moments/first-look.ts', 'moments/first-look.test.ts'].map(idOf);
    expect(ofScript.filter(({ test }) => others.some((id) => test(id)))).toEqual([]);
  });
});

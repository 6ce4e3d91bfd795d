import { describe, expect, it } from 'vitest';
import { listFiles, readRepoFile } from '../support/repo-files.js';

const files = listFiles('src/facts').filter((path) => path.endsWith('.ts'));

/** A page of docs with its section, or an address of the web. */
const SOURCE = /docs\/(?:jitsi\.md §\d|law\.md R\d)|https:\/\//;

/** Every value that a file hands out, with the comments before it. */
function exportsOf(text: string): { name: string; comment: string }[] {
  const parts = text.matchAll(/^((?:\/\*\*[^]*?\*\/\n|\/\/.*\n)*)export (?:const|function) (\w+)/gm);
  return [...parts].map(([, comment = '', name = '']) => ({ name, comment }));
}

/** What only reads or sums up a table that has its source. */
const DERIVED = ['builtInAt', 'STORED_VERSION', 'STORED_VERSIONS', 'OTHERS', 'SOFTWARE_NAMES', 'known', 'pathOf', 'entriesOf', 'MEETING_ALLOW', 'addServices'];

describe('the facts', () => {
  it.each(files)('of %s name their sources', (path) => {
    const exported = exportsOf(readRepoFile(path));
    expect(exported.length).toBeGreaterThan(0);
    expect(exported.filter(({ name, comment }) => !DERIVED.includes(name) && !SOURCE.test(comment)).map(({ name }) => name)).toEqual([]);
  });

  it('are pure: they import nothing but facts', () => {
    const foreign = files.flatMap((path) => [...readRepoFile(path).matchAll(/from '([^']+)'/g)].map(([, from = '']) => from)).filter((from) => !from.startsWith('./'));
    expect(foreign).toEqual([]);
  });
});

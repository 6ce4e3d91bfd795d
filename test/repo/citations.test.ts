import { describe, expect, it } from 'vitest';
import { docPages, headingsOf } from '../support/doc-pages.js';
import { listFiles, parseFolder, readRepoFile } from '../support/repo-files.js';

/** A text that people read: a comment, or a whole page. */
interface Told {
  readonly where: string;
  readonly text: string;
}

// Comments that run over several lines are read as one sentence.
const plain = (text: string): string => text.replace(/\s+(?:\*|\/\/) /g, ' ').replace(/\s+/g, ' ');

const comments = ['src', 'test', 'e2e', 'demo', 'bench', 'build'].flatMap(parseFolder).flatMap(({ file, comments: all }): Told[] => (
  all.map(({ text, line }) => ({ where: `${file}:${line}`, text: plain(text) }))));
const markup = ['e2e', 'demo'].flatMap(listFiles).filter((path) => path.endsWith('.html'));
const told: readonly Told[] = [...comments, ...[...docPages, ...markup].map((where) => ({ where, text: plain(readRepoFile(where)) }))];

/** Every number that a text cites of a page: `docs/law.md R59, R61` cites two. */
function citedIn(text: string, page: string, number: RegExp): string[] {
  const lists = [...text.matchAll(new RegExp(`${page.replaceAll('.', '\\.')} ((?:${number.source})(?:(?:, | and |–)(?:${number.source}))*)`, 'g'))];
  return lists.flatMap(([, list = '']) => list.split(/, | and |–/));
}

const PAGES = [
  ['docs/law.md', /R\d+|§\d+/],
  ['docs/jitsi.md', /§\d+(?:\.\d+)?/],
] as const;

/** What a text cites that no reader of the repository can open. */
function unopenable(text: string): string[] {
  const found = text.match(/(?<![\w/.])law (?:R\d+|§\d+)|\bSPEC\b(?! ?\()|\bHOUSE\b|(?<![\w.])facts: [\w-]+\.md|(?<!docs\/)\b(?:law|jitsi)\.md (?:R\d|§)/g);
  return found ?? [];
}

describe('citations', () => {
  it.each(PAGES)('of %s lead to a heading of that number', (page, number) => {
    const numbers = headingsOf(readRepoFile(page)).map((heading) => heading.split(' ')[0]);
    const cited = told.flatMap(({ where, text }) => citedIn(text, page, number).map((one) => ({ where, one })));
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter(({ one }) => !numbers.includes(one))).toEqual([]);
  });

  it('name pages of the repository, never a document that readers do not have', () => {
    expect(told.length).toBeGreaterThan(500);
    expect(told.flatMap(({ where, text }) => unopenable(text).map((one) => `${where}: ${one}`))).toEqual([]);
  });

  it.each([['docs/law.md', 'R'], ['docs/law.md', '§'], ['docs/jitsi.md', '§']])('find in %s the headings with %s in ascending order, each once', (page, sign) => {
    const numbers = headingsOf(readRepoFile(page)).filter((heading) => heading.startsWith(sign)).map((heading) => heading.slice(1).split(' ')[0] ?? '');
    const values = numbers.map((number) => number.split('.').map(Number)).map(([major = 0, minor = 0]) => major * 100 + minor);
    expect(values.length).toBeGreaterThan(8);
    expect(values).toEqual([...new Set(values)].toSorted((one, other) => one - other));
  });
});

describe('the check of citations itself', () => {
  it('reads every number of a list', () => {
    expect(citedIn('rarely free (docs/law.md R59, R61), nor (docs/law.md §12)', 'docs/law.md', /R\d+|§\d+/)).toEqual(['R59', 'R61', '§12']);
    expect(citedIn('(docs/jitsi.md §1.1, §1.7 and §2)', 'docs/jitsi.md', /§\d+(?:\.\d+)?/)).toEqual(['§1.1', '§1.7', '§2']);
  });

  it.each(['(law R75)', '(law §12)', '(SPEC 2.1)', 'SPEC', '(HOUSE §8)', '(facts: jitsi.md §1.1)', 'see jitsi.md §4'])('sees %s', (text) => {
    expect(unopenable(text)).toHaveLength(1);
  });

  it.each(['docs/law.md R75', 'docs/jitsi.md §4', 'the law', 'All facts: hosts, recipients', '[law, R45](law.md#r45)'])('accepts %s', (text) => {
    expect(unopenable(text)).toEqual([]);
  });
});

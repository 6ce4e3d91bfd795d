import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorOf, docPages, headingsOf } from '../support/doc-pages.js';
import { readRepoFile, repoRoot } from '../support/repo-files.js';

/** Links of a text, also of its pictures, without those in code. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '').replace(/`[^`]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

/** Why a link of a page leads nowhere; undefined where it leads somewhere, or to the web. */
function problemOf(page: string, link: string): string | undefined {
  if (/^(?:https|mailto|tel):/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), path);
  if (!existsSync(`${repoRoot}${target}`)) return `${page}: ${link} is no file`;
  if (anchor === undefined) return undefined;
  return headingsOf(readRepoFile(target)).map(anchorOf).includes(anchor) ? undefined : `${page}: ${link} is no heading`;
}

describe('links of the documentation', () => {
  it('lead to files and headings of the repository, or to https', () => {
    const links = docPages.flatMap((page) => linksOf(readRepoFile(page)).map((link) => [page, link] as const));
    expect(links.length).toBeGreaterThan(50);
    expect(links.flatMap(([page, link]) => problemOf(page, link) ?? [])).toEqual([]);
  });

  it('lead from README to every page of docs', () => {
    const readme = linksOf(readRepoFile('README.md'));
    expect(docPages.filter((page) => page.startsWith('docs/') && !readme.includes(page))).toEqual([]);
  });

  it('stay within what the package ships', () => {
    const { files } = JSON.parse(readRepoFile('package.json')) as { files: string[] };
    expect(files).toEqual(expect.arrayContaining(['docs', 'README.md', 'SECURITY.md', 'CHANGELOG.md']));
  });

  it.each([['README.md', 'docs/none.md'], ['README.md', '#none'], ['docs/law.md', 'README.md'], ['docs/law.md', 'jitsi.md#none'], ['README.md', 'http://example.org']])(
    'would not take %s linking to %s',
    (page, link) => expect(problemOf(page, link)).toBeDefined(),
  );
});

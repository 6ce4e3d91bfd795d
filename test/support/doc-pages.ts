/** Finds the tables of the documentation by their markers, on whichever page they stand, and its headings. */
import { listFiles, readRepoFile } from './repo-files.js';

/** Every page that a reader may open, as paths from the top of the repository. */
export const docPages: readonly string[] = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...listFiles('docs').filter((path) => path.endsWith('.md'))];

/** The text between `<!-- name -->` and `<!-- end -->`. Throws where no page has it, or two have. */
export function docSection(name: string, end = `/${name}`): string {
  const pages = docPages.filter((path) => readRepoFile(path).includes(`<!-- ${name} -->`));
  const [page, second] = pages;
  if (page === undefined || second !== undefined) throw new Error(`"${name}" has to stand on one page; it stands on ${pages.join(', ') || 'none'}`);
  const [text, rest] = readRepoFile(page).split(`<!-- ${name} -->`)[1]?.split(`<!-- ${end} -->`) ?? [];
  if (text === undefined || rest === undefined) throw new Error(`"${name}" has no end in ${page}`);
  return text;
}

/** The cells of a section's table whose first cell is code, without the marks of code. */
export function docRows(name: string): string[][] {
  const lines = docSection(name).split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')));
}

/** The headings of a page's text, without those in blocks of code. */
export function headingsOf(text: string): string[] {
  return [...text.replace(/^```.*?^```/gms, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
}

/** The anchor of a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
}

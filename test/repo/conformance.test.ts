import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docSection } from '../support/doc-pages.js';
import { readRepoFile, repoRoot } from '../support/repo-files.js';

/** One row of the table of conformance (docs/accessibility.md). */
interface Row {
  readonly criterion: string;
  readonly file: string;
  readonly title: string;
}

const lines = docSection('accessibility').split('\n').filter((line) => /^\| \d/.test(line));
const rows = lines.map((line): Row => {
  const [criterion = '', , proof = ''] = line.split('|').slice(1, -1).map((cell) => cell.trim());
  const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? [];
  return { criterion, file, title };
});

/** Level A and AA of WCAG 2.2, without what a gate has nothing of: sound, moving pictures, gestures, time limits, whole pages. */
const CRITERIA = '1.1.1 1.3.1 1.3.2 1.4.1 1.4.3 1.4.4 1.4.10 1.4.11 1.4.12 2.1.1 2.1.2 2.2.2 2.4.3 2.4.4 2.4.6 2.4.7 2.4.11 2.5.8 3.1.2 3.2.1 3.2.2 3.3.1 3.3.4 4.1.2 4.1.3';

/** Whether a file has a test whose title is, or begins with, these words. */
function hasTest(file: string, title: string): boolean {
  return readRepoFile(file).split('\n').some((line) => ["'", '`', '"'].some((quote) => line.includes(`(${quote}${title}`)));
}

describe('the table of conformance', () => {
  it('has a row for each criterion that concerns a gate, in their order, with its level', () => {
    expect(rows.map(({ criterion }) => criterion.split(' ')[0]).join(' ')).toBe(CRITERIA);
    expect(rows.filter(({ criterion }) => !/^[\d.]+ [A-Z].* \(AA?\)$/.test(criterion))).toEqual([]);
  });

  it.each(rows)('proves $criterion by a test that is there', ({ file, title }) => {
    expect(existsSync(join(repoRoot, file))).toBe(true);
    expect(title.length).toBeGreaterThan(15);
    expect(hasTest(file, title)).toBe(true);
  });

  it('would not take a test that is not there', () => {
    expect(hasTest('e2e/keyboard.spec.ts', 'no visitor ever comes')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { listFiles, readRepoFile } from '../support/repo-files.js';

const text = readRepoFile('SECURITY.md');
const table = text.split('<!-- threats -->')[1]?.split('<!-- /threats -->')[0] ?? '';
const rows = table.split('\n').filter((line) => line.startsWith('| **')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const testsOf = (cells: readonly string[]): string[] => [...(cells[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

describe('the threat model', () => {
  it('has every attack in a row of its own, with what stops it', () => {
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(rows.filter((cells) => cells.length !== 3 || cells.some((cell) => cell === ''))).toEqual([]);
  });

  it.each(rows.map((cells) => [cells[0] ?? '', testsOf(cells)] as const))('names tests that are there for %s', (_, tests) => {
    const files = [...listFiles('test'), ...listFiles('e2e')].filter((path) => /\.(?:spec|test)\.ts$/.test(path));
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('ships with the package', () => {
    expect((JSON.parse(readRepoFile('package.json')) as { files: string[] }).files).toContain('SECURITY.md');
  });

  it('gives no address to write to, because reports go to the repository alone', () => {
    expect(text).not.toMatch(/\S+@\S+|mailto:/);
  });
});

import { describe, expect, it } from 'vitest';
import { CONSOLE_CODES } from '../../src/lib/console-codes.js';
import { listFiles, readRepoFile } from '../support/repo-files.js';

const codes = Object.keys(CONSOLE_CODES);
const table = readRepoFile('docs/console.md').split('<!-- console -->')[1]?.split('<!-- /console -->')[0] ?? '';
const rows = table.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));

const LIST = 'src/lib/console-codes.ts';
const START = 'src/moments/start.ts';
const sources = listFiles('src').filter((path) => path.endsWith('.ts') && path !== LIST && !path.startsWith('src/cli/'));
const writers = (pattern: RegExp): string[] => sources.filter((path) => pattern.test(readRepoFile(path)));

describe('the codes of the console', () => {
  it('stand in docs/console.md, in the same order, and no other stands there', () => {
    expect(rows.map(([code = '']) => code.replaceAll('`', ''))).toEqual(codes);
  });

  it.each(rows)('say when %s comes and what to do', (...cells) => {
    expect(cells).toHaveLength(3);
    expect(cells.filter((cell) => cell.length > 5).length).toBeGreaterThanOrEqual(2);
  });

  it.each(Object.entries(CONSOLE_CODES))('have a meaning of one sentence: %s', (_, meaning) => {
    expect(meaning).toMatch(/^[A-Z][^.]*(?:meet\.jit\.si[^.]*)?\.$/);
  });

  it('are all written by somebody', () => {
    const all = sources.map(readRepoFile).join('\n');
    expect(codes.filter((code) => !all.includes(`'${code}'`) && !all.includes(`[jitsi-gate] ${code}: `))).toEqual([]);
  });

  it('are checked by the type of warnOnce, but for the start of a script tag, which writes two lines by hand', () => {
    expect(writers(/\[jitsi-gate\]/)).toEqual(['src/lib/warn-once.ts', START]);
    expect(writers(/\bconsole(?:\.\w|\?\.)/)).toEqual(['src/lib/warn-once.ts', START]);
    expect(writers(/as ConsoleCode\b/)).toEqual([]);
    const byHand = [...readRepoFile(START).matchAll(/\[jitsi-gate\] ([\w.-]+): /g)].map(([, code = '']) => code);
    expect(byHand.toSorted()).toEqual(['files', 'twice']);
    expect(codes).toEqual(expect.arrayContaining(byHand));
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, formatCounts, readResults } from '../support/read-results.js';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) });

const vitest = (total: number, passed: number, ...testResults: ReturnType<typeof file>[]) => ({
  numTotalTests: total,
  numPassedTests: passed,
  testResults,
});

const playwright = (stats: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>, errors: unknown[] = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('counting Vitest results', () => {
  it.each([
    ['passed tests', vitest(2, 2, file('passed', 'passed', 'passed')), { passed: 2, failed: 0 }],
    ['failed tests', vitest(2, 1, file('failed', 'passed', 'failed')), { passed: 1, failed: 1 }],
    ['skipped tests as failed', vitest(3, 1, file('passed', 'passed', 'skipped', 'todo')), { passed: 1, failed: 2 }],
    ['a file that does not load', vitest(1, 1, file('passed', 'passed'), file('failed')), { passed: 1, failed: 1 }],
  ])('counts %s', (_, report, counts) => expect(countVitest(report)).toEqual(counts));
});

describe('counting Playwright results', () => {
  it.each([
    ['passed tests', playwright({ expected: 3 }), { passed: 3, failed: 0 }],
    ['failed, flaky and skipped tests as failed', playwright({ expected: 1, unexpected: 1, flaky: 1, skipped: 1 }), { passed: 1, failed: 3 }],
    ['errors outside tests', playwright({ expected: 1 }, [{ message: 'x' }]), { passed: 1, failed: 1 }],
  ])('counts %s', (_, report, counts) => expect(countPlaywright(report)).toEqual(counts));
});

describe('reading a result file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jitsi-gate-results-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (text: string | undefined, exitCode: number) => {
    const path = join(folder, 'results.json');
    if (text !== undefined) writeFileSync(path, text);
    return readResults(path, exitCode, countVitest);
  };
  const fine = JSON.stringify(vitest(1, 1, file('passed', 'passed')));

  it('takes the counts of a good run as they are', () => expect(read(fine, 0)).toEqual({ passed: 1, failed: 0 }));

  it('adds a failure when the exit code fails and no test explains it', () => {
    expect(read(fine, 1)).toEqual({ passed: 1, failed: 1 });
  });

  it.each([
    ['no file', undefined],
    ['half a file', '{"numTotalTests": 1'],
    ['a file of another kind', '{}'],
    ['no tests', JSON.stringify(vitest(0, 0))],
  ])('counts %s as one failure, whatever the exit code says', (_, text) => {
    expect(read(text, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('writes the last line', () => expect(formatCounts({ passed: 12, failed: 3 })).toBe('12 passed, 3 failed'));
});

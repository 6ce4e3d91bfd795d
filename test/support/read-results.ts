import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** How many checks held and how many did not. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Reads one kind of report. */
export type ReadReport = (report: unknown) => Counts;

/**
 * Counts a report of Vitest. Whatever did not pass failed, also a skipped test and one that was never written; a file that
 * broke outside its tests counts as one more.
 */
export const countVitest: ReadReport = (report) => {
  const { numTotalTests, numPassedTests, testResults } = z.parse(vitestReport, report);
  const broken = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((result) => result.status === 'failed');
  });
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken.length };
};

/** Counts a report of Playwright. A skipped test failed, and so did one that passed only when tried again. */
export const countPlaywright: ReadReport = (report) => {
  const { stats, errors } = z.parse(playwrightReport, report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
};

const enginesReport = z.object({ engines: z.array(z.string()), passed: z.number(), failed: z.number() });

/** Counts a report of the browsers besides Chromium. Where there is none of them, nothing was found out: open, not passed. */
export function readEngines(path: string, exitCode: number): Counts {
  const isOpen = exitCode === 0 && countFile(path, (report) => ({ passed: z.parse(enginesReport, report).engines.length, failed: 0 }))?.passed === 0;
  return isOpen ? { passed: 0, failed: 0 } : readResults(path, exitCode, (report) => z.parse(enginesReport, report));
}

/**
 * The counts of a finished test run. A missing or unreadable report, a run without tests and a failing exit code that no
 * counted failure explains are one failure each: silence is not success.
 */
export function readResults(path: string, exitCode: number, read: ReadReport): Counts {
  const counts = countFile(path, read);
  if (counts === undefined) return { passed: 0, failed: 1 };
  const isUnexplained = exitCode !== 0 && counts.failed === 0;
  const isEmpty = counts.passed + counts.failed === 0;
  return isUnexplained || isEmpty ? { passed: counts.passed, failed: 1 } : counts;
}

function countFile(path: string, read: ReadReport): Counts | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Edge: a runner that was stopped leaves half a file, which says as little as no file.
    return undefined;
  }
}

/** The last line of every test run. */
export function formatCounts({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

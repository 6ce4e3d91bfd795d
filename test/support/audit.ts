import { spawnSync } from 'node:child_process';
import { repoRoot } from './repo-files.js';
import type { Counts } from './read-results.js';

/** What `npm audit` found out: `unasked` where the registry could not be reached or answers no such question. */
export type AuditResult = 'clean' | 'vulnerable' | 'unasked';

interface Report {
  readonly metadata?: { readonly vulnerabilities?: { readonly total?: unknown } };
}

/** Reads the JSON of `npm audit`. Only an answer that counts says something; everything else leaves the question open. */
export function readAudit(text: string): AuditResult {
  try {
    const { metadata } = Object(JSON.parse(text)) as Report;
    const total = metadata?.vulnerabilities?.total;
    if (typeof total !== 'number') return 'unasked';
    return total === 0 ? 'clean' : 'vulnerable';
  } catch {
    return 'unasked'; // Edge: npm died before it could write its report.
  }
}

/** Asks the registry about the packages that are needed at run time. Not asked is neither passed nor failed, and says so. */
export function auditPackages(): Counts {
  const { npm_execpath: npm } = process.env;
  const [program, first]: [string, string[]] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { stdout } = spawnSync(program, [...first, 'audit', '--omit=dev', '--audit-level=low', '--json'], { cwd: repoRoot, encoding: 'utf8', timeout: 60_000 });
  const result = readAudit(stdout ?? '');
  if (result === 'vulnerable') console.log(stdout);
  if (result === 'unasked') console.log('the registry gave no answer on known vulnerabilities, so this is open: `npm publish` asks again and does not go on without one');
  return { passed: result === 'clean' ? 1 : 0, failed: result === 'vulnerable' ? 1 : 0 };
}

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { auditPackages } from './audit.js';
import { checkPackage } from './check-package.js';
import { findListedPath } from './name-rules.js';
import { countPlaywright, countVitest, readEngines, readResults, type Counts } from './read-results.js';
import { listFiles, readRepoFile, repoRoot } from './repo-files.js';
import { runNpmScript, runTool, type CommandOptions } from './run-command.js';
import { getWebServers } from './web-server-programs.js';
import { formatSizeRow, measureSizes, misquoted } from './sizes.js';

/** One check of `npm test`. */
export interface Step {
  readonly name: string;
  /** Without these the step is not run and counts as one failure. */
  readonly needs: readonly ('browser' | 'dist')[];
  readonly run: (options: CommandOptions) => Promise<Counts> | Counts;
}

/** Milliseconds; about twice what a slow machine with two cores needs without a headless shell. */
const E2E_LIMIT = 45 * 60_000;

const resultsFolder = join(repoRoot, 'test-results');

/** All checks in the order in which they run: cheap ones first, those of the built files last. */
export const steps: readonly Step[] = [
  { name: 'lint', needs: [], run: async () => one(await runTool('oxlint', ['--deny-warnings', '--report-unused-disable-directives'])) },
  { name: 'types', needs: [], run: async () => one(await runTool('tsc', ['-p', 'tsconfig.json'])) },
  { name: 'audit', needs: [], run: auditPackages },
  { name: 'unit', needs: [], run: (options) => runVitest('unit', options) },
  { name: 'browser', needs: ['browser'], run: (options) => runVitest('browser', options) },
  { name: 'build', needs: [], run: build },
  { name: 'sizes', needs: ['dist'], run: showSizes },
  { name: 'names', needs: ['dist'], run: checkBuiltNames },
  { name: 'package', needs: ['dist'], run: checkPackage },
  { name: 'engines', needs: ['dist'], run: runEngines },
  { name: 'e2e', needs: ['browser', 'dist'], run: runPlaywright },
];

/** Tells whether there is a build to check. */
export function hasBuild(): boolean {
  return existsSync(join(repoRoot, 'dist/jitsi-gate.js'));
}

function one(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Path for a step's report; an old one is removed, so that a step that dies cannot pass with yesterday's results. */
function freshReport(name: string): string {
  const path = join(resultsFolder, `${name}.json`);
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(path, { force: true });
  return path;
}

async function runVitest(project: string, options: CommandOptions): Promise<Counts> {
  const report = freshReport(project);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return readResults(report, await runTool('vitest', args, options), countVitest);
}

async function runPlaywright(options: CommandOptions): Promise<Counts> {
  await getWebServers();
  const report = freshReport('e2e');
  // Playwright empties its output folder, so it gets one of its own beside the reports.
  const args = ['test', '--reporter=list,json', '--output', join(resultsFolder, 'e2e')];
  const env = { ...options.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return readResults(report, await runTool('playwright', args, { ...options, env, timeout: E2E_LIMIT }), countPlaywright);
}

/** Firefox and WebKit, where they are or can be installed. */
async function runEngines(options: CommandOptions): Promise<Counts> {
  const report = freshReport('engines');
  return readEngines(report, await runTool('tsx', ['e2e/engines/run.ts', report], options));
}

async function build(): Promise<Counts> {
  // What an earlier build left behind must not stand in for what this one forgot.
  rmSync(join(repoRoot, 'dist'), { recursive: true, force: true });
  const exitCode = await runNpmScript('build');
  if (exitCode === 0 && !hasBuild()) console.log('the build made no dist/jitsi-gate.js');
  return one(hasBuild() ? exitCode : 1);
}

function showSizes(): Counts {
  const rows = measureSizes();
  for (const row of rows) console.log(formatSizeRow(row));
  const promised = rows.filter(({ budget }) => budget !== undefined);
  const passed = promised.filter(({ ok }) => ok).length;
  const wrong = misquoted(rows, readRepoFile('README.md'));
  for (const line of wrong) console.log(line);
  return { passed: passed + (wrong.length === 0 ? 1 : 0), failed: promised.length - passed + (wrong.length === 0 ? 0 : 1) };
}

/** Chunks get their names from the bundler, so the built names are looked at, not only those of the sources. */
function checkBuiltNames(): Counts {
  // Declarations are read by editors and never fetched by a browser.
  const files = listFiles('dist').filter((path) => !path.endsWith('.d.ts'));
  const listed = files.filter((path) => findListedPath(path) !== undefined);
  for (const path of listed) console.log(`${path} has a name that ad blockers match`);
  console.log(`${files.length} file names looked at`);
  return one(files.length > 0 ? listed.length : 1);
}

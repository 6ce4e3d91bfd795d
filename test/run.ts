/**
 * `npm test`: every check of the repository, one after the other. A failing check does not stop the others; the exit code
 * and the last line tell the sum of the real results. `npm test -- unit types` runs only the named checks.
 */
import { findChromium, type FoundChromium } from './support/find-chromium.js';
import { formatCounts, type Counts } from './support/read-results.js';
import { hasBuild, steps, type Step } from './support/steps.js';

interface Outcome extends Counts {
  readonly name: string;
  readonly seconds: number;
}

const chosen = chooseSteps(process.argv.slice(2));
const browser = chosen.some(({ needs }) => needs.includes('browser')) ? await findBrowser() : undefined;
const outcomes: Outcome[] = [];
for (const step of chosen) outcomes.push(await runStep(step));
report(outcomes);

function chooseSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`no check named ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}`);
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}

async function findBrowser(): Promise<FoundChromium> {
  heading('a browser for the tests');
  return findChromium();
}

async function runStep(step: Step): Promise<Outcome> {
  heading(step.name);
  const start = performance.now();
  const counts = await countStep(step);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${step.name}: ${formatCounts(counts)} in ${seconds.toFixed(1)} s`);
  return { name: step.name, ...counts, seconds };
}

async function countStep({ needs, run }: Step): Promise<Counts> {
  const missing = needs.filter((need) => (need === 'browser' ? browser?.path === undefined : !isBuilt()));
  if (missing.length > 0) {
    console.log(`not run, because there is no ${missing.join(' and no ')}`);
    return { passed: 0, failed: 1 };
  }
  try {
    return await run({ env: browserEnv() });
  } catch (error) {
    // Edge: a check that breaks is a failure to report, not a reason to skip the others.
    console.log(error);
    return { passed: 0, failed: 1 };
  }
}

function browserEnv(): Record<string, string> {
  const { path, shell } = browser ?? {};
  return { ...(path && { PLAYWRIGHT_CHROMIUM: path }), ...(shell && { PLAYWRIGHT_HEADLESS_SHELL: shell }) };
}

function isBuilt(): boolean {
  const build = outcomes.find(({ name }) => name === 'build');
  return build ? build.failed === 0 : hasBuild();
}

function heading(text: string): void {
  console.log(`\n=== ${text} ===`);
}

function report(results: readonly Outcome[]): void {
  heading('summary');
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed > 0 ? 'FAILED' : passed > 0 ? 'ok    ' : 'open  ';
    console.log(`${verdict} ${name.padEnd(8)} ${formatCounts({ passed, failed }).padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed') };
  process.exitCode = total.failed === 0 ? 0 : 1;
  console.log(`\n${formatCounts(total)}`);
}

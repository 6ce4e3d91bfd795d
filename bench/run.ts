/**
 * `npm run bench`: compares gates before meetings with each other, in a real browser, and prints a table. It is no test: its
 * figures depend on the machine. `--json`, `--quick`, `--rounds 7`, `--only klaro,orejime`; `--profile jitsi-gate --size 100`
 * says instead where one page's time goes.
 */
import { type Bench, startBrowser } from './browser.js';
import { chosenGates, compare } from './compare.js';
import { contenderOf, plainEmbed } from './contenders/index.js';
import { type Options, readOptions } from './options.js';
import { profile } from './profile.js';
import { markdownReport, originOf } from './report.js';
import { startBenchServer } from './server.js';
import { summarize } from './summary.js';

// Stdout is for the result alone, so that it can be piped; what is said on the way goes to stderr.
console.log = console.error;

const start = performance.now();
const options = readOptions(process.argv.slice(2));
const server = await startBenchServer();
const browser = await startBrowser();
try {
  process.stdout.write(await report({ browser, origin: server.origin }, options));
} finally {
  await browser.close();
  await server.close();
}

async function report(bench: Bench, options: Options): Promise<string> {
  if (options.profile !== undefined) return profile(bench, { contender: contenderOf(options.profile), size: options.size, network: 'local' });
  const results = await compare(bench, options);
  const rows = summarize(results);
  const columns = [...chosenGates(options.only), plainEmbed];
  const origin = originOf(bench.browser.version(), start);
  if (!options.json) return markdownReport(results, { rows, columns, origin });
  const names = Object.fromEntries(columns.map(({ key, name }) => [key, name]));
  return `${JSON.stringify({ ...origin, names, rows, results }, undefined, 2)}\n`;
}

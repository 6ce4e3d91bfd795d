import { availableParallelism, cpus } from 'node:os';
import type { Results } from './compare.js';
import type { Contender } from './contenders/contender.js';
import { markdownTable } from './markdown.js';
import { grouped, medianOfAll, ratio } from './stats.js';
import type { Row, Unit } from './summary.js';

/** Where and when the figures come from. */
export interface Origin {
  readonly date: string;
  readonly browser: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly seconds: number;
}

/** Describes this run of the bench. */
export function originOf(browser: string, start: number): Origin {
  const processor = cpus()[0]?.model.trim() ?? 'unknown';
  const seconds = Math.round((performance.now() - start) / 1000);
  return { date: new Date().toISOString().slice(0, 10), browser: `Chromium ${browser}`, node: process.version, processor, cores: availableParallelism(), seconds };
}

const WRITE: Readonly<Record<Unit, (value: number) => string>> = {
  bytes: grouped,
  ms: (value) => (Math.abs(value) < 10 ? value.toFixed(1) : grouped(value)),
  count: grouped,
  MB: (value) => `${(value / 1e6).toFixed(2)} MB`,
  score: (value) => (value < 0.0005 ? '0' : value.toFixed(3)),
};

const BESIDES = {
  requests: (count: number) => `${count} ${count === 1 ? 'request' : 'requests'}`,
  longest: (duration: number) => `longest ${grouped(duration)} ms`,
};

function cell({ unit, figures, aside }: Row, key: string, base: string): string {
  const value = figures[key];
  if (value === undefined) return '–';
  const besides = aside?.figures[key];
  const asideText = aside && besides !== undefined && besides > 0 ? BESIDES[aside.kind](besides) : '';
  const times = key === base ? '' : ratio(value, figures[base]);
  const brackets = [asideText, times].filter(Boolean).join(', ');
  return brackets === '' ? WRITE[unit](value) : `${WRITE[unit](value)} (${brackets})`;
}

/** What each load of the empty page took, for those who want absolute figures. */
function emptyLine({ loads }: Results): string {
  const parts = loads
    .filter(({ key }) => key === 'empty')
    .map(({ size, network, runs }) => `${size} ${network}: ${grouped(medianOfAll(runs.map(({ loaded }) => loaded)) ?? 0)}`);
  return `The empty page, until it has loaded, in ms: ${parts.join(', ')}.`;
}

/** How the figures were got, in the words that stand under the table. */
function notes(results: Results, rounds: readonly string[]): string[] {
  const lazy = results.loads
    .filter(({ runs, size }) => runs.some(({ all, found }) => all === undefined && found > 0 && found < size))
    .map(({ key, size, network, runs }) => `${key} draws ${Math.min(...runs.map(({ found }) => found))} of ${size} (${network}) before it is scrolled`);
  return [
    `Medians, contenders in turn in one browser (${rounds.join('; ')}), each in a context of its own; in brackets, times the first column.`,
    'Bytes are compressed bodies (gzip -9) without the page itself, in which the configuration stands.',
    'Milliseconds of gates are from the start of the navigation until they are painted, over the load of the same page without a script in the same round; script, style, layout and heap are over that page, too, and count only while the thread really ran. Script that runs in microtasks is in “main thread” alone.',
    'The press is made 600 ms after the pointer came to rest; 16 ms of INP mean 16 or less. Slow, the operator answers after 60 ms. Peers load a frame, jitsi-gate and the plain embed the server’s `external_api.js` first.',
    emptyLine(results),
    ...lazy.map((text) => `Dash: ${text}.`),
    ...results.failures.map((text) => `Dash: ${text}.`),
  ];
}

/** The whole report as Markdown. */
export function markdownReport(results: Results, { rows, columns, origin }: { rows: readonly Row[]; columns: readonly Contender[]; origin: Origin }): string {
  const [base = columns[0]] = columns;
  const table = markdownTable(
    ['', ...columns.map(({ name }) => name)],
    rows.map((row) => [unitTitle(row), ...columns.map(({ key }) => cell(row, key, base?.key ?? ''))]),
  );
  const { date, browser, node, processor, cores, seconds } = origin;
  const caption = `${date}, ${browser}, Node ${node}, ${cores} cores (${processor}), ${seconds} s.`;
  return `${table}\n\n${caption}\n\n${notes(results, roundsOf(results)).map((note) => `- ${note}`).join('\n')}\n`;
}

function unitTitle({ title, unit }: Row): string {
  return unit === 'ms' ? `${title} (ms)` : title;
}

function roundsOf({ loads, presses }: Results): string[] {
  const loadRounds = loads.filter(({ key }) => key === 'empty').map(({ size, network, runs }) => `${size} ${network}: ${runs.length}`);
  const pressRounds = (['local', 'slow'] as const).map((network) => `${presses.find((press) => press.network === network)?.runs.length ?? 0} ${network}`);
  return [`runs for each size: ${loadRounds.join(', ')}`, `presses: ${pressRounds.join(', ')}`];
}

import type { Network } from './browser.js';
import type { Bytes, Fetched } from './bytes-run.js';
import type { LoadRuns, Results } from './compare.js';
import type { Load } from './load-run.js';
import type { Press } from './press-run.js';
import { medianOfAll } from './stats.js';

/** How a row's figures are written. */
export type Unit = 'bytes' | 'ms' | 'count' | 'MB' | 'score';

/** One line of the table: a figure of each contender, by its key. What one cannot do is not there. */
export interface Row {
  readonly title: string;
  readonly unit: Unit;
  readonly figures: Readonly<Record<string, number>>;
  /** A second number in brackets: requests beside bytes, the milliseconds of the longest task beside their count. */
  readonly aside?: { readonly kind: 'requests' | 'longest'; readonly figures: Readonly<Record<string, number>> };
}

/** What titles say of the network. */
const ON: Readonly<Record<Network, string>> = { local: '', slow: ', 60 ms and 9 Mbit/s' };

type Reading = (run: Load, empty: Load) => number | undefined;

function figuresOf(entries: readonly (readonly [string, number | undefined])[]): Record<string, number> {
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => entry[1] !== undefined));
}

function loadsOf({ loads }: Results, size: number, network: Network): { empty: readonly Load[]; others: LoadRuns[] } {
  const all = loads.filter((load) => load.size === size && load.network === network);
  const empty = all.find(({ key }) => key === 'empty')?.runs ?? [];
  return { empty, others: all.filter(({ key }) => key !== 'empty') };
}

/** The median over rounds of what a run cost more than the empty page did in the same round. */
function overEmpty(results: Results, { size, network = 'local' }: { size: number; network?: Network }, read: Reading): Record<string, number> {
  const { empty, others } = loadsOf(results, size, network);
  return figuresOf(
    others.map(({ key, runs }) => [key, medianOfAll(runs.map((run, round) => (empty[round] ? read(run, empty[round]) : undefined)))]),
  );
}

/** Which moment is told for which sizes: for one embed all three are the same. */
const MOMENTS = [
  { words: 'first gate', field: 'first', isTold: (size: number) => size > 0 },
  { words: 'gates in the window', field: 'visible', isTold: (size: number) => size >= 100 },
  { words: 'all gates', field: 'all', isTold: (size: number) => size > 1 },
] as const;

function momentRows(results: Results): Row[] {
  return MOMENTS.flatMap(({ words, field, isTold }) => (Object.keys(ON) as Network[]).flatMap((network) => {
    const read: Reading = (run, empty) => (run[field] === undefined ? undefined : run[field] - empty.loaded);
    return sizesOf(results, network).filter(isTold).map((size): Row => {
      return { title: `${words}, ${size} on the page${ON[network]}`, unit: 'ms', figures: overEmpty(results, { size, network }, read) };
    });
  }));
}

const WORK = [
  { words: 'script as the browser counts it', field: 'script', isTold: (size: number) => size >= 100 },
  { words: 'main thread without style and layout', field: 'rest', isTold: (size: number) => size !== 10 },
  { words: 'style', field: 'style', isTold: (size: number) => size >= 100 },
  { words: 'layout', field: 'layout', isTold: (size: number) => size >= 100 },
] as const;

function workRows(results: Results): Row[] {
  return WORK.flatMap(({ words, field, isTold }) => sizesOf(results, 'local').filter(isTold).map((size): Row => {
    return { title: `${words}, ${size} on the page`, unit: 'ms', figures: overEmpty(results, { size }, (run, empty) => run[field] - empty[field]) };
  }));
}

function weightRows(results: Results): Row[] {
  return sizesOf(results, 'local').filter((size) => size === 1 || size >= 100).flatMap((size) => {
    const of = (read: (run: Load) => number | undefined): Record<string, number> => overEmpty(results, { size }, read);
    return [
      { title: `long tasks, ${size} on the page`, unit: 'count' as const, figures: of((run) => run.longTasks), aside: { kind: 'longest', figures: of((run) => run.longest) } },
      { title: `heap, ${size} on the page`, unit: 'MB' as const, figures: overEmpty(results, { size }, (run, empty) => run.heap - empty.heap) },
      { title: `nodes, ${size} on the page`, unit: 'count' as const, figures: of((run) => run.nodes) },
      { title: `CLS, ${size} on the page`, unit: 'score' as const, figures: of((run) => run.shifts) },
    ];
  });
}

function byteRows({ bytes }: Results): Row[] {
  const row = (title: string, size: number, read: (fetched: Bytes) => Fetched | undefined): Row => {
    const counted = bytes.filter((entry) => entry.size === size).map(({ key, fetched }) => [key, read(fetched)] as const);
    const of = (part: keyof Fetched): Record<string, number> => figuresOf(counted.map(([key, fetched]) => [key, fetched?.[part]]));
    return { title, unit: 'bytes', figures: of('bytes'), aside: { kind: 'requests', figures: of('requests') } };
  };
  return [
    row('bytes on a page without an embed', 0, ({ beforeChoice }) => beforeChoice),
    row('bytes until the first gate is on screen', 1, ({ untilFirst }) => untilFirst),
    row('bytes before a choice', 1, ({ beforeChoice }) => beforeChoice),
    row('bytes once the pointer has rested on the gate', 1, ({ afterRest }) => afterRest),
  ];
}

function pressRows({ presses }: Results): Row[] {
  const row = (title: string, network: Network, read: (press: Press) => number | undefined): Row => {
    const pressed = presses.filter((press) => press.network === network);
    return { title: `${title}${ON[network]}`, unit: 'ms', figures: figuresOf(pressed.map(({ key, runs }) => [key, medianOfAll(runs.map(read))])) };
  };
  const rows = (Object.keys(ON) as Network[]).flatMap((network) => [
    row('press → first request to the operator', network, ({ request }) => request),
    row('press → the meeting’s frame navigates', network, ({ frame }) => frame),
  ]);
  return [...rows, row('INP of that press', 'local', ({ interaction }) => interaction)];
}

/** Sums up the runs: one row for each measure and size, medians only. Rows about which nobody has a figure are left out. */
export function summarize(results: Results): Row[] {
  const rows = [...byteRows(results), ...momentRows(results), ...workRows(results), ...weightRows(results), ...pressRows(results)];
  return rows.filter(({ figures }) => Object.keys(figures).length > 0);
}

function sizesOf({ loads }: Results, network: Network): number[] {
  return [...new Set(loads.filter((load) => load.network === network).map(({ size }) => size))].sort((a, b) => a - b);
}

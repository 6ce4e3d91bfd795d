import type { Bench, Network } from './browser.js';
import { type Bytes, measureBytes } from './bytes-run.js';
import { type Contender } from './contenders/contender.js';
import { emptyPage, gates, plainEmbed } from './contenders/index.js';
import { type Load, measureLoad } from './load-run.js';
import type { Options, Plan } from './options.js';
import { type Press, measurePress } from './press-run.js';
import { rotated } from './stats.js';

/** All runs of one contender on pages of one size over one network, in the order of the rounds. */
export interface LoadRuns {
  readonly key: string;
  readonly size: number;
  readonly network: Network;
  readonly runs: readonly Load[];
}

/** Everything that was measured, before anything is summed up. */
export interface Results {
  readonly bytes: readonly { readonly key: string; readonly size: number; readonly fetched: Bytes }[];
  readonly loads: readonly LoadRuns[];
  readonly presses: readonly { readonly key: string; readonly network: Network; readonly runs: readonly Press[] }[];
  /** What a contender could not do, in words. */
  readonly failures: readonly string[];
}

/** Runs a measurement of each contender in turn, as often as asked; who goes first changes. One that fails is not asked again. */
async function inTurn<T>(
  contenders: readonly Contender[],
  { rounds, failures, what }: { rounds: number; failures: string[]; what: string },
  measure: (contender: Contender) => Promise<T>,
): Promise<Map<string, T[]>> {
  const runs = new Map<string, T[]>(contenders.map(({ key }) => [key, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of rotated(contenders, round).filter(({ key }) => runs.has(key))) {
      try {
        const run = await measure(contender);
        runs.get(contender.key)?.push(run);
      } catch (error) {
        // Edge: one that cannot do a size gets a dash and its reason, and the others go on.
        runs.delete(contender.key);
        failures.push(`${contender.key}, ${what}: ${String(error).split('\n')[0]}`);
      }
    }
  }
  return runs;
}

async function compareLoads(bench: Bench, { plan, network, all }: { plan: Plan; network: Network; all: readonly Contender[] }, failures: string[]): Promise<LoadRuns[]> {
  const loads: LoadRuns[] = [];
  for (const { size, rounds } of plan) {
    const start = performance.now();
    const what = `${size} embeds, ${network}`;
    const runs = await inTurn(all, { rounds, failures, what }, (contender) => measureLoad(bench, { contender, size, network }));
    for (const [key, list] of runs) loads.push({ key, size, network, runs: list });
    progress(what, start);
  }
  return loads;
}

/** Bytes are counted, not timed, so contenders need not wait for each other. */
async function compareBytes(bench: Bench, sizes: readonly number[], all: readonly Contender[]): Promise<Results['bytes']> {
  const start = performance.now();
  const counted = [];
  for (const size of sizes) {
    const each = all.map(async (contender) => ({
      key: contender.key,
      size,
      fetched: await measureBytes(bench, { contender, size, network: 'slow' }),
    }));
    counted.push(...(await Promise.all(each)));
  }
  progress('bytes', start);
  return counted;
}

async function comparePresses(bench: Bench, { network, rounds, all }: { network: Network; rounds: number; all: readonly Contender[] }, failures: string[]): Promise<Results['presses']> {
  const start = performance.now();
  const what = `a press, ${network}`;
  const runs = await inTurn(all, { rounds, failures, what }, (contender) => measurePress(bench, { contender, size: 1, network }));
  progress(what, start);
  return [...runs].map(([key, list]) => ({ key, network, runs: list }));
}

/** Those who take part. The peer that ratios are relative to and the empty page always do. */
export function chosenGates(only: readonly string[]): Contender[] {
  const unknown = only.filter((key) => !gates.some((gate) => gate.key === key));
  if (unknown.length > 0) throw new Error(`no gate named ${unknown.join(', ')}; there are ${gates.map(({ key }) => key).join(', ')}`);
  return gates.filter(({ key }, index) => index === 0 || only.length === 0 || only.includes(key));
}

/** Measures all contenders as the options say, in one browser. Says on the way what it has done. */
export async function compare(bench: Bench, { local, slow, byteSizes, pressRounds, only }: Options): Promise<Results> {
  const chosen = chosenGates(only);
  const all = [emptyPage, ...chosen];
  const failures: string[] = [];
  // A new browser is slow at first; nobody is to pay for that.
  await inTurn(all, { rounds: 1, failures: [], what: '' }, (contender) => measureLoad(bench, { contender, size: 1, network: 'local' }));
  const bytes = await compareBytes(bench, byteSizes, chosen);
  const loads = await compareLoads(bench, { plan: local, network: 'local', all }, failures);
  loads.push(...(await compareLoads(bench, { plan: slow, network: 'slow', all }, failures)));
  const pressed = [...chosen, plainEmbed];
  const presses = [...(await comparePresses(bench, { network: 'local', rounds: pressRounds.local, all: pressed }, failures))];
  presses.push(...(await comparePresses(bench, { network: 'slow', rounds: pressRounds.slow, all: pressed }, failures)));
  return { bytes, loads, presses, failures };
}

function progress(what: string, start: number): void {
  console.error(`bench: ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

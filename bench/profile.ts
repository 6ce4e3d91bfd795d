import { addressOf, type Bench, type OpenPage, pause, preparePage, type Visit } from './browser.js';
import { type Cost, addCosts } from './cpu-profile.js';
import type { Sightings } from './detector.js';
import { sourceNames } from './source-names.js';
import { type Spent, type Task, type TraceEvent, tasksOf } from './trace.js';

/** Profiles are added up over some visits, because one has too few samples. */
const VISITS = 5;
const SETTLED = 1500;
const LONGEST = 15;
const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8', 'blink.user_timing', 'disabled-by-default-devtools.timeline', 'disabled-by-default-v8.compile'];

interface FileTime {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Traced {
  readonly tasks: readonly Task[];
  readonly seen: Sightings;
  readonly files: readonly FileTime[];
}

/** A page of the same site comes first, so that the visit itself does not change the process, which would end a recording. */
async function prepared(bench: Bench, visit: Visit): Promise<OpenPage> {
  const open = await preparePage(bench, visit);
  await open.page.goto(`${bench.origin}/empty/0.html`);
  return open;
}

async function trace(bench: Bench, visit: Visit): Promise<Traced> {
  const { page, context } = await prepared(bench, visit);
  try {
    await bench.browser.startTracing(page, { categories: CATEGORIES });
    await page.goto(addressOf(bench, visit));
    await pause(SETTLED);
    const buffer = await bench.browser.stopTracing();
    const { traceEvents } = JSON.parse(buffer.toString()) as { traceEvents: TraceEvent[] };
    const seen = await page.evaluate(() => window.bench);
    const files = await page.evaluate(() => {
      return performance.getEntriesByType('resource').map(({ name, startTime, duration }) => ({ name, start: startTime, end: startTime + duration }));
    });
    return { tasks: tasksOf(traceEvents, `/${visit.contender.key}/`), seen, files };
  } finally {
    await context.close();
  }
}

async function costs(bench: Bench, visit: Visit): Promise<Map<string, Cost>> {
  const naming = await sourceNames(Object.keys(visit.contender.mounts).includes('/assets/'));
  const sums = new Map<string, Cost>();
  for (let round = 0; round < VISITS; round += 1) {
    const { page, cdp, context } = await prepared(bench, visit);
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
    await cdp.send('Profiler.start');
    await page.goto(addressOf(bench, visit));
    await pause(SETTLED);
    addCosts(sums, (await cdp.send('Profiler.stop')).profile, naming);
    await context.close();
  }
  return sums;
}

function written(spent: Spent): string {
  const parts = Object.entries(spent).filter(([, milliseconds]) => milliseconds >= 0.1).sort(([, a], [, b]) => b - a);
  return parts.map(([work, milliseconds]) => `${work} ${milliseconds.toFixed(1)}`).join(', ');
}

function sumOf(tasks: readonly Task[]): Spent {
  const sum: Record<string, number> = {};
  for (const { spent } of tasks) for (const [work, milliseconds] of Object.entries(spent)) sum[work] = (sum[work] ?? 0) + milliseconds;
  return sum;
}

function longest(tasks: readonly Task[]): Task[] {
  const chosen = tasks.toSorted((a, b) => b.duration - a.duration).slice(0, LONGEST);
  return chosen.sort((a, b) => a.start - b.start);
}

function traceLines({ tasks, seen, files }: Traced): string[] {
  const at = (moment: number | undefined): string => (moment === undefined ? 'never' : `${moment.toFixed(0)} ms`);
  const until = (moment: number | undefined): Task[] => tasks.filter(({ start }) => moment !== undefined && start < moment);
  const busy = (chosen: readonly Task[]): string => `${chosen.reduce((sum, { duration }) => sum + duration, 0).toFixed(0)} ms`;
  return [
    `first gate ${at(seen.first)}, gates in the window ${at(seen.visible)}, all ${at(seen.all)}`,
    `main thread until the first gate: ${busy(until(seen.first))}: ${written(sumOf(until(seen.first)))}`,
    `main thread in all: ${busy(tasks)}: ${written(sumOf(tasks))}`,
    '', 'files (ms since the navigation, asked for → arrived)',
    ...files.map(({ name, start, end }) => `  ${start.toFixed(0).padStart(5)} → ${end.toFixed(0).padStart(5)}  ${new URL(name).pathname}`),
    '', `the ${LONGEST} longest tasks (start + what the thread really ran)`,
    ...longest(tasks).flatMap(({ start, duration, spent, inside }) => [
      `  ${start.toFixed(0).padStart(5)} + ${duration.toFixed(1)}: ${written(spent)}`,
      ...inside.map((words) => `            ${words}`),
    ]),
  ];
}

function costLines(sums: ReadonlyMap<string, Cost>): string[] {
  const top = (by: keyof Cost): string[] => {
    const sorted = [...sums].filter(([name]) => !/^\((?:root|idle|program)\)/.test(name)).sort(([, a], [, b]) => b[by] - a[by]);
    return sorted.slice(0, 25).map(([name, cost]) => `  ${(cost[by] / VISITS).toFixed(1).padStart(7)} ms  ${name}`);
  };
  return ['', 'functions by their own time', ...top('self'), '', 'functions with what they call', ...top('total')];
}

/** Says in text where the time of one page goes: what was fetched when, what each task did, which functions cost most. */
export async function profile(bench: Bench, visit: Visit): Promise<string> {
  const traced: Traced[] = [];
  for (let round = 0; round < 3; round += 1) traced.push(await trace(bench, visit));
  const [, middle] = traced.toSorted((a, b) => (a.seen.first ?? 0) - (b.seen.first ?? 0));
  const head = `${visit.contender.name}, ${visit.size} on the page; the middle one of three traces, and ${VISITS} CPU profiles, in ms a visit`;
  return `${[head, ...(middle ? traceLines(middle) : []), ...costLines(await costs(bench, visit))].join('\n')}\n`;
}

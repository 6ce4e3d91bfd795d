import type { CDPSession, Page } from 'playwright';
import { addressOf, type Bench, preparePage, type Visit } from './browser.js';
import type { Sightings } from './detector.js';

/** What one visit to one page cost. Milliseconds, from the start of the navigation where it is a moment. */
export interface Load {
  readonly loaded: number;
  readonly first: number | undefined;
  readonly visible: number | undefined;
  readonly all: number | undefined;
  /** Gates that were there in the end. */
  readonly found: number;
  // Script, rest, style and layout are time that the thread really ran, so that others on the same processor do not count.
  /** Script as the browser counts it: without compiling, and without what runs in microtasks. */
  readonly script: number;
  /** All tasks of the main thread without style and layout. */
  readonly rest: number;
  readonly style: number;
  readonly layout: number;
  readonly longTasks: number;
  readonly longest: number;
  readonly shifts: number;
  /** Bytes that script holds after a garbage collection. */
  readonly heap: number;
  /** Elements, texts and comments inside the boxes, shadow roots included. */
  readonly nodes: number;
}

/** Milliseconds without a new gate after which no more are expected: a gate may be drawn only when it is scrolled to. */
const QUIET = 700;
/** Milliseconds to look on after the last gate, for tasks and shifts that follow it. */
const AFTERWARDS = 250;
const LATEST = 12_000;

async function metricsOf(cdp: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

function workOf(spent: ReadonlyMap<string, number>): Pick<Load, 'script' | 'rest' | 'style' | 'layout'> {
  const of = (name: string): number => (spent.get(name) ?? 0) * 1000;
  const [style, layout] = [of('RecalcStyleDuration'), of('LayoutDuration')];
  // What the bench itself asks of the page is not the page's.
  const rest = of('TaskDuration') - style - layout - of('DevToolsCommandDuration');
  return { style, layout, rest, script: of('ScriptDuration') };
}

/** Waits, in the page, until all gates are there or none comes any more; without gates, until it has loaded. */
async function untilSettled(page: Page, hasGates: boolean): Promise<void> {
  const limits = { hasGates, quiet: QUIET, afterwards: AFTERWARDS };
  await page.waitForFunction(({ hasGates, quiet, afterwards }) => {
    const { all, last, found } = window.bench;
    const { loadEventEnd } = performance.timing;
    if (loadEventEnd === 0) return false;
    const loaded = loadEventEnd - performance.timeOrigin;
    const size = document.querySelectorAll('.box').length;
    const isWaiting = hasGates && size > 0 && all === undefined;
    // However late the first one is, it is waited for.
    if (isWaiting && found === 0) return false;
    const since = performance.now() - Math.max(last, loaded);
    return since > (isWaiting ? quiet + afterwards : afterwards);
  }, limits, { timeout: LATEST, polling: 50 });
}

function countNodes(): number {
  const count = (root: Node): number => {
    let sum = 0;
    for (const node of root.childNodes) sum += 1 + count(node);
    return sum + (root instanceof Element && root.shadowRoot ? count(root.shadowRoot) : 0);
  };
  return [...document.querySelectorAll('.box')].reduce((sum, box) => sum + count(box), 0);
}

async function readPage(page: Page): Promise<{ seen: Sightings; loaded: number; nodes: number }> {
  const seen = await page.evaluate(() => window.bench);
  const loaded = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return navigation instanceof PerformanceNavigationTiming ? navigation.loadEventEnd : 0;
  });
  return { seen, loaded, nodes: await page.evaluate(countNodes) };
}

/** Opens a page in a context of its own, waits until its gates are there, and says what it cost. */
export async function measureLoad(bench: Bench, visit: Visit): Promise<Load> {
  const { page, cdp, context } = await preparePage(bench, visit);
  try {
    await page.goto(addressOf(bench, visit), { timeout: LATEST });
    await untilSettled(page, visit.contender.accept !== '');
    const spent = await metricsOf(cdp);
    const { seen, loaded, nodes } = await readPage(page);
    await cdp.send('HeapProfiler.collectGarbage');
    const heap = (await metricsOf(cdp)).get('JSHeapUsedSize') ?? 0;
    return {
      loaded, nodes, heap, first: seen.first, visible: seen.visible, all: seen.all, found: seen.found, shifts: seen.shifts,
      ...workOf(spent),
      longTasks: seen.longTasks.length, longest: Math.max(0, ...seen.longTasks),
    };
  } finally {
    await context.close();
  }
}

import type { Page } from 'playwright';
import { addressOf, type Bench, pause, preparePage, type Visit } from './browser.js';
import { pointAt } from './press-run.js';

/** Files that a page fetched beside itself: how many, and the bytes of their compressed bodies. */
export interface Fetched {
  readonly requests: number;
  readonly bytes: number;
}

/** What was fetched when; each figure counts from the start. */
export interface Bytes {
  /** What had arrived when the first gate was on screen; undefined where there is no gate. */
  readonly untilFirst: Fetched | undefined;
  /** Until nothing was asked for any more, without a hand on the page. */
  readonly beforeChoice: Fetched;
  /** The same after the pointer has rested on the first gate. */
  readonly afterRest: Fetched | undefined;
}

/** Milliseconds without a new file after which nothing more is expected. */
const IDLE = 2000;

async function fetchedBy(page: Page, until: number): Promise<Fetched> {
  return page.evaluate((until) => {
    const files = performance.getEntriesByType('resource').filter((entry) => entry instanceof PerformanceResourceTiming);
    const arrived = files.filter(({ responseEnd }) => responseEnd <= until);
    return { requests: arrived.length, bytes: arrived.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
  }, until);
}

async function untilIdle(page: Page): Promise<void> {
  let [known, since] = [-1, performance.now()];
  while (performance.now() - since < IDLE) {
    const now = await page.evaluate(() => performance.getEntriesByType('resource').length);
    if (now !== known) [known, since] = [now, performance.now()];
    await pause(100);
  }
}

/** Opens a page on the slow network, where "before" and "after" a gate can be told apart, and counts what it fetches. */
export async function measureBytes(bench: Bench, visit: Visit): Promise<Bytes> {
  const { page, context } = await preparePage(bench, visit);
  const ever = Number.MAX_SAFE_INTEGER;
  try {
    await page.goto(addressOf(bench, visit));
    await untilIdle(page);
    const beforeChoice = await fetchedBy(page, ever);
    const first = visit.size === 0 ? undefined : await page.evaluate(() => window.bench.first);
    if (first === undefined) return { untilFirst: undefined, beforeChoice, afterRest: undefined };
    const untilFirst = await fetchedBy(page, first);
    await pointAt(page, visit.contender);
    await untilIdle(page);
    return { untilFirst, beforeChoice, afterRest: await fetchedBy(page, ever) };
  } finally {
    await context.close();
  }
}

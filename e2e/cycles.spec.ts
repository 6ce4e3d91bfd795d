import type { CDPSession, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { OPERATOR, tracesOf } from './support/gate.js';
import { MODES } from './support/lifecycle-table.js';
import { makePage } from './support/made-site.js';
import type { PublishedGate } from './support/stored.js';

const WARM_UP = 20;
const CYCLES = 200;

/** What a page holds after garbage was collected. */
interface Held {
  readonly documents: number;
  readonly nodes: number;
  readonly jsEventListeners: number;
  /** In bytes. */
  readonly heap: number;
}

async function measure(page: Page, session: CDPSession): Promise<Held> {
  // The browser's own list of what was fetched grows with every frame.
  await page.evaluate(() => performance.clearResourceTimings());
  // Twice, because what the first finds dead may hold more.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { documents, nodes, jsEventListeners, heap: usedSize };
}

/** Mounts a gate whose meeting starts by itself, waits for the meeting, withdraws, and takes the gate away, again and again. */
async function runCycles(page: Page, count: number): Promise<void> {
  await page.evaluate(async (times) => {
    const gate = await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready;
    for (let cycle = 0; cycle < times; cycle += 1) {
      gate.grant('practice', { source: 'api', name: 'test 1' });
      const host = document.createElement('div');
      document.body.append(host);
      const live = new Promise<void>((resolve) => {
        host.addEventListener('jitsi-gate-state', (event) => {
          if (event.detail.to === 'live') resolve();
        });
      });
      const unmount = gate.mount(host, { room: 'a-room', start: 'auto' });
      await live;
      await gate.withdraw('practice');
      unmount();
      host.remove();
    }
  }, count);
}

for (const mode of MODES) {
  test(`${CYCLES} meetings one after the other leave nothing behind in mode ${mode}`, async ({ page, context }) => {
    test.setTimeout(300_000);
    await page.goto(await makePage(context, { config: { mode }, body: '<jitsi-gate-settings></jitsi-gate-settings>' }));
    const session = await context.newCDPSession(page);
    await runCycles(page, WARM_UP);
    const before = await measure(page, session);
    await runCycles(page, CYCLES);
    const after = await measure(page, session);
    console.log(`mode ${mode}, after ${WARM_UP} and ${WARM_UP + CYCLES} meetings: ${JSON.stringify(before)} ${JSON.stringify(after)}`);
    expect(await tracesOf(page, OPERATOR)).toEqual([]);
    expect(page.frames()).toHaveLength(1);
    expect(after.documents).toBeLessThanOrEqual(before.documents);
    // Less than one node, half a listener and 2 kB for each meeting: a leak would be more. What grows are the browser's own
    // lists of layout shifts and slow frames, and compiled code.
    expect(after.nodes - before.nodes).toBeLessThan(CYCLES);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(CYCLES / 2);
    expect(after.heap - before.heap).toBeLessThan(CYCLES * 2000);
  });
}

import type { CDPSession, Page } from 'playwright';
import { buildExternalApi } from '../e2e/support/external-api.js';
import { meetingPage } from '../e2e/support/meeting-page.js';
import { addressOf, type Bench, pause, preparePage, type Visit } from './browser.js';
import { type Contender, OPERATOR } from './contenders/contender.js';

/** What one press on the control that agrees cost, in milliseconds. */
export interface Press {
  /** From the click to the first request to the operator. */
  readonly request: number | undefined;
  /** From the click to the request for the meeting's page, in its frame. */
  readonly frame: number | undefined;
  /** From the press to the next frame: the interaction that INP is made of; 16 stands for "16 or less". */
  readonly interaction: number;
}

/** How long the pointer rests before the press: gates that guard against stray presses want 400 ms. */
const REST = 600;
const LATEST = 4000;

/** Milliseconds until the operator answers: the browser's emulation leaves out what is answered here. */
const ANSWER = { local: 0, slow: 60 } as const;

/** Answers the operator's addresses like its server, and notes when each was asked for, in milliseconds of the page. */
async function playOperator(cdp: CDPSession, delay: number, asked: Map<string, number>): Promise<void> {
  const [script, meeting] = await Promise.all([buildExternalApi(), meetingPage()]);
  const { metrics } = await cdp.send('Performance.getMetrics');
  const start = metrics.find(({ name }) => name === 'NavigationStart')?.value ?? 0;
  cdp.on('Network.requestWillBeSent', ({ request, timestamp, type }) => {
    const kind = type === 'Document' ? 'frame' : 'other';
    if (request.url.startsWith(OPERATOR) && !asked.has(kind)) asked.set(kind, (timestamp - start) * 1000);
  });
  cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
    const isScript = new URL(request.url).pathname.endsWith('.js');
    const type = isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8';
    const body = Buffer.from(isScript ? script : meeting).toString('base64');
    const answer = { requestId, responseCode: 200, responseHeaders: [{ name: 'content-type', value: type }], body };
    // A page that is closed meanwhile needs no answer.
    void pause(delay).then(() => cdp.send('Fetch.fulfillRequest', answer)).catch(() => undefined);
  });
  await cdp.send('Network.enable');
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: `${OPERATOR}/*` }] });
}

/** Puts the pointer onto the middle of the first control that agrees. */
export async function pointAt(page: Page, { accept }: Contender): Promise<void> {
  const box = await page.locator(accept).first().boundingBox();
  if (!box) throw new Error('the control that agrees is not on screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
}

async function pressAndWait(page: Page, asked: ReadonlyMap<string, number>): Promise<void> {
  await page.mouse.down();
  await pause(50);
  await page.mouse.up();
  const end = performance.now() + LATEST;
  while (!asked.has('frame') && performance.now() < end) await pause(20);
  // The browser tells how long an interaction took after the frame that followed it.
  await pause(300);
}

/** Opens a page, rests on its first gate, agrees, and says how long it took. */
export async function measurePress(bench: Bench, visit: Visit): Promise<Press> {
  const { page, cdp, context } = await preparePage(bench, visit);
  try {
    const asked = new Map<string, number>();
    await page.goto(addressOf(bench, visit));
    await page.waitForFunction(() => window.bench.visible !== undefined, undefined, { polling: 20 });
    await playOperator(cdp, ANSWER[visit.network], asked);
    await pointAt(page, visit.contender);
    await pause(REST);
    await pressAndWait(page, asked);
    const { click, press } = await page.evaluate(() => window.bench);
    if (click === undefined) throw new Error(`${visit.contender.key}: the press hit nothing`);
    const after = (...kinds: string[]): number | undefined => {
      const times = kinds.flatMap((kind) => asked.get(kind) ?? []);
      return times.length === 0 ? undefined : Math.min(...times) - click;
    };
    return { request: after('frame', 'other'), frame: after('frame'), interaction: Math.max(16, press ?? 0) };
  } finally {
    await context.close();
  }
}

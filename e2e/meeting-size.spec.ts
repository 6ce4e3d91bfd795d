import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, gateOf, openAsking } from './support/gate.js';
import { makePage } from './support/made-site.js';

const ROOM = 'secret-room-x8k2pq9z';
const HOST = `<div id="box" data-jitsi-room="${ROOM}"></div>`;
const FRAME = `<iframe title="Hour" data-jitsi-src="https://meet.example.eu/${ROOM}"></iframe>`;
const RATIO = '<style>.ratio{position:relative}.ratio::before{content:"";display:block;padding-top:56.25%}.ratio>*{position:absolute;inset:0;width:100%;height:100%}</style>';

interface Sizes {
  readonly gate: DOMRect;
  readonly bar: DOMRect;
  readonly meeting: DOMRect;
  readonly frame: DOMRect;
}

/** Runs a meeting in a page, and says where everything of it is. */
async function runIn(page: Page, context: BrowserContext, { head = '', body = HOST, width = 1280, height = 800 }: { head?: string; body?: string; width?: number; height?: number }): Promise<Sizes> {
  await page.setViewportSize({ width, height });
  await openAsking(page, await makePage(context, { head, body }));
  await acceptUntilLive(page);
  return gateOf(page).evaluate((gate) => {
    const boxOf = (selector: string): DOMRect => gate.shadowRoot?.querySelector(selector)?.getBoundingClientRect().toJSON() as DOMRect;
    return { gate: gate.getBoundingClientRect().toJSON() as DOMRect, bar: boxOf('[part=bar]'), meeting: boxOf('[part=meeting]'), frame: boxOf('iframe') };
  });
}

/** The meeting and its bar take all of the gate, and the frame all of the meeting; two pixels are borders. */
function expectFilled({ gate, bar, meeting, frame }: Sizes): void {
  expect(Math.abs(gate.height - bar.height - meeting.height)).toBeLessThanOrEqual(3);
  expect([frame.width, frame.height]).toEqual([meeting.width, meeting.height]);
}

const ASKED: readonly [written: string, height: number][] = [['300', 300], ['300px', 300], ['50vh', 400], ['50svh', 400], ['50dvh', 400], ['20rem', 320], ['62.5vh', 500]];

for (const [written, height] of ASKED) {
  test(`a meeting is as high as data-jitsi-height says: ${written}`, async ({ page, context }) => {
    const sizes = await runIn(page, context, { body: HOST.replace('></div>', ` data-jitsi-height="${written}"></div>`) });
    expect(sizes.meeting.height).toBeCloseTo(height, 0);
    expectFilled(sizes);
  });
}

test('a part of a box without a height still shows the meeting', async ({ page, context }) => {
  const sizes = await runIn(page, context, { body: HOST.replace('></div>', ' data-jitsi-height="50%"></div>') });
  expect(sizes.meeting.height).toBeGreaterThanOrEqual(240);
});

test('::part(meeting) gives a height that is exact', async ({ page, context }) => {
  const sizes = await runIn(page, context, { head: '<style>jitsi-gate::part(meeting){height:333px}</style>' });
  expect(sizes.meeting.height).toBe(333);
});

test('without a height it is 560 pixels high', async ({ page, context }) => {
  expect((await runIn(page, context, {})).meeting.height).toBe(560);
});

for (const [width, height] of [[844, 390], [667, 375], [390, 500]] as const) {
  test(`gate and tool bar have room in a window of ${width} × ${height}`, async ({ page, context }) => {
    const { bar, meeting } = await runIn(page, context, { width, height });
    expect(bar.height + meeting.height).toBeLessThanOrEqual(height);
    expect(meeting.height).toBeGreaterThanOrEqual(240);
  });
}

const FILLED: readonly [title: string, head: string, body: string, height: (width: number) => number][] = [
  ['a ratio box', RATIO, `<div class="ratio" style="width:800px">${HOST}</div>`, () => 450],
  ['a ratio box of a frame', RATIO, `<div class="ratio" style="width:800px">${FRAME}</div>`, () => 450],
  ['a box of 70vh', '<style>[data-jitsi-room]{height:70vh}</style>', HOST, () => 560],
  ['a box of at least 90vh', '<style>[data-jitsi-room]{min-height:90vh}</style>', HOST, () => 720],
  ['a box of at most 400 pixels', '<style>[data-jitsi-room]{max-height:400px}</style>', HOST, () => 400],
  ['the size of a frame', '', FRAME.replace('<iframe', '<iframe width="100%" height="480"'), () => 480],
  ['the size in the style of a frame', '', FRAME.replace('<iframe', '<iframe style="width:600px;height:50vh"'), () => 400],
  ['the size that the page gives to frames', '<style>iframe{display:block;width:100%;height:420px}</style>', FRAME, () => 420],
];

for (const [title, head, body, height] of FILLED) {
  test(`a meeting fills ${title}`, async ({ page, context }) => {
    const sizes = await runIn(page, context, { head, body });
    expect(sizes.gate.height).toBeCloseTo(height(sizes.gate.width), 0);
    expectFilled(sizes);
  });
}

test('a meeting in full screen fills the screen', async ({ page, context }) => {
  await runIn(page, context, {});
  await gateOf(page).evaluate((gate) => gate.shadowRoot?.querySelector('iframe')?.requestFullscreen());
  const size = (): Promise<boolean> => gateOf(page).evaluate((gate) => {
    const { width = 0, height = 0 } = gate.shadowRoot?.querySelector('iframe')?.getBoundingClientRect() ?? {};
    return width === innerWidth && height === innerHeight && document.fullscreenElement === gate;
  });
  await expect.poll(size).toBe(true);
});

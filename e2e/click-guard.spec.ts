import type { BrowserContext, Locator, Page } from 'playwright/test';
import { emitFromMeeting, expect, meetingFrame, test } from './support/fixtures.js';
import type { Foreign } from './support/foreign.js';
import { acceptUntilLive, aimAt, expectState, gateLines, gateOf, listenToConsole, openAsking, partOf, press, pressOn, readDecision } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';
import { readDecisions, readReceipts } from './support/stored.js';

async function centreOf(button: Locator): Promise<{ x: number; y: number }> {
  const box = await button.boundingBox();
  if (!box) throw new Error('the button is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses whatever lies where a button is, without asking whether that can be seen. */
async function pressAt(page: Page, button: Locator): Promise<void> {
  const { x, y } = await centreOf(button);
  await page.mouse.click(x, y);
}

/** Nothing was agreed to, nothing fetched, and the visitor was told, at the button and to a screen reader. */
async function expectIgnored(page: Page, foreign: Foreign): Promise<void> {
  await expect(gateOf(page).getByRole('status')).toHaveText(/^The button was not in sight long enough\. Please press it again\.\s?$/);
  await expect(gateOf(page).locator('.note')).toHaveText('The button was not in sight long enough. Please press it again.');
  await expect(gateOf(page).locator('.note')).toBeVisible();
  await foreign.expectSilence();
  await expectState(page, 'asking');
  expect(await readDecisions(page)).toEqual({});
}

/** Opens a page with a gate and something around it, and waits until a press would count. */
async function openAimed(page: Page, context: BrowserContext, { head = '', body = PLACEHOLDER } = {}): Promise<string[]> {
  const lines = listenToConsole(page);
  await openAsking(page, await makePage(context, { head, body }));
  await aimAt(partOf(page, 'accept'));
  return lines;
}

/** An element that lies over the whole window, and lets clicks through. */
const OVER = 'position: fixed; inset: 0; z-index: 9; pointer-events: none;';

test.describe('a press counts', () => {
  const around: readonly [title: string, markup: string][] = [
    ['under a sheet that can be looked through', `<div style="${OVER}"></div>`],
    ['under a shade', `<div style="${OVER} background: rgb(0 0 0 / 60%)"></div>`],
    ['under the sheet of a chat', `<div style="${OVER} background: #fff"></div>`],
    ['under a picture', `<img alt="" src="/favicon.ico" style="${OVER} width: 100%; height: 100%">`],
    ['under falling snow', `<canvas style="${OVER} width: 100%; height: 100%"></canvas>`],
    ['on a page that is faded', '<style>main { opacity: 0.4; filter: sepia(1) }</style>'],
    ['on a card that floats', '<style>@keyframes float { to { translate: 0 8px } } #box { animation: float 0.3s infinite alternate ease-in-out }</style>'],
    ['on a card that leans', '<style>#box { rotate: 4deg; max-width: 40em }</style>'],
    ['on a page that is zoomed', '<style>body { zoom: 1.5 }</style>'],
    ['on a page that is scaled', '<style>#box { scale: 0.8 }</style>'],
    ['with a shape behind the gate', '<div style="position: fixed; inset: 0; z-index: -1; background: #eee; pointer-events: none"></div>'],
  ];
  for (const [title, markup] of around) {
    test(title, async ({ page, context }) => {
      await openAsking(page, await makePage(context, { body: PLACEHOLDER + markup }));
      // A button that floats never stands still, so nobody can wait for that.
      await partOf(page, 'accept').evaluate((button) => button.scrollIntoView({ block: 'center' }));
      await page.waitForTimeout(900);
      await pressAt(page, partOf(page, 'accept'));
      await expectState(page, 'live');
    });
  }

  test('in a form whose fields are named like what is asked of it', async ({ page, context }) => {
    const fields = ['childNodes', 'matches', 'getRootNode', 'tagName', 'parentNode'].map((name) => `<input name="${name}" hidden>`);
    await openAimed(page, context, { body: `<form>${fields.join('')}${PLACEHOLDER}</form>` });
    await pressAt(page, partOf(page, 'accept'));
    await expectState(page, 'live');
  });

  test('on a page that the visitor has zoomed with two fingers', async ({ page, context }) => {
    await openAimed(page, context);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await partOf(page, 'accept').evaluate((button) => button.scrollIntoView({ block: 'center', inline: 'center' }));
    await page.waitForTimeout(900);
    const [x, y] = await partOf(page, 'accept').evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const { offsetLeft = 0, offsetTop = 0 } = window.visualViewport ?? {};
      return [left + width / 2 - offsetLeft, top + height / 2 - offsetTop] as const;
    });
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const) await session.send('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 });
    await expectState(page, 'live');
  });

  test('under a pointer that the page draws itself', async ({ page, context }) => {
    await openAimed(page, context);
    const { x, y } = await centreOf(partOf(page, 'accept'));
    const style = `position: fixed; left: ${x - 16}px; top: ${y - 16}px; width: 32px; height: 32px; border-radius: 50%; background: red; pointer-events: none`;
    await page.locator('body').evaluate((body, css) => body.insertAdjacentHTML('beforeend', `<div style="${css}"></div>`), style);
    await page.mouse.click(x, y);
    await expectState(page, 'live');
  });
});

test.describe('a press of a button that is not in view grants nothing', () => {
  for (const [title, css] of [
    ['lies below the window', '#box { margin-top: 4000px }'],
    ['is moved out of the window', '#box { position: fixed; left: -5000px; width: 600px }'],
  ] as const) {
    test(`because it ${title}, and a script has given it the focus`, async ({ page, context, foreign }) => {
      await openAsking(page, await makePage(context, { head: `<style id="away">${css}</style>` }));
      await partOf(page, 'accept').evaluate((button: HTMLElement) => button.focus({ preventScroll: true }));
      await page.waitForTimeout(700);
      await page.keyboard.press('Enter');
      await expectIgnored(page, foreign);
      await page.locator('#away').evaluate((style) => style.remove());
      await aimAt(partOf(page, 'accept'));
      await page.keyboard.press('Enter');
      await expectState(page, 'live');
    });
  }

  test('because the page was hidden until now', async ({ page, context, foreign }) => {
    await openAimed(page, context);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await pressAt(page, partOf(page, 'accept'));
    await expectIgnored(page, foreign);
    await press(page, 'accept');
    await expectState(page, 'live');
  });

  test('nor does one that has just come into the settings', async ({ page, context, foreign }) => {
    await page.goto(await makePage(context, { body: '<jitsi-gate-settings></jitsi-gate-settings>' }));
    const settings = page.locator('jitsi-gate-settings');
    const allow = settings.locator('[part="allow"]');
    await aimAt(allow);
    await settings.evaluate((element) => (element.style.translate = '0 3000px'));
    // The browser tells of a move some frames later; until then a visitor sees, and presses, what was there.
    await page.waitForTimeout(300);
    await allow.evaluate((button: HTMLElement) => button.focus({ preventScroll: true }));
    await page.keyboard.press('Enter');
    await expect(settings.getByRole('status')).toHaveText(/^The button was not in sight/);
    await expect(settings.locator('.note')).toHaveText(/^The button was not in sight/);
    await foreign.expectSilence();
    expect(await readDecisions(page)).toEqual({});
    await settings.evaluate((element) => element.style.removeProperty('translate'));
    await aimAt(allow);
    await pressAt(page, allow);
    await expect.poll(() => readDecisions(page)).toMatchObject({ practice: { decision: 'granted' } });
  });

  test('nor does one of “stay” that has just come under the pointer', async ({ page, context }) => {
    await openAsking(page, await makePage(context, { config: { recordingPolicy: 'ask' } }));
    await acceptUntilLive(page);
    const meeting = await meetingFrame(page);
    await meeting.evaluate(() => window.standIn?.join());
    await emitFromMeeting(meeting, 'recording-status-changed', { on: true, mode: 'file', transcription: false });
    await expect(partOf(page, 'stay')).toBeVisible();
    await gateOf(page).evaluate((gate) => (gate.style.translate = '0 120px'));
    await pressAt(page, partOf(page, 'stay'));
    await expect(gateOf(page).locator('.note')).toHaveText(/^The button was not in sight/);
    expect((await readReceipts(page)).length).toBe(1);
    await pressOn(partOf(page, 'stay'));
    await expect.poll(async () => (await readReceipts(page)).length).toBe(2);
  });
});

/** When the gate began to ask, in milliseconds of the page's own clock, and what that clock began at. */
async function askedAt(page: Page): Promise<{ since: number; origin: number }> {
  return page.evaluate(() => ({ since: Reflect.get(window, 'askedAt') as number, origin: performance.timeOrigin }));
}

function noteAsking(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    document.addEventListener('jitsi-gate-state', (event) => {
      if (event.detail.to === 'asking') Object.assign(window, { askedAt: event.timeStamp });
    });
  });
}

/** A press that the browser had from the visitor so many milliseconds after the gate began to ask, however busy the machine is. */
async function pressEarly(page: Page, how: 'pointer' | 'key', after: number): Promise<void> {
  const { since, origin } = await askedAt(page);
  const timestamp = (origin + since + after) / 1000;
  const session = await page.context().newCDPSession(page);
  if (how === 'pointer') {
    const at = { ...await centreOf(partOf(page, 'accept')), button: 'left', clickCount: 1, timestamp } as const;
    await session.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
    await session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
  } else {
    await partOf(page, 'accept').evaluate((button: HTMLElement) => button.focus());
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, timestamp } as const;
    await session.send('Input.dispatchKeyEvent', { ...enter, type: 'keyDown', text: '\r' });
    await session.send('Input.dispatchKeyEvent', { ...enter, type: 'keyUp' });
  }
  await session.detach();
}

for (const how of ['pointer', 'key'] as const) {
  test(`a press in the first 400 ms grants nothing, and a later one does: by ${how}`, async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await noteAsking(page);
    await page.goto(await makePage(context, { body: '<div id="later"></div>' }));
    // The page itself has been in view for long when the gate comes.
    await page.waitForTimeout(600);
    await page.locator('#later').evaluate((place, markup) => (place.innerHTML = markup), PLACEHOLDER);
    await expectState(page, 'asking');
    await expect(partOf(page, 'accept')).toBeVisible();
    await pressEarly(page, how, 350);
    await expectIgnored(page, foreign);
    expect(gateLines(lines)).toEqual([expect.stringContaining('click: a press was ignored: the button was not in view for 400 ms')]);
    await aimAt(partOf(page, 'accept'));
    if (how === 'pointer') await pressAt(page, partOf(page, 'accept'));
    else await page.keyboard.press('Enter');
    await expectState(page, 'live');
  });
}

test.describe('a press grants nothing', () => {
  const moves: readonly [title: string, move: (page: Page, by: number) => Promise<unknown>][] = [
    ['a style', (page, by) => gateOf(page).evaluate((gate, y) => (gate.style.translate = `0 ${y}px`), by)],
    ['what comes in above it', (page, by) => page.locator('main').evaluate((main, height) => (main.style.paddingTop = `${height}px`), by)],
    ['scrolling', (page, by) => page.evaluate((y) => window.scrollBy({ top: -y, behavior: 'instant' }), by)],
  ];
  for (const [title, move] of moves) {
    test(`when ${title} has just put the button under the pointer`, async ({ page, context, foreign }) => {
      const lines = await openAimed(page, context, { body: `${PLACEHOLDER}<div style="height: 2000px"></div>`, head: '<style>html { overflow-anchor: none } main { padding-top: 500px }</style>' });
      await page.evaluate(() => window.scrollTo({ top: 500, behavior: 'instant' }));
      await aimAt(partOf(page, 'accept'));
      const { x, y } = await centreOf(partOf(page, 'accept'));
      await page.mouse.move(x, y + 100);
      await move(page, title === 'what comes in above it' ? 600 : 100);
      await page.mouse.click(x, y + 100);
      await expectIgnored(page, foreign);
      expect(gateLines(lines)).toEqual([expect.stringContaining('click: a press was ignored: the button was elsewhere 400 ms before')]);
      await press(page, 'accept');
      await expectState(page, 'live');
    });
  }

  test('as the second half of a double click on something that goes away', async ({ page, context, foreign }) => {
    await openAimed(page, context, { body: `${PLACEHOLDER}<button id="bait" style="position: fixed; inset: 0; z-index: 9" onclick="this.remove()">Play</button>` });
    const { x, y } = await centreOf(partOf(page, 'accept'));
    const session = await context.newCDPSession(page);
    // As far apart as fingers press, however busy the machine is.
    const pressed = Date.now() / 1000;
    const events = [['mouseMoved', 0], ['mousePressed', 1], ['mouseReleased', 1], ['mousePressed', 2], ['mouseReleased', 2]] as const;
    for (const [index, [type, clickCount]] of events.entries()) {
      await session.send('Input.dispatchMouseEvent', { type, x, y, clickCount, button: clickCount ? 'left' : 'none', timestamp: pressed + index * 0.05 });
    }
    await expectIgnored(page, foreign);
    await press(page, 'accept');
    await expectState(page, 'live');
  });

  test('as the second half of a double click on “reconsider”', async ({ page, context, foreign }) => {
    const spot = 'position: fixed; inset: auto 0 0 0; height: 100px; z-index: 9';
    await openAimed(page, context, { head: `<style>jitsi-gate::part(accept), jitsi-gate::part(reconsider) { ${spot} }</style>` });
    await noteAsking(page);
    await page.reload();
    await expectState(page, 'asking');
    await press(page, 'decline');
    await expectState(page, 'declined');
    await pressOn(partOf(page, 'reconsider'));
    await expectState(page, 'asking');
    await expect(partOf(page, 'accept')).toBeVisible();
    await pressEarly(page, 'pointer', 200);
    await foreign.expectSilence();
    expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'declined' });
  });
});

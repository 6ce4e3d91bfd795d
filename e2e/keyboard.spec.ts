import type { Page } from 'playwright/test';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, aimAt, expectState, focusedPart, foreignFrames, openAsking, partOf, press } from './support/gate.js';
import { makePage, PLACEHOLDER } from './support/made-site.js';

/** Presses Tab, or Shift and Tab, until a part has the focus; fails if it never has. */
async function tabTo(page: Page, part: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    if ((await focusedPart(page)) === part) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the Tab key never reaches ${part}`);
}

/** Uses a part by keyboard, and waits for the state that follows and for the heading to have the focus. */
async function useFor(page: Page, part: string, state: string): Promise<void> {
  await tabTo(page, part);
  if (part === 'accept') await aimAt(partOf(page, part));
  // Buttons answer to both keys.
  await page.keyboard.press(state === 'asking' ? 'Space' : 'Enter');
  await expectState(page, state);
  await expect.poll(() => focusedPart(page), `the focus after ${part}`).toBe('heading');
}

/** Notes, on pages opened from now on, where the focus is after each change of a gate's state. */
async function noteFocus(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { noted });
    document.addEventListener('jitsi-gate-state', ({ detail }: CustomEventInit<{ to: string }>) => {
      requestAnimationFrame(() => requestAnimationFrame(() => noted.push(`${detail?.to}: ${document.activeElement?.localName}`)));
    });
  });
  return () => page.evaluate(() => Reflect.get(window, 'noted') as string[]);
}

test.describe('with the keyboard alone', () => {
  test('a visitor agrees to be remembered, joins, withdraws, refuses, chooses again and reads the details, and the focus is never lost', async ({ page }) => {
    const noted = await noteFocus(page);
    await openAsking(page, '/full.html');
    await tabTo(page, 'remember');
    await page.keyboard.press('Space');
    await expectState(page, 'asking');
    await tabTo(page, 'accept', 'Shift+Tab');
    await useFor(page, 'accept', 'live');
    await meetingFrame(page);
    await useFor(page, 'withdraw', 'asking');
    await expect.poll(() => foreignFrames(page)).toEqual([]);
    await useFor(page, 'decline', 'declined');
    await useFor(page, 'reconsider', 'asking');
    await tabTo(page, 'summary');
    await page.keyboard.press('Enter');
    await expect(partOf(page, 'details').locator('dl')).toBeVisible();
    expect(await focusedPart(page)).toBe('summary');
    expect(await noted()).toEqual(['asking: body', ...['loading', 'live', 'asking', 'declined', 'asking'].map((state) => `${state}: jitsi-gate`)]);
  });

  test('a visitor tries again after a failure, and joins again after the end', async ({ page, foreign }) => {
    const undo = foreign.respond('external_api.js', { status: 404 });
    const noted = await noteFocus(page);
    await openAsking(page, '/full.html');
    await useFor(page, 'accept', 'failed');
    undo();
    await useFor(page, 'retry', 'live');
    const meeting = await meetingFrame(page);
    await meeting.evaluate(() => window.standIn?.leave());
    await expectState(page, 'ended');
    await expect.poll(() => focusedPart(page)).toBe('heading');
    await useFor(page, 'accept', 'live');
    expect((await noted()).slice(1).filter((line) => !line.endsWith('jitsi-gate'))).toEqual([]);
  });

  test('a visitor opens the settings, and the focus comes back on Escape', async ({ page, context }) => {
    await openAsking(page, await makePage(context, { body: `<button type="button" id="open" data-jitsi-settings>Meeting settings</button>${PLACEHOLDER}` }));
    // The button is listened to once the page is followed.
    await page.waitForLoadState('networkidle');
    for (let step = 0; step < 5 && (await focusedPart(page)) !== 'button'; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').locator('article')).toBeVisible();
    await tabTo(page, 'refuse');
    await page.keyboard.press('Space');
    await expect.poll(() => focusedPart(page)).toBe('heading');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('#open')).toBeFocused();
    await expectState(page, 'declined');
  });
});

test('Tab leads into a running meeting and out of it again, to what stands below the gate', async ({ page, context }) => {
  await openAsking(page, await makePage(context, { body: `${PLACEHOLDER}<a href="#top" id="below">Below</a>` }));
  await acceptUntilLive(page);
  const meeting = await meetingFrame(page);
  await tabTo(page, 'withdraw');
  await tabTo(page, 'iframe');
  await expect.poll(() => meeting.evaluate(() => document.hasFocus())).toBe(true);
  await tabTo(page, 'a');
  await expect(page.locator('#below')).toBeFocused();
  await tabTo(page, 'withdraw', 'Shift+Tab');
});

test('a gate never takes the focus by itself, nor does a meeting that starts on a remembered yes', async ({ page, context }) => {
  const body = `<label>Name <input id="field"></label>${PLACEHOLDER}`;
  await openAsking(page, await makePage(context, { config: { start: 'auto' }, body }));
  expect(await focusedPart(page)).toBe('body');
  await acceptUntilLive(page, { remember: true });
  // The page is opened anew, with a field that has the focus from the start.
  await makePage(context, { config: { start: 'auto' }, body: body.replace('id="field"', 'id="field" autofocus') });
  await page.reload();
  await expectState(page, 'live');
  await meetingFrame(page);
  await page.keyboard.type('Ann');
  await expect(page.locator('#field')).toHaveValue('Ann');
});

/** The buttons and boxes of a page as the browser tells them to screen readers: name and description. */
async function toldControls(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const controls = nodes.filter(({ role }) => /^(button|checkbox)$/.test(String(role?.value)));
  return controls.map(({ name, description }) => `${String(name?.value)} (${String(description?.value ?? '')})`);
}

test('several gates on a page are told apart by region and by every control', async ({ page, context }) => {
  const titles = ['Consulting hour', 'Team meeting'];
  await page.goto(await makePage(context, { body: titles.map((title, index) => `<div id="gate-${index}" data-jitsi-room="room-x8k2pq9z-${index}" data-jitsi-label="${title}"></div>`).join('') }));
  for (const [index, title] of titles.entries()) {
    await expectState(page, 'asking', `#gate-${index}`);
    await expect(page.getByRole('region', { name: `Video meeting: ${title}` })).toHaveCount(1);
  }
  const told = await toldControls(page);
  expect(told).toContain('Load meeting from Example GmbH (Video meeting: Team meeting)');
  expect(told).toHaveLength(6);
  expect(new Set(told).size).toBe(6);
});

/** Whether what has the focus can be seen from its upper to its lower edge, with nothing of the page above it. */
function isUncovered(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!focused) return false;
    const { left, top, width, bottom } = focused.getBoundingClientRect();
    return [top + 2, (top + bottom) / 2, bottom - 2].every((y) => {
      const x = left + Math.min(width / 2, 20);
      const found = document.elementFromPoint(x, y);
      const deep = found?.shadowRoot?.elementFromPoint(x, y) ?? found;
      return deep !== null && (focused.contains(deep) || deep.contains(focused));
    });
  });
}

const STICKY = '<header style="position: sticky; top: 0; height: 120px; z-index: 5; background: silver">The site</header>';
const LONG = '<p style="height: 150vh">Some text</p>';

for (const width of [320, 1280]) {
  test(`a sticky header of 120 pixels never covers what has the focus, forwards and backwards, at ${width} pixels`, async ({ page, context }) => {
    await page.setViewportSize({ width, height: 480 });
    const body = `${STICKY}<a href="#top" id="first">First</a>${LONG}${PLACEHOLDER}${LONG}<a href="#top" id="last">Last</a>`;
    await openAsking(page, await makePage(context, { body }));
    // A header sticks within what holds it.
    await page.evaluate(() => document.body.append(...document.querySelectorAll('main > *')));
    await expectState(page, 'asking');
    const visited: string[] = [];
    for (const [start, key] of [['#first', 'Tab'], ['#last', 'Shift+Tab']] as const) {
      await page.locator(start).focus();
      await page.keyboard.press(key);
      while ((await page.evaluate(() => document.activeElement?.localName)) === 'jitsi-gate') {
        const part = await focusedPart(page);
        visited.push(part);
        expect.soft(await isUncovered(page), `${part} after ${key}`).toBe(true);
        await page.keyboard.press(key);
      }
    }
    expect(visited.filter((part) => part === 'accept')).toHaveLength(2);
    expect(visited.length).toBeGreaterThan(8);
  });
}

for (const [way, choose] of [
  ['by keyboard', async (page: Page, part: string) => (await tabTo(page, part), await aimAt(partOf(page, part)), page.keyboard.press('Enter'))],
  ['by a click', press],
] as const) {
  test(`a sticky header does not cover the heading that takes the focus after a choice ${way}`, async ({ page, context }) => {
    await page.setViewportSize({ width: 320, height: 480 });
    await openAsking(page, await makePage(context, { body: `${STICKY}${LONG}${PLACEHOLDER}${LONG}` }));
    await page.locator('main').evaluate((main) => document.body.append(...main.children));
    for (const [part, state] of [['decline', 'declined'], ['reconsider', 'asking'], ['accept', 'live'], ['withdraw', 'asking']] as const) {
      await choose(page, part);
      await expectState(page, state);
      await expect.poll(() => focusedPart(page)).toBe('heading');
      expect.soft(await isUncovered(page), state).toBe(true);
    }
  });
}

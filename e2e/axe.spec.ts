import type { Page } from 'playwright/test';
import { findViolations, loadAxe } from './support/axe.js';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { expectState, focusedPart, foreignFrames, openAsking } from './support/gate.js';
import { GATE_STATES, reachState } from './support/gate-states.js';

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) => [320, 1280].map((width) => ({ colorScheme, width })));

/** How far the page is wider than the window, in CSS pixels, and what inside the gate is wider than its box. */
async function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const inside = [...(document.querySelector('jitsi-gate')?.shadowRoot?.querySelectorAll<HTMLElement>('section *') ?? [])];
    const edge = document.querySelector('jitsi-gate')?.getBoundingClientRect().right ?? 0;
    const wide = inside.filter((element) => !element.closest('[role="status"]') && element.getBoundingClientRect().right > edge + 1);
    return [...(scrollWidth > clientWidth ? [`page by ${scrollWidth - clientWidth}`] : []), ...wide.map((element) => element.outerHTML)];
  });
}

/** Buttons, links and boxes smaller than 24 by 24 CSS pixels, other than links within a sentence (WCAG 2.5.8). */
async function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('jitsi-gate')?.shadowRoot;
    const targets = [...(root?.querySelectorAll<HTMLElement>('button, summary, label, a') ?? [])].filter((element) => element.checkVisibility());
    const small = targets.filter((element) => element.offsetHeight < (element.localName === 'a' ? 24 : 44) || element.offsetWidth < 24);
    return small.map((element) => element.outerHTML);
  });
}

for (const state of Object.keys(GATE_STATES)) {
  test(`${state} has nothing for axe to find and nothing that overflows, light and dark, at 320 and 1280 pixels`, async ({ page, foreign }) => {
    await reachState(page, foreign, { state });
    await loadAxe(page);
    for (const { colorScheme, width } of LOOKS) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 720 });
      const look = `${state}, ${colorScheme}, ${width} pixels`;
      expect.soft(await findViolations(page), look).toEqual([]);
      expect.soft(await findOverflow(page), look).toEqual([]);
      expect.soft(await findSmallTargets(page), look).toEqual([]);
    }
  });
}

/** Presses Tab until a part has the focus; fails if it never has. */
async function tabTo(page: Page, part: string): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    if ((await focusedPart(page)) === part) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reaches ${part}`);
}

test.describe('with the keyboard alone', () => {
  test('a visitor agrees to be remembered, joins, leaves and withdraws', async ({ page }) => {
    await openAsking(page, '/full.html');
    await tabTo(page, 'remember');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focusedPart(page)).toBe('accept');
    await page.keyboard.press('Enter');
    await expectState(page, 'live');
    await expect.poll(() => focusedPart(page)).toBe('heading');
    await meetingFrame(page);
    await tabTo(page, 'withdraw');
    await page.keyboard.press('Space');
    await expectState(page, 'asking');
    await expect.poll(() => focusedPart(page)).toBe('heading');
    await expect.poll(() => foreignFrames(page)).toEqual([]);
  });

  test('a visitor refuses and chooses again', async ({ page, foreign }) => {
    await openAsking(page, '/full.html');
    await tabTo(page, 'decline');
    await page.keyboard.press('Enter');
    await expectState(page, 'declined');
    await expect.poll(() => focusedPart(page)).toBe('heading');
    await tabTo(page, 'reconsider');
    await page.keyboard.press('Enter');
    await expectState(page, 'asking');
    await expect.poll(() => focusedPart(page)).toBe('heading');
    await foreign.expectSilence();
  });

  test('the focus is never put on the gate by itself', async ({ page }) => {
    await openAsking(page, '/full.html');
    expect(await focusedPart(page)).toBe('body');
  });
});

test('yes and no are equal in size, weight, type and colour, and the box is not ticked', async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 720 });
    await openAsking(page, '/full.html');
    const [yes, no] = await page.evaluate(() => {
      const root = document.querySelector('jitsi-gate')?.shadowRoot;
      return ['accept', 'decline'].map((part) => {
        const button = root?.querySelector(`[part="${part}"]`);
        if (!button) return undefined;
        const { color, backgroundColor, borderColor, borderWidth, font, fontWeight, padding, opacity } = getComputedStyle(button);
        const { width: wide, height: high } = button.getBoundingClientRect();
        return { color, backgroundColor, borderColor, borderWidth, font, fontWeight, padding, opacity, wide, high, type: button.localName };
      });
    });
    expect(yes).toBeDefined();
    expect(no).toEqual(yes);
    expect(await page.locator('jitsi-gate [part="remember"]').isChecked()).toBe(false);
  }
});

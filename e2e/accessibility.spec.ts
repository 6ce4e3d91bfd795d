import type { Page } from 'playwright/test';
import { findViolations } from './support/axe.js';
import { expect, test } from './support/fixtures.js';
import { GATE_STATES } from './support/gate-states.js';
import { LANGUAGES, type OpenState, openState, show, THEMES } from './support/open-state.js';

/** Sizes and texts that a gate has to bear: a phone, 400 % zoom, text twice as large, wider spacing, paper. */
const SIZES = [
  { name: '1280 pixels', width: 1280, height: 720 },
  { name: '320 pixels', width: 320, height: 720 },
  { name: '400 % zoom', width: 320, height: 256 },
  { name: 'text of 200 %', width: 1280, height: 720, fontSize: '200%' },
  { name: 'text of 200 % in half the width', width: 640, height: 720, fontSize: '200%' },
  { name: 'text spacing', width: 1280, height: 720, spacing: true },
  { name: 'text spacing at 320 pixels', width: 320, height: 720, spacing: true },
] as const;

/** Where the focus goes by the Tab key from the first control to the last, and back again. */
async function tabThrough(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => window.measure.focusFirst());
  const order: number[] = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let step = 1; step < count; step += 1) {
      await page.keyboard.press(key);
      order.push(await page.evaluate(() => window.measure.focusedControl()));
    }
  }
  return order;
}

for (const state of Object.keys(GATE_STATES)) {
  test.describe(`${state}:`, () => {
    // One page for all of them, each leaves it as it was.
    test.describe.configure({ mode: 'default' });
    let open: OpenState;
    test.beforeAll(async ({ browser, site }) => {
      open = await openState(browser, site, state);
    });
    test.afterAll(() => open.close());

    test('axe finds nothing in any theme and either direction', async () => {
      const wide = (['en', 'ar'] as const).flatMap((lang) => THEMES.map((theme) => ({ theme, lang, width: 1280 })));
      const narrow = (['light', 'dark'] as const).map((theme) => ({ theme, lang: 'en' as const, width: 320 }));
      for (const look of [...wide, ...narrow]) {
        await show(open.page, look);
        expect.soft(await findViolations(open.page), Object.values(look).join()).toEqual([]);
      }
    });

    test('texts have a contrast of 4.5, borders and focus rings one of 3, in every theme', async () => {
      for (const theme of THEMES) {
        await show(open.page, { theme });
        const { weak, count } = await open.page.evaluate(() => window.measure.weakTexts());
        expect.soft(weak, theme).toEqual([]);
        expect(count > 0).toBe(state !== 'invalid');
        expect.soft(await open.page.evaluate(() => window.measure.weakBorders()), theme).toEqual([]);
        // A ring shows to those who use the keyboard.
        await open.page.keyboard.press('Shift');
        await open.page.keyboard.press('Tab');
        expect.soft(await open.page.evaluate(() => window.measure.weakRings()), theme).toEqual([]);
      }
    });

    test('every control is 44 pixels wide and high, and buttons are 8 pixels apart', async () => {
      for (const lang of LANGUAGES) {
        for (const width of [320, 1280]) {
          await show(open.page, { lang, width });
          expect.soft(await open.page.evaluate(() => window.measure.smallTargets()), `${lang}, ${width}`).toEqual([]);
          expect.soft(await open.page.evaluate(() => window.measure.narrowGaps()), `${lang}, ${width}`).toEqual([]);
        }
      }
    });

    test('nothing is cut off or scrolls sideways at 320 pixels, 400 % zoom, with larger text or wider spacing', async () => {
      for (const lang of LANGUAGES) {
        for (const size of SIZES) {
          const { name, width, height } = size;
          await show(open.page, { lang, width, height });
          await open.page.evaluate(([fontSize, on]) => {
            document.documentElement.style.fontSize = fontSize;
            window.measure.space(on);
          }, ['fontSize' in size ? size.fontSize : '', 'spacing' in size] as const);
          expect.soft(await open.page.evaluate(() => window.measure.overflows()), `${name}, ${lang}`).toEqual([]);
        }
        await open.page.evaluate(() => {
          document.documentElement.style.fontSize = '';
          window.measure.space(false);
        });
      }
    });

    test('Tab goes through the controls in the order in which they are written and stand, and back', async () => {
      for (const lang of ['en', 'ar'] as const) {
        await show(open.page, { lang });
        const count = (await open.page.evaluate(() => window.measure.controls())).length;
        const there = Array.from({ length: Math.max(count - 1, 0) }, (_, index) => index + 1);
        expect.soft(await tabThrough(open.page, count), lang).toEqual([...there, ...there.map((index) => index - 1).toReversed()]);
        for (const width of [320, 1280]) {
          await show(open.page, { lang, width });
          expect.soft(await open.page.evaluate(() => window.measure.misplaced()), `${lang}, ${width}`).toEqual([]);
        }
      }
    });

    test('nothing moves but the bar of a load, and for visitors who want less motion not that either', async () => {
      for (const reducedMotion of ['no-preference', 'reduce'] as const) {
        await open.page.emulateMedia({ reducedMotion });
        const bar = state === 'loading' && reducedMotion === 'no-preference' ? ['progress'] : [];
        expect(await open.page.evaluate(() => window.measure.motions())).toEqual(bar);
      }
    });

    test('what is printed is what is read on the screen, nothing of it is cut off, and no text needs a background', async () => {
      await show(open.page, { width: 794 });
      const read = await open.page.evaluate(() => window.measure.words());
      await open.page.emulateMedia({ media: 'print' });
      expect(await open.page.evaluate(() => window.measure.words())).toEqual(read);
      expect(await open.page.evaluate(() => window.measure.overflows())).toEqual([]);
      expect(await open.page.evaluate(() => window.measure.filledButtons())).toEqual([]);
      expect((await open.page.evaluate(() => window.measure.weakTexts())).weak).toEqual([]);
      await open.page.emulateMedia({ media: null });
    });
  });
}

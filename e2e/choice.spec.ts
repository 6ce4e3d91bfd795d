import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { partOf } from './support/gate.js';
import { openState, show, THEMES } from './support/open-state.js';

type Style = Readonly<Record<string, string>>;

/** Everything that the browser has computed for a part, its size included. */
function styleOf(page: Page, name: string): Promise<Style> {
  return partOf(page, name).evaluate((element) => {
    const style = getComputedStyle(element);
    return Object.fromEntries([...style].map((property) => [property, style.getPropertyValue(property)]));
  });
}

/** In what two parts differ, each as it looks when it is used like the other. */
async function differences(page: Page, [one, other]: readonly [string, string], use: (name: string) => Promise<void>): Promise<string[]> {
  await use(one);
  const first = await styleOf(page, one);
  await use(other);
  const second = await styleOf(page, other);
  expect(Object.keys(first).length).toBeGreaterThan(300);
  return Object.keys(first).filter((property) => first[property] !== second[property]).map((property) => `${property}: ${first[property]} / ${second[property]}`);
}

const PAIRS = [['asking', ['accept', 'decline']], ['asked', ['stay', 'leave']]] as const;

for (const [state, pair] of PAIRS) {
  test(`${pair.join(' and ')} are equal in every computed style and in area, in every theme, hovered and focused too`, async ({ browser, site }) => {
    const { page, close } = await openState(browser, site, state);
    for (const theme of THEMES) {
      for (const width of [320, 1280]) {
        await show(page, { theme, width });
        const look = `${theme}, ${width}`;
        await page.mouse.move(0, 0);
        expect.soft(await differences(page, pair, async () => undefined), look).toEqual([]);
        expect.soft(await differences(page, pair, (name) => partOf(page, name).hover()), `${look}, hovered`).toEqual([]);
        await page.mouse.move(0, 0);
        await page.keyboard.press('Shift');
        expect.soft(await differences(page, pair, (name) => partOf(page, name).focus()), `${look}, focused`).toEqual([]);
        await partOf(page, pair[1]).blur();
      }
    }
    await close();
  });
}

test('the box to be remembered is not ticked, and ticking it loads nothing', async ({ browser, site }) => {
  const { page, close } = await openState(browser, site, 'asking');
  await expect(partOf(page, 'remember')).not.toBeChecked();
  await partOf(page, 'remember').check();
  await expect(page.locator('jitsi-gate')).toHaveAttribute('state', 'asking');
  await close();
});

test('a hovered button keeps the contrast of its text', async ({ browser, site }) => {
  const { page, close } = await openState(browser, site, 'asking');
  for (const theme of THEMES) {
    await show(page, { theme });
    for (const name of ['accept', 'decline']) {
      await partOf(page, name).hover();
      expect.soft((await page.evaluate(() => window.measure.weakTexts())).weak, theme).toEqual([]);
    }
  }
  await close();
});

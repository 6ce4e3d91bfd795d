import { expect, type Page } from 'playwright/test';

/**
 * Helpers for pages with elements that stand in front of what the document or a form has of that name. Playwright's own
 * locators ask the same questions as everybody and get the same wrong answers there, so these ask the prototypes.
 */

/** What a gate shows. */
export interface GateShown {
  readonly state: string | null;
  readonly accept: string | undefined;
  readonly notice: string | null | undefined;
}

/** What every gate of the page shows, in their order. */
export function readGates(page: Page): Promise<GateShown[]> {
  return page.evaluate(() => {
    const gates = Document.prototype.querySelectorAll.call(document, 'jitsi-gate');
    return Array.from(gates, (gate) => ({
      state: gate.getAttribute('state'),
      accept: gate.shadowRoot?.querySelector('[part=accept]')?.textContent,
      notice: gate.shadowRoot?.querySelector('a[href*=privacy], a[href*=evil]')?.getAttribute('href'),
    }));
  });
}

/** Waits until the gates of the page are in these states. */
export async function expectStates(page: Page, ...states: readonly string[]): Promise<void> {
  await expect.poll(async () => (await readGates(page)).map(({ state }) => state)).toEqual(states);
}

/** Clicks on the first element that a selector finds, or a second one in its shadow root, once it is there, has a size and stands still. */
export async function clickOn(page: Page, selector: string, inner?: string): Promise<void> {
  const find = (): Promise<readonly [number, number] | undefined> => page.evaluate(([outside, inside]) => {
    const found = Document.prototype.querySelector.call(document, outside ?? '');
    const target = inside ? found?.shadowRoot?.querySelector(inside) : found;
    if (!target) return undefined;
    Element.prototype.scrollIntoView.call(target, { block: 'nearest' });
    const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(target);
    // Near the corner, where a form has nothing but itself.
    return width > 0 && height > 0 ? [x + Math.min(5, width / 2), y + Math.min(5, height / 2)] as const : undefined;
  }, [selector, inner] as const);
  await expect.poll(async () => {
    const before = await find();
    // As long as a visitor looks before pressing, by the page's own timers.
    for (let look = 0; look < 6; look += 1) await page.evaluate(() => new Promise((resolve) => void setTimeout(resolve, 100)));
    return before !== undefined && JSON.stringify(before) === JSON.stringify(await find());
  }, { timeout: 10_000, intervals: [10] }).toBe(true);
  const [x, y] = (await find()) ?? [0, 0];
  await page.mouse.click(x, y);
}

/** Whether an element that a selector finds is shown. */
export function isShown(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((text) => Document.prototype.querySelector.call(document, text)?.checkVisibility() ?? false, selector);
}

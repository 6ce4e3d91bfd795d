import { expect, type Locator, type Page } from 'playwright/test';

/** The operator of most pages, and what its script is called. */
export const OPERATOR = 'https://meet.example.eu';
export const SCRIPT_URL = `${OPERATOR}/external_api.js`;

/** A decision as it stands in storage; only what tests look at. */
export interface StoredDecision {
  readonly decision: string;
  readonly scope: string;
  readonly purposes: readonly string[];
  readonly at: string;
  readonly until: string;
  readonly source: string;
}

/** The gate of a page with one; with several, `within` tells which placeholder's. */
export function gateOf(page: Page, within = ''): Locator {
  return page.locator(`${within} jitsi-gate`.trim());
}

/** A part of the gate: a button, the heading, the details. */
export function partOf(page: Page, name: string, within = ''): Locator {
  return gateOf(page, within).locator(`[part="${name}"]`);
}

/** Waits until the gate says that it is in a state. */
export async function expectState(page: Page, state: string, within = ''): Promise<void> {
  await expect(gateOf(page, within)).toHaveAttribute('state', state);
}

/** Opens a page and waits for its gate to ask. */
export async function openAsking(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectState(page, 'asking');
  // Texts of rarer facts, and of other languages, are fetched before anything is drawn.
  await expect(gateOf(page).locator('section').first()).toBeAttached();
}

/** How often a visitor looks, 100 ms apart, before pressing: a press right after a button has appeared or moved does not count. */
const LOOKS = 6;

/**
 * Waits until a button has been in sight, and still, for as long as a visitor takes to aim at it. By the page's own timers:
 * on a busy machine they are late, and so are those of the gate.
 */
export async function aimAt(button: Locator): Promise<void> {
  let isStill = false;
  while (!isStill) {
    isStill = await button.evaluate(async (element, looks) => {
      // Playwright's own way rejects where the gate is drawn anew meanwhile; this one then looks at the next button.
      (element as unknown as { scrollIntoViewIfNeeded(): void }).scrollIntoViewIfNeeded();
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      const place = JSON.stringify(element.getBoundingClientRect());
      for (let look = 0; look < looks && JSON.stringify(element.getBoundingClientRect()) === place; look += 1) {
        await new Promise((resolve) => {
          setTimeout(resolve, 100);
        });
      }
      // What came in above it meanwhile may have moved it out of the window.
      const seen = await new Promise<number>((resolve) => {
        new IntersectionObserver(([entry], observer) => (observer.disconnect(), resolve(entry?.intersectionRatio ?? 0))).observe(element);
      });
      return seen > 0.99 && JSON.stringify(element.getBoundingClientRect()) === place;
    }, LOOKS);
  }
}

/** Presses a button as a visitor would. */
export async function pressOn(button: Locator): Promise<void> {
  await aimAt(button);
  await button.click();
}

/** Presses a button of the gate as a visitor would. */
export async function press(page: Page, name: string, within = ''): Promise<void> {
  const button = partOf(page, name, within);
  // By the others nothing is agreed to, so they count at once.
  if (/^(accept|stay)$/.test(name)) await aimAt(button);
  await button.click();
}

/** Says yes, with the box ticked if asked so, and waits for the meeting. */
export async function acceptUntilLive(page: Page, { remember = false, within = '' } = {}): Promise<void> {
  if (remember) await partOf(page, 'remember', within).check();
  await press(page, 'accept', within);
  await expectState(page, 'live', within);
}

/** The decision on an operator in storage; undefined if there is none. */
export async function readDecision(page: Page, operator = 'meet.example.eu'): Promise<StoredDecision | undefined> {
  const text = await page.evaluate((key) => localStorage.getItem(key), `jitsi-gate.${operator}`);
  return text === null ? undefined : (JSON.parse(text) as StoredDecision);
}

/** The frames of the page that lead to another host, also inside shadow roots. */
export function foreignFrames(page: Page): string[] {
  const { origin } = new URL(page.url());
  const urls = page.frames().filter((frame) => frame !== page.mainFrame()).map((frame) => frame.url());
  return urls.filter((url) => url !== 'about:blank' && !url.startsWith(origin));
}

/** Collects what is written to the console from now on, as `type: text`. */
export function listenToConsole(page: Page): string[] {
  const lines: string[] = [];
  page.on('console', (message) => void lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => void lines.push(`pageerror: ${error.message}`));
  return lines;
}

/** What jitsi-gate itself said, from what `listenToConsole` collected; not that rooms could be guessed, as those of tests can. */
export function gateLines(lines: readonly string[]): string[] {
  return lines.filter((line) => line.includes('[jitsi-gate]') && !line.includes('[jitsi-gate] room: '));
}

/** Where the focus is, followed into shadow roots: the part's name, or the tag's where there is no part. */
export function focusedPart(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('part') ?? element?.localName ?? '';
  });
}

/** What is left of an operator in the page: elements, globals, and what its script keeps in the site's storage. */
export function tracesOf(page: Page, origin: string): Promise<string[]> {
  return page.evaluate((address) => {
    const roots: ParentNode[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    const loaded = roots.flatMap((root) => Array.from(root.querySelectorAll('iframe[src], script[src], link[href], img[src]')));
    const elements = loaded.filter((element) => (element.getAttribute('src') ?? element.getAttribute('href') ?? '').includes(address));
    const globals = ['JitsiMeetExternalAPI', 'JitsiMeetJS'].filter((key) => key in window);
    const stored = Object.keys(localStorage).filter((key) => !/^jitsi-gate(-receipt(-text)?)?\./.test(key));
    return [...elements.map((element) => element.localName), ...globals, ...stored];
  }, origin);
}

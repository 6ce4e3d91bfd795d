import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Brings axe into a page. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axe);
}

/** Every violation on the page but those inside the meeting, which is not ours; with what axe says of it. */
export async function findViolations(page: Page): Promise<string[]> {
  const options: RunOptions = { iframes: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  const { violations } = await page.evaluate(async (given) => {
    const { axe: runner } = window as unknown as { axe: { run(root: Document, options: unknown): Promise<AxeResults> } };
    return runner.run(document, given);
  }, options);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

/** What axe finds in three widths and two themes, and each of them in which something is wider than the page. */
export async function findInWidths(page: Page): Promise<string[]> {
  const found: string[] = [];
  await loadAxe(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 700, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 720 });
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      found.push(...(await findViolations(page)).map((one) => `${colorScheme} ${width}: ${one}`), ...isWider ? [`${colorScheme} ${width}: wider than the page`] : []);
    }
  }
  return found;
}

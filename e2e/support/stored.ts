import type { Page } from 'playwright/test';
import type { StoredDecision } from './gate.js';
import type { ReceivedReceipt } from './receiver.js';

/** A receipt in the page's own storage, and whether the endpoint has it. */
export interface KeptReceipt {
  readonly receipt: ReceivedReceipt;
  readonly sent: boolean;
}

/** The gate's JavaScript interface, for what runs inside a page. */
export type PublishedGate = { readonly ready: Promise<import('jitsi-gate').Gate> };

/** What the key of every decision begins with; the operator's key follows. */
export const LEDGER_PREFIX = 'jitsi-gate.';

/** Every decision that a page of the site finds in `localStorage`, or in its cookies, by operator key. */
export async function readDecisions(page: Page): Promise<Readonly<Record<string, StoredDecision>>> {
  const texts = await page.evaluate((prefix) => {
    const isOurs = ([key]: [string, string]): boolean => key.startsWith(prefix);
    const cookies = document.cookie.split('; ').map((pair) => pair.split('=')).map(([name = '', value = '']): [string, string] => [name, value]);
    const decoded = cookies.filter(isOurs).map(([key, value]): [string, string] => [key, decodeURIComponent(value)]);
    return [...(Object.entries(localStorage) as [string, string][]).filter(isOurs), ...decoded];
  }, LEDGER_PREFIX);
  return Object.fromEntries(texts.map(([key, text]) => [key.slice(LEDGER_PREFIX.length), JSON.parse(text) as StoredDecision]));
}

/** Changes a stored decision, as somebody with the developer tools would. */
export async function tamper(page: Page, changed: Readonly<Record<string, unknown>>, key = 'practice'): Promise<void> {
  await page.evaluate(([values, name]) => {
    localStorage.setItem(name, JSON.stringify({ ...JSON.parse(localStorage.getItem(name) ?? '{}') as object, ...values }));
  }, [changed, LEDGER_PREFIX + key] as const);
}

/** The receipts in the page's own storage, oldest first. */
export async function readReceipts(page: Page): Promise<readonly KeptReceipt[]> {
  const texts = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('jitsi-gate-receipt.')).sort().map((key) => localStorage[key] as string));
  return texts.map((text) => JSON.parse(text) as KeptReceipt);
}

/** Waits until a page of the script tag has everything that comes after the first look, and what a choice needs. */
export async function endFetching(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    return ['after-first-look', 'owner'].every((file) => fetched.some((name) => name.includes(`/jitsi-gate/${file}-`)));
  });
  await page.evaluate(async () => {
    await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready;
  });
}

/** Waits until a page has looked for receipts to deliver, and no tab of the site has a delivery under way. */
export async function endDelivery(page: Page): Promise<void> {
  await endFetching(page);
  await page.evaluate(() => navigator.locks.request('jitsi-gate-receipts', () => undefined));
}

/** Lets the pause after a failed delivery be over. */
export async function endPause(page: Page): Promise<void> {
  // A delivery that was asked for earlier would otherwise find the pause over as well.
  await endDelivery(page);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith('jitsi-gate-receipt.'))) {
      localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key] as string) as object, failedAt: 0 });
    }
  });
}

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

/** Every decision that a page of the site finds in `localStorage`, or in its cookie. */
export async function readDecisions(page: Page): Promise<Readonly<Record<string, StoredDecision>>> {
  const text = await page.evaluate(() => {
    const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('jitsi-gate='));
    return localStorage.getItem('jitsi-gate') ?? (cookie ? decodeURIComponent(cookie.slice('jitsi-gate='.length)) : '{}');
  });
  return (JSON.parse(text) as { decisions?: Record<string, StoredDecision> }).decisions ?? {};
}

/** Changes a stored decision, as somebody with the developer tools would. */
export async function tamper(page: Page, changed: Readonly<Record<string, unknown>>, key = 'practice'): Promise<void> {
  await page.evaluate(([values, operator]) => {
    const stored = JSON.parse(localStorage.getItem('jitsi-gate') ?? '{}') as { decisions: Record<string, object> };
    stored.decisions[operator] = { ...stored.decisions[operator], ...values };
    localStorage.setItem('jitsi-gate', JSON.stringify(stored));
  }, [changed, key] as const);
}

/** The receipts in the page's own storage, oldest first. */
export async function readReceipts(page: Page): Promise<readonly KeptReceipt[]> {
  const texts = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('jitsi-gate-receipt.')).sort().map((key) => localStorage[key] as string));
  return texts.map((text) => JSON.parse(text) as KeptReceipt);
}

/** Waits until a page of the script tag has everything that gates fetch right after their first look. */
export async function endFetching(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    return ['check', 'after', 'follow-up', 'diagnostics'].every((file) => fetched.some((name) => name.includes(`/jitsi-gate/${file}-`)));
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

import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { NOTHING_RESOLVES } from '../e2e/support/network-log.js';
import { chromiumFlags } from '../test/support/chromium-flags.js';
import { findChromium } from '../test/support/find-chromium.js';
import type { Contender } from './contenders/contender.js';
import { detectorScript } from './detector.js';

/** `local` is the loopback as it is; `slow` has 60 ms of round trip and 9 Mbit/s, by the browser's own emulation. */
export type Network = 'local' | 'slow';

const SLOW = { offline: false, latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 };

/** One page of one contender, in a context of its own: nothing is cached, nothing stored. */
export interface OpenPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly context: BrowserContext;
}

/** Which page to open, and how it is reached. */
export interface Visit {
  readonly contender: Contender;
  readonly size: number;
  readonly network: Network;
}

/** The one browser of a whole run, and where the pages are. */
export interface Bench {
  readonly browser: Browser;
  readonly origin: string;
}

/**
 * Starts the browser that most of e2e uses: the headless shell where there is one, because a whole browser draws a window of
 * its own for every context, at the cost of what is measured. No host but the machine itself can be reached.
 */
export async function startBrowser(): Promise<Browser> {
  const { path: whole, shell } = await findChromium();
  const path = shell ?? whole;
  return chromium.launch({ ...(path && { executablePath: path }), args: [...chromiumFlags, NOTHING_RESOLVES] });
}

/** An empty page in a new context, with the detector waiting for the first navigation. */
export async function preparePage({ browser }: Bench, { contender, network }: Visit): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB', serviceWorkers: 'block' });
  await context.addInitScript(detectorScript(contender.accept));
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (network === 'slow') {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', SLOW);
  }
  return { page, cdp, context };
}

/** Where a visit leads. */
export function addressOf({ origin }: Bench, { contender, size }: Visit): string {
  return `${origin}/${contender.key}/${size}.html`;
}

/** Waits for some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

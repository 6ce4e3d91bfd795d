import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Receipts, openReceipts } from '../../src/receipts/receipts.js';
import { receiptSchema } from '../../src/receipts/receipt-schema.js';
import type { ConfigInput } from '../../src/config/schema.js';
import { type Browser, type Tab, createBrowser } from '../support/browser-tabs.js';
import { NOON } from '../support/page-view.js';
import { type Endpoint, stubEndpoint, stubLocks } from '../support/receiving-endpoint.js';
import { sampleOperator, sampleSettings } from '../support/sample-config.js';
import { sampleRecord } from '../support/sample-receipt.js';
import { stubPage } from '../support/stub-page.js';

const PREFIX = 'jitsi-gate-receipt.';
const DAY = 86_400_000;

let browser: Browser;
let endpoint: Endpoint;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(console, 'warn').mockReturnValue();
  stubPage('https://site.example/rooms/');
  stubLocks();
  browser = createBrowser();
  endpoint = stubEndpoint();
});
afterEach(async () => {
  // What a test leaves under way must not reach the endpoint of the next one.
  await settle();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface View {
  readonly tab: Tab;
  readonly receipts: Receipts;
  decide(text?: string): void;
}

/** A page view of a site with an endpoint. */
function visit(options: Partial<ConfigInput> = {}): View {
  const tab = browser.openTab();
  const settings = sampleSettings({ receipts: '/receipts', ...options });
  const receipts = tab.run(() => openReceipts(settings));
  const decide = (text = 'Load meeting'): void => {
    tab.run(() => receipts.add({ operator: sampleOperator(), record: sampleRecord, text, sourceName: null }));
  };
  return { tab, receipts, decide };
}

/** The page is closed: nothing of it runs any more. */
function close({ tab, receipts }: View): void {
  tab.run(() => receipts.close());
}

/** Lets everything that is under way come to an end. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(60_000);
const list = ({ tab, receipts }: View) => tab.run(() => receipts.list());
const idsOf = (view: View): string[] => list(view).map(({ receipt_id: id }) => id);
const arrived = (): string[] => endpoint.arrived.map(({ id }) => id);

describe('a decision', () => {
  it.each(['local', 'cookie'] as const)('has its receipt in storage in the same turn: %s', (storage) => {
    const view = visit({ storage });
    view.decide();
    const texts = [...browser.kept].filter(([key]) => key.startsWith(PREFIX)).map(([, text]) => text);
    const receipts = texts.map((text) => (JSON.parse(text) as { receipt: unknown }).receipt);
    expect(receipts.map((receipt) => receiptSchema.safeParse(receipt).success)).toEqual([true]);
    expect([...browser.kept.keys()].filter((key) => !key.startsWith(PREFIX))).toEqual([expect.stringMatching(/^jitsi-gate-receipt-text\.[\da-f]{64}$/)]);
  });

  it('has a receipt with an id of its own', () => {
    const view = visit();
    for (let count = 0; count < 3; count += 1) view.decide();
    expect(new Set(idsOf(view)).size).toBe(3);
  });

  it('has the text that was read, line by line, with its hash, and none without a text', () => {
    const view = visit();
    for (const text of ['  Run by\n\n  A \u00a0 „x“ \n', 'Run by\nA „x“', '', ' \n ']) view.decide(text);
    const text = 'Run by\nA „x“';
    const shown = { sha256: createHash('sha256').update(text).digest('hex'), text, bytes: Buffer.byteLength(text) };
    expect(list(view).map((receipt) => receipt.shown)).toEqual([shown, shown, { bytes: 0 }, { bytes: 0 }].map((of) => expect.objectContaining(of) as unknown));
    expect(list(view)[2]?.shown).not.toHaveProperty('text');
  });

  it('names the privacy notice by its whole address', () => {
    const view = visit({ privacyUrl: '/privacy#meetings' });
    view.decide();
    expect(list(view)[0]?.privacy_notice.url).toBe('https://site.example/privacy#meetings');
  });

  it.each(['#meetings', '?page=privacy', 'privacy.html', '../privacy', 'https://other.example/p'])('says nothing of the page it was made on: %s', (privacyUrl) => {
    const view = visit({ privacyUrl });
    view.decide();
    expect(list(view)[0]?.privacy_notice.url).toBe(privacyUrl);
    expect(JSON.stringify(list(view))).not.toContain('/rooms');
  });
});

describe('delivery', () => {
  it('does not begin before a decision', async () => {
    visit();
    await settle();
    expect(endpoint.arrived).toEqual([]);
  });

  it('happens only where the site has an endpoint', async () => {
    const settings = sampleSettings();
    const tab = browser.openTab();
    const receipts = tab.run(() => openReceipts(settings));
    tab.run(() => receipts.add({ operator: sampleOperator(), record: sampleRecord, text: '', sourceName: null }));
    await settle();
    expect(endpoint.arrived).toEqual([]);
  });

  it('follows a decision at once', async () => {
    const view = visit();
    view.decide();
    await settle();
    expect(arrived()).toEqual(idsOf(view));
  });

  it('is made good on a later page view, in order and once', async () => {
    endpoint.behave('offline');
    const first = visit();
    for (let count = 0; count < 3; count += 1) first.decide();
    await settle();
    const ids = idsOf(first);
    close(first);
    endpoint.behave(204);
    for (let view = 0; view < 3; view += 1) {
      await vi.advanceTimersByTimeAsync(DAY);
      close(visit());
      await settle();
    }
    expect(endpoint.taken).toEqual(ids);
  });

  it('is tried again as soon as the network is back, until the page is closed', async () => {
    endpoint.behave('offline');
    const view = visit();
    view.decide();
    await settle();
    endpoint.behave(204);
    view.tab.fire(new Event('online'));
    await settle();
    expect(endpoint.taken).toEqual(idsOf(view));
    close(view);
    endpoint.behave('offline');
    const other = visit();
    other.decide();
    close(other);
    await vi.advanceTimersByTimeAsync(DAY);
    const before = endpoint.arrived.length;
    for (const { tab } of [view, other]) tab.fire(new Event('online'));
    await settle();
    expect(endpoint.arrived.length).toBe(before);
  });

  it('loses nothing of a page that is closed in the middle of it', async () => {
    endpoint.behave('hangs');
    const first = visit();
    for (let count = 0; count < 3; count += 1) first.decide();
    const ids = idsOf(first);
    close(first);
    // The request that hung dies with its page; the lock is free again.
    stubLocks();
    endpoint.behave(204);
    visit();
    await settle();
    expect([...new Set(endpoint.taken)]).toEqual(ids);
  });

  it('goes through one tab at a time', async () => {
    endpoint.behave('offline');
    const first = visit();
    for (let count = 0; count < 4; count += 1) first.decide();
    await settle();
    await vi.advanceTimersByTimeAsync(DAY);
    endpoint.behave(204);
    for (let count = 0; count < 3; count += 1) visit();
    await settle();
    expect([endpoint.taken, endpoint.mostAtOnce()]).toEqual([idsOf(first), 1]);
  });
});

describe('storage in trouble', () => {
  it.each(['full', 'blocked'] as const)('that is %s keeps the receipts of this page view', async (trouble) => {
    browser.trouble = trouble;
    const view = visit();
    expect(() => view.decide()).not.toThrow();
    expect(list(view)).toHaveLength(1);
    await settle();
    expect(arrived()).toEqual(idsOf(view));
  });

  it('that fills up loses no receipt that is waiting there', async () => {
    endpoint.behave('offline');
    const first = visit();
    first.decide();
    await settle();
    const [waiting] = idsOf(first);
    close(first);
    browser.trouble = 'full';
    const second = visit();
    second.decide();
    close(second);
    await settle();
    browser.trouble = 'none';
    endpoint.behave(204);
    await vi.advanceTimersByTimeAsync(DAY);
    visit();
    await settle();
    expect(endpoint.taken).toContain(waiting);
  });

  it.each(['garbage', '{"v":2}', 'x'.repeat(1_000_000), '{"v":1,"sent":false}'])('that holds something else does no harm: %.20s', (text) => {
    browser.kept.set(`${PREFIX}x`, text);
    const view = visit();
    expect(list(view)).toEqual([]);
    view.decide();
    expect(list(view)).toHaveLength(1);
  });
});

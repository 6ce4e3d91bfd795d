import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KEPT, createOutbox } from '../../src/receipts/outbox.js';
import { openReceipts } from '../../src/receipts/receipts.js';
import { sendReceipts } from '../../src/receipts/sender.js';
import { createMemoryStore } from '../../src/storage/memory-store.js';
import type { Store } from '../../src/storage/store.js';
import { createBrowser } from '../support/browser-tabs.js';
import { NOON } from '../support/page-view.js';
import { type Endpoint, stubEndpoint, stubLocks } from '../support/receiving-endpoint.js';
import { sampleOperator, sampleSettings } from '../support/sample-config.js';
import { receiptId, sampleReceipt, sampleRecord } from '../support/sample-receipt.js';
import { stubPage } from '../support/stub-page.js';

const AT = sampleRecord.at;

let endpoint: Endpoint;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(console, 'warn').mockReturnValue();
  stubPage('https://site.example/rooms/');
  stubLocks();
  endpoint = stubEndpoint();
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const nameOf = (time: string, number: number): string => `${time}.${String(number).padStart(6, '0')}.${receiptId(number)}`;
const textOf = (receipt: unknown): string => JSON.stringify({ v: 1, sent: false, tries: 0, failedAt: 0, receipt });
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** The receipts that are sent from a store, by their numbers. */
async function sentFrom(store: Store): Promise<number[]> {
  const sending = sendReceipts({ endpoint: 'https://site.example/receipts', outbox: createOutbox(store, createMemoryStore()) });
  await vi.advanceTimersByTimeAsync(60_000 * KEPT);
  await sending;
  return endpoint.arrived.map(({ id }) => Number(id.slice(-12)));
}

/** A store that a script of the site has filled, with a real receipt of the gate's in it. */
function filled(texts: readonly string[], time = AT): Store {
  const store = createMemoryStore();
  createOutbox(store, createMemoryStore()).add(sampleReceipt(1));
  for (const [index, text] of texts.entries()) store.write(nameOf(time, 100 + index), text);
  return store;
}

const real = sampleReceipt(2);

describe('what a script of the site puts among the receipts is never sent', () => {
  it.each<[string, string]>([
    ['with a field of its own', textOf({ ...real, room: 'secret' })],
    ['with a field of its own further down', textOf({ ...real, events: [{ ...real.events[0], ip: '203.0.113.7' }] })],
    ['without events', textOf({ ...real, events: undefined })],
    ['with an event that is a text', textOf({ ...real, events: ['given'] })],
    ['with an id that is none', textOf({ ...real, receipt_id: '../../admin' })],
    ['with 40,000 levels in it', textOf(real).replace('"terms":', `"more":${deep(20_000)},"terms":`)],
    ['with 100,000 levels', deep(100_000)],
    ['of 100 kB', textOf({ ...real, terms: 'x'.repeat(100_000) })],
    ['of five megabytes', textOf({ ...real, terms: 'x'.repeat(5_000_000) })],
    ['that is only an id', textOf({ receipt_id: receiptId(9), schema_version: 'jitsi-gate-receipt-1' })],
    ['that reaches for a prototype', `{"v":1,"__proto__":{"receipt":${JSON.stringify(real)}},"sent":false}`],
  ])('%s', async (_, text) => {
    expect(await sentFrom(filled([text]))).toEqual([1]);
  });

  it('while a real receipt put back as it was is, as a measure of the others', async () => {
    expect(await sentFrom(filled([textOf(real)]))).toEqual([1, 2]);
  });
});

describe('ten thousand of them', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => (index % 2 ? '{}' : textOf({ ...real, index })));

  it.each([
    ['under names that come last', 'zzz'],
    ['under names from the future', '2999-01-01T00:00:00.000Z'],
    ['under names of the year 0', '0000-01-01T00:00:00.000Z'],
  ])('%s keep no receipt from being sent, and go with the next decision', async (_, time) => {
    const store = filled(many, time);
    expect(await sentFrom(store)).toEqual([1]);
    createOutbox(store, createMemoryStore()).add(sampleReceipt(3));
    expect(store.names()).toHaveLength(KEPT);
    expect(createOutbox(store, createMemoryStore()).entries().map(({ receipt }) => receipt.receipt_id)).toEqual([receiptId(1), receiptId(3)]);
  });

  it('that are real, each a copy, are at most fifty requests', async () => {
    const copies = Array.from({ length: 1000 }, (_, index) => textOf(sampleReceipt(1000 + index)));
    expect(await sentFrom(filled(copies))).toHaveLength(KEPT);
  });

  it('keep the next decision from neither its receipt nor its delivery', async () => {
    const store = filled(many, 'zzz');
    const outbox = createOutbox(store, createMemoryStore());
    outbox.add(sampleReceipt(4));
    expect(outbox.entries().at(-1)?.receipt.receipt_id).toBe(receiptId(4));
    expect(await sentFrom(store)).toEqual([1, 4]);
  });
});

describe('the endpoint', () => {
  it('stays where it was when a <base> comes into the page later', async () => {
    const settings = sampleSettings({ receipts: '/receipts' });
    const tab = createBrowser().openTab();
    const receipts = tab.run(() => openReceipts(settings));
    stubPage('https://site.example/rooms/', 'https://evil.example/');
    tab.run(() => receipts.add({ operator: sampleOperator(), record: sampleRecord, text: '', sourceName: null }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(endpoint.arrived.map(({ url }) => url)).toEqual(['https://site.example/receipts']);
    receipts.close();
  });
});

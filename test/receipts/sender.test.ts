import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Outbox, createOutbox } from '../../src/receipts/outbox.js';
import { sendReceipts } from '../../src/receipts/sender.js';
import { createMemoryStore } from '../../src/storage/memory-store.js';
import { NOON } from '../support/page-view.js';
import { type Behaviour, type Endpoint, stubEndpoint, stubLocks } from '../support/receiving-endpoint.js';
import { receiptId, sampleReceipt } from '../support/sample-receipt.js';

const URL = 'https://site.example/receipts';
const SECOND = 1000;
const DAY = 86_400 * SECOND;

let endpoint: Endpoint;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(console, 'warn').mockReturnValue();
  stubLocks();
  endpoint = stubEndpoint();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A store of this page view alone, which its tabs share. */
const memory = createMemoryStore;

/** An outbox with that many receipts to be sent, numbered from one. */
function outboxOf(count: number, store = memory()): Outbox {
  const outbox = createOutbox(store, createMemoryStore());
  for (let number = 1; number <= count; number += 1) outbox.add(sampleReceipt(number));
  return outbox;
}

/** Sends as one page view does, and lets time pass until it has given up or is done. */
async function send(outbox: Outbox): Promise<void> {
  const sending = sendReceipts({ endpoint: URL, outbox });
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  await sending;
}

const numbers = (ids: readonly string[]): number[] => ids.map((id) => Number(id.slice(-12)));
const arrived = (): number[] => numbers(endpoint.arrived.map(({ id }) => id));
const unsent = (outbox: Outbox): number[] => numbers(outbox.entries().filter(({ sent }) => !sent).map(({ receipt }) => receipt.receipt_id));

describe('an endpoint that takes receipts', () => {
  it('gets each once, oldest first', async () => {
    const outbox = outboxOf(3);
    await send(outbox);
    expect([arrived(), unsent(outbox)]).toEqual([[1, 2, 3], []]);
  });

  it.each([200, 201, 202, 204, 299])('never gets one again after it answered %i', async (status) => {
    endpoint.behave(status);
    const store = memory();
    const outbox = outboxOf(2, store);
    await send(outbox);
    await send(outbox);
    await send(createOutbox(store, createMemoryStore()));
    expect(arrived()).toEqual([1, 2]);
  });

  it('gets it as JSON, without credentials or referrer, in a request that outlives the page and follows no redirect', async () => {
    await send(outboxOf(1));
    const [request] = endpoint.arrived;
    expect(request?.url).toBe(URL);
    expect(request?.init).toMatchObject({
      method: 'POST', headers: { 'content-type': 'application/json' }, keepalive: true, credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer',
    });
    expect(JSON.parse(String(request?.init.body))).toEqual(sampleReceipt(1));
  });

  it('gets what was added while it took another', async () => {
    const outbox = outboxOf(1);
    const first = send(outbox);
    outbox.add(sampleReceipt(2));
    await Promise.all([first, send(outbox)]);
    expect([arrived(), unsent(outbox)]).toEqual([[1, 2], []]);
  });

  it('gets nothing where there is nothing', async () => {
    await send(outboxOf(0));
    expect(endpoint.arrived).toEqual([]);
  });
});

const TROUBLE: readonly Behaviour[] = [500, 503, 429, 422, 419, 415, 405, 404, 403, 401, 400, 304, 'offline', 'hangs', 'redirects'];

describe.each(TROUBLE)('an endpoint that does this: %s', (trouble) => {
  it('leaves every receipt queued, and is asked no further', async () => {
    endpoint.behave(trouble);
    const outbox = outboxOf(3);
    await send(outbox);
    expect([arrived(), unsent(outbox)]).toEqual([[1], [1, 2, 3]]);
  });

  it('gets them later, in order', async () => {
    const store = memory();
    endpoint.behave(trouble);
    await send(outboxOf(3, store));
    endpoint.behave(204);
    await vi.advanceTimersByTimeAsync(DAY);
    await send(createOutbox(store, createMemoryStore()));
    expect([numbers(endpoint.taken), unsent(createOutbox(store, createMemoryStore()))]).toEqual([[1, 2, 3], []]);
  });

  it('is left alone until the pause is over', async () => {
    endpoint.behave(trouble);
    const outbox = outboxOf(1);
    await sendAndStop(outbox);
    const pauseEnds = endOfPause(outbox);
    vi.setSystemTime(pauseEnds - 1);
    await sendAndStop(outbox);
    expect(arrived()).toEqual([1]);
    vi.setSystemTime(pauseEnds);
    await sendAndStop(outbox);
    expect(arrived()).toEqual([1, 1]);
  });

  it('is asked again at once when that is urgent', async () => {
    endpoint.behave(trouble);
    const outbox = outboxOf(1);
    await sendAndStop(outbox);
    endpoint.behave(204);
    await sendReceipts({ endpoint: URL, outbox, isUrgent: true });
    expect(numbers(endpoint.taken)).toEqual([1]);
  });
});

/** When the pause of the oldest receipt ends: half a minute after its first failure, twice as long after each further one. */
function endOfPause(outbox: Outbox): number {
  const { failedAt, tries } = outbox.entries().find(({ sent }) => !sent) ?? { failedAt: Number.NaN, tries: 0 };
  return failedAt + 30 * SECOND * 2 ** (tries - 1);
}

/** Sends without letting time pass. */
async function sendNow(outbox: Outbox): Promise<void> {
  const sending = sendReceipts({ endpoint: URL, outbox });
  await vi.advanceTimersByTimeAsync(0);
  await sending;
}

/** Sends, and lets no more time pass than the endpoint's patience needs. */
async function sendAndStop(outbox: Outbox): Promise<void> {
  const sending = sendReceipts({ endpoint: URL, outbox });
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  await sending;
}

describe('the pause after a failure', () => {
  it('doubles from half a minute to a day, and stays there', async () => {
    endpoint.behave('offline');
    const outbox = outboxOf(1);
    const pauses: number[] = [];
    await sendNow(outbox);
    for (let pause = 0; pause < 15; pause += 1) {
      const [failedAt, before] = [Date.now(), arrived().length];
      // A page view every thirty seconds, until one asks again.
      while (arrived().length === before) {
        vi.setSystemTime(Date.now() + 30 * SECOND);
        await sendNow(outbox);
      }
      pauses.push((Date.now() - failedAt) / SECOND);
    }
    expect(pauses.slice(0, 12)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360, 30_720, 61_440]);
    expect(new Set(pauses.slice(12))).toEqual(new Set([86_400]));
  });

  it('is each receipt\'s own: one that the endpoint never takes holds up no other for long', async () => {
    const outbox = outboxOf(3);
    endpoint.behave(() => (arrived().at(-1) === 2 ? 400 : 204));
    for (let view = 0; view < 10; view += 1) {
      await sendAndStop(outbox);
      vi.setSystemTime(Date.now() + 31 * SECOND);
    }
    expect(unsent(outbox)).toEqual([2]);
    outbox.add(sampleReceipt(4));
    await sendAndStop(outbox);
    expect(unsent(outbox)).toEqual([2]);
  });

  it.each([
    ['a clock that was wrong by years', NOON + 3650 * DAY],
    ['somebody who can write the storage', Number.MAX_SAFE_INTEGER],
  ])('does not begin in the future, as after %s', async (_, failedAt) => {
    const outbox = outboxOf(1);
    const [entry] = outbox.entries();
    if (entry) outbox.update(entry, { sent: false, tries: 5, failedAt });
    await send(outbox);
    expect(numbers(endpoint.taken)).toEqual([1]);
  });

  it('is no reason to tell the owner twice', async () => {
    endpoint.behave(500);
    const outbox = outboxOf(1);
    for (let view = 0; view < 3; view += 1) {
      await sendAndStop(outbox);
      vi.setSystemTime(endOfPause(outbox));
    }
    expect(vi.mocked(console.warn).mock.calls.length).toBeLessThanOrEqual(1);
  });
});

describe('tabs', () => {
  it('send one after the other, and none what another has sent', async () => {
    const store = memory();
    outboxOf(5, store);
    await Promise.all([1, 2, 3].map(() => send(createOutbox(store, createMemoryStore()))));
    expect([arrived(), endpoint.mostAtOnce()]).toEqual([[1, 2, 3, 4, 5], 1]);
  });

  it('that wait behind one which failed leave the endpoint alone', async () => {
    endpoint.behave(500);
    const store = memory();
    outboxOf(5, store);
    const sending = [1, 2, 3].map(() => sendReceipts({ endpoint: URL, outbox: createOutbox(store, createMemoryStore()) }));
    await vi.advanceTimersByTimeAsync(0);
    await Promise.all(sending);
    expect(arrived()).toEqual([1]);
  });

  it('whose storage is slower than their locks send none twice', async () => {
    // Chromium keeps a copy of the storage in each process, which learns of the others' writes only after their locks.
    const store = memory();
    outboxOf(3, store);
    const copy = memory();
    for (const name of store.names()) copy.write(name, store.read(name) ?? '');
    const [first, second] = [store, copy].map((store) => sendReceipts({ endpoint: URL, outbox: createOutbox(store, createMemoryStore()) }));
    await vi.advanceTimersByTimeAsync(0);
    await Promise.all([first, second]);
    expect(arrived()).toEqual([1, 2, 3]);
  });

  it('send even where the browser has no locks', async () => {
    vi.stubGlobal('navigator', {});
    const outbox = outboxOf(2);
    await send(outbox);
    expect([arrived(), unsent(outbox)]).toEqual([[1, 2], []]);
  });
});

describe('whatever an endpoint does', () => {
  const behaviour = fc.constantFrom<Behaviour>(204, 200, 500, 'offline', 'hangs', 'redirects');

  it('every receipt arrives in the end, in order, and none again after it was taken', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(behaviour, { maxLength: 10 }), async (count, answers) => {
      endpoint = stubEndpoint();
      endpoint.behave(() => answers.shift() ?? 204);
      const store = memory();
      outboxOf(count, store);
      // Another page view every day.
      for (let view = 0; view < 12; view += 1) {
        await send(createOutbox(store, createMemoryStore()));
        await vi.advanceTimersByTimeAsync(DAY);
      }
      expect(numbers(endpoint.taken)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(createOutbox(store, createMemoryStore()).entries().every(({ sent }) => sent)).toBe(true);
    }), { numRuns: 50 });
  });

  it('a page killed after an answer was noted sends nothing again, and one killed before it repeats at most that one', async () => {
    for (const killedAt of [1, 2, 3]) {
      endpoint = stubEndpoint();
      const store = memory();
      outboxOf(3, store);
      // The endpoint takes it, but the answer never reaches the page: it is gone.
      endpoint.behave(() => (endpoint.arrived.length === killedAt ? 'offline' : 204));
      await send(createOutbox(store, createMemoryStore()));
      expect(unsent(createOutbox(store, createMemoryStore()))[0]).toBe(killedAt);
      endpoint.behave(204);
      await vi.advanceTimersByTimeAsync(DAY);
      await send(createOutbox(store, createMemoryStore()));
      const seen = arrived();
      expect(seen.toSorted()).toEqual([1, 2, 3, killedAt].toSorted());
      expect(endpoint.taken).toHaveLength(3);
      expect(new Set(endpoint.taken)).toEqual(new Set([1, 2, 3].map(receiptId)));
    }
  });
});

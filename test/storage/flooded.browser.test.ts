import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addReached, pressTo } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite, receiptsLoaded, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();

const KEY = 'jitsi-gate.clinic';
const PREFIX = 'jitsi-gate-receipt.';
const FLOOD = 10_000;

let failures: string[] = [];
const note = (event: Event): void => void failures.push(event.type);

beforeEach(() => {
  failures = [];
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  window.addEventListener('error', note);
  window.addEventListener('unhandledrejection', note);
});
afterEach(() => {
  window.removeEventListener('error', note);
  window.removeEventListener('unhandledrejection', note);
  vi.restoreAllMocks();
  expect(failures).toEqual([]);
});

/** Ten thousand entries among the receipts, under names that come after every real one. */
function flood(prefix = PREFIX): void {
  for (let number = 0; number < FLOOD; number += 1) localStorage.setItem(`${prefix}zzz${number}`, number % 2 ? '{"v":1,"receipt":{}}' : '[[[');
}

const receiptKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

/** How long something takes in milliseconds. */
function timeOf(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

const decline = (site: ReturnType<typeof openSite>): void => site.decline('clinic', { source: 'api', name: 'test' });

describe('a queue of receipts that a script has filled', () => {
  it('keeps neither gate nor decision nor receipt from the visitor, and is gone with the first decision', async () => {
    flood();
    const site = openSite();
    const gate = await addReached('asking');
    await pressTo(gate, 'decline', 'declined');
    expect([receiptKeys().length, site.receipts().map(({ events }) => events[0]?.event_state)]).toEqual([50, ['refused']]);
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'declined' });
  });

  it('costs a page view little more than walking through the same keys, and a decision no more than removing them', async () => {
    // What the storage itself costs, without us: the measure of both.
    flood('theirs.');
    const walk = timeOf(() => void Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index)).sort());
    const removal = timeOf(() => {
      for (let number = 0; number < FLOOD; number += 1) localStorage.removeItem(`theirs.zzz${number}`);
    });
    const site = openSite();
    await receiptsLoaded();
    flood();
    // About 1.4 and 1 where this was written; the queue itself takes less than a millisecond when it is empty.
    const list = timeOf(() => site.receipts()) / Math.max(walk, 1);
    const decision = timeOf(() => decline(site)) / Math.max(walk + removal, 1);
    expect(receiptKeys()).toHaveLength(50);
    expect(list).toBeLessThan(10);
    expect(decision).toBeLessThan(10);
  });
});

describe('ten thousand entries of operators that nobody declares', () => {
  it('keep neither gate nor decision from the visitor, and go where they are damaged', async () => {
    flood('jitsi-gate.');
    openSite();
    await pressTo(await addReached('asking'), 'decline', 'declined');
    // What no gate has written is not ours to remove.
    expect(Object.keys(localStorage).filter((key) => key.startsWith('jitsi-gate.'))).toHaveLength(FLOOD / 2 + 1);
    expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toMatchObject({ decision: 'declined' });
  });
});

describe('a decision as no gate writes it', () => {
  const deep = `${'['.repeat(45_000)}${']'.repeat(45_000)}`;
  const texts: Readonly<Record<string, string>> = {
    'of 45,000 levels': deep,
    'of 100,000 levels': '['.repeat(100_000) + ']'.repeat(100_000),
    'with a decision of 45,000 levels': `{"v":1,"decision":${deep}}`,
    'with a version of 45,000 levels': `{"v":${deep}}`,
    'with a version that has no text': '{"v":{"toString":1,"valueOf":1}}',
    'of four million characters': `{"v":1,"more":"${'x'.repeat(4_000_000)}"}`,
  };

  it.each(Object.keys(texts))('is no yes, breaks nothing and is written over: %s', async (name) => {
    localStorage.setItem(KEY, texts[name] ?? '');
    openSite();
    await pressTo(await addReached('asking'), 'decline', 'declined');
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'declined' });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addReached, press, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf } from '../support/meeting-of.js';
import { closeSite, openSite } from '../support/open-site.js';

let warnings: string[] = [];

const original = Object.getOwnPropertyDescriptor(window, 'localStorage');

function refuse(name: string): () => never {
  return () => {
    throw new DOMException('not allowed here', name);
  };
}

beforeEach(() => {
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((text: unknown) => void warnings.push(String(text)));
});
afterEach(async () => {
  vi.restoreAllMocks();
  if (original) Object.defineProperty(window, 'localStorage', original);
  await closeSite();
});

/** The ways in which a browser keeps a page from its storage. */
const blocks: Readonly<Record<string, () => void>> = {
  'the property itself throws': () => void Object.defineProperty(window, 'localStorage', { configurable: true, get: refuse('SecurityError') }),
  'there is no storage': () => void Object.defineProperty(window, 'localStorage', { configurable: true, value: null }),
  // Only for our own key: Jitsi's script reads the storage without a guard once it has it.
  'reading and writing throw': () => {
    for (const method of ['getItem', 'setItem'] as const) {
      const real = Storage.prototype[method] as (...args: string[]) => string | null;
      vi.spyOn(Storage.prototype, method).mockImplementation(function (this: Storage, ...args: string[]) {
        return args[0] === 'jitsi-gate.clinic' ? refuse('SecurityError')() : real.apply(this, args);
      } as never);
    }
  },
  'writing throws': () => void vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse('QuotaExceededError')),
};

describe.each(Object.keys(blocks))('where %s', (name) => {
  it('a gate works for this page view', async () => {
    blocks[name]?.();
    openSite();
    const [gate, other] = [await addReached(), await addReached()];
    await press(gate, 'remember');
    await pressTo(gate, 'accept', 'live');
    await reached(other, 'ready');
    await pressTo(gate, 'withdraw', 'asking');
    await reached(other, 'asking');
    await pressTo(gate, 'decline', 'declined');
    await pressTo(gate, 'reconsider', 'asking');
  });

  it('nothing counts on the next page view', async () => {
    blocks[name]?.();
    openSite().grant('clinic', { source: 'api', name: 'test' });
    await addReached('ready');
    openSite();
    await addReached('asking');
  });
});

it('the owner is told once that a decision could not be stored', async () => {
  blocks['writing throws']?.();
  const site = openSite();
  for (const act of [site.grant, site.decline, site.grant]) act('clinic', { source: 'api', name: 'test' });
  await addReached('ready');
  // Once a page view: an earlier test of this page may have been the one.
  expect(warnings.filter((line) => line.includes('storage')).length).toBeLessThanOrEqual(1);
});

describe('storage that is full', () => {
  /** Fills the page's real storage to the last byte. */
  function fill(): void {
    let chunk = 'x'.repeat(1_000_000);
    for (let index = 0; chunk.length > 0; index += 1) {
      try {
        localStorage.setItem(`filler-${index}`, chunk);
      } catch {
        // Full for this much; a smaller piece may fit.
        chunk = chunk.slice(0, Math.floor(chunk.length / 2));
      }
    }
  }

  it('lets the gate work for this page view', async () => {
    fill();
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    expect([localStorage.getItem('jitsi-gate.clinic'), framesOf(gate).length]).toEqual([null, 1]);
    await pressTo(gate, 'withdraw', 'asking');
  });

  it('never lets an older grant outlive a withdrawal on this page view', async () => {
    openSite().grant('clinic', { source: 'api', name: 'test' });
    fill();
    openSite();
    const gate = await addReached('ready');
    await pressTo(gate, 'withdraw', 'asking');
    expect(gate.state).toBe('asking');
  });
});

it('a withdrawal that cannot be written does not leave a grant for the next page view', async () => {
  openSite().grant('clinic', { source: 'api', name: 'test' });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse('QuotaExceededError'));
  openSite();
  await pressTo(await addReached('ready'), 'withdraw', 'asking');
  vi.restoreAllMocks();
  document.body.replaceChildren();
  openSite();
  await addReached('asking');
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addReached, press, pressTo } from '../support/gate-on-page.js';
import { framesOf } from '../support/meeting-of.js';
import { closeSite, openSite, receiptsLoaded } from '../support/open-site.js';
import { openOwnPage } from '../support/page-of-its-own.js';
import { gated } from '../support/placeholder.js';

const OURS = /^\[jitsi-gate\] [\w-]+: /;

let warnings: string[] = [];

beforeEach(() => {
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((text: unknown) => void warnings.push(String(text)));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeSite();
});

describe('what cannot be read is no grant, the visitor notices nothing, and the owner is told once:', () => {
  it.each([
    ['corrupt', '{"v":1,"decis'],
    ['of 5 MB', '{"v":1}'.padEnd(5_000_000)],
    ['newer', '{"v":2}'],
  ])('a record that is %s', async (_, text) => {
    localStorage.setItem(`jitsi-gate.${location.host}`, text);
    // Each in a page of its own, because a page prints a warning once.
    const attributes = { domain: location.host, operator: 'Clinic GmbH', country: 'DE', privacyUrl: '/privacy' };
    const own = await openOwnPage('<div data-jitsi-room="room-x8k2pq9z"></div>'.repeat(2), attributes);
    for (const placeholder of own.document.querySelectorAll('div')) await gated(placeholder, 'asking');
    expect([own.failure, own.errors, own.warnings.filter((line) => OURS.test(line)).length]).toEqual([undefined, [], 1]);
  });
});

it('storage that is full keeps the visit going, with its receipt, and the owner is told once', async () => {
  const { setItem } = Storage.prototype;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    // Jitsi's own script writes without a guard.
    if (key.startsWith('jitsi-gate')) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, value);
  });
  const site = openSite();
  await receiptsLoaded();
  const gate = await addReached('asking', { room: 'room-x8k2pq9z' });
  await press(gate, 'remember');
  await pressTo(gate, 'accept', 'live');
  expect([framesOf(gate).length, site.receipts().map(({ events }) => events[0]?.event_state), localStorage.length]).toEqual([1, ['given'], 0]);
  await pressTo(gate, 'withdraw', 'asking');
  await pressTo(gate, 'decline', 'declined');
  expect(warnings.filter((line) => OURS.test(line))).toEqual(['[jitsi-gate] storage: the decision cannot be stored in this browser; it counts for this page view only']);
  expect(site.receipts()).toHaveLength(3);
});

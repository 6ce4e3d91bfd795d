import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import * as z from 'zod/mini';
import type { Receipt } from '../../src/index.js';
import { receiptSchema } from '../../src/receipts/receipt-schema.js';
import { addReached, press, pressTo } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite, openTwo, receiptsLoaded, storedDecisions } from '../support/open-site.js';
import { addSettings, decisionOf, rowPart } from '../support/settings-on-page.js';
import { hashOf, wordsOf } from '../support/shown-words.js';

closeSiteAfterEach();

const source = { source: 'api', name: 'My script 1.2' } as const;
const states = (receipts: readonly Receipt[]): (string | undefined)[] => receipts.map(({ events }) => events[0]?.event_state);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('every decision of the visitor', () => {
  it('has one receipt, oldest first, each with an id of its own, and all of the promised shape', async () => {
    const site = openSite();
    const gate = await addReached();
    await pressTo(gate, 'decline', 'declined');
    await pressTo(gate, 'reconsider', 'asking');
    await pressTo(gate, 'accept', 'live');
    await pressTo(gate, 'withdraw', 'asking');
    const receipts = site.receipts();
    expect(states(receipts)).toEqual(['refused', 'given', 'withdrawn']);
    const ids = receipts.map(({ receipt_id: id }) => id);
    expect([new Set(ids).size, ids.every((id) => UUID.test(id))]).toEqual([3, true]);
    for (const receipt of receipts) expect(z.safeParse(receiptSchema, receipt).success).toBe(true);
  });

  it('is told in its receipt as it stands in storage', async () => {
    const site = openSite({ noticeVersion: '2026-11', maxAgeDays: 30 });
    const gate = await addReached();
    await press(gate, 'remember');
    await pressTo(gate, 'accept', 'live');
    const [receipt] = site.receipts();
    const { at, until, terms } = storedDecisions()?.['clinic'] ?? {};
    expect(receipt).toMatchObject({
      terms: { digest: terms },
      language: 'en',
      privacy_notice: { url: new URL('/privacy#meetings', location.href).href, version: '2026-11' },
      events: [{ event_time: at, valid_until: until, event_state: 'given', event_type: 'explicit', source: 'visitor', scope: 'remembered' }],
    });
  });

  it('has the hash of the words that the visitor read', async () => {
    const site = openSite();
    const gate = await addReached();
    await receiptsLoaded();
    const words = wordsOf(gate);
    await pressTo(gate, 'accept', 'live');
    expect(site.receipts()[0]?.shown.sha256).toBe(await hashOf(words));
  });

  it('has another hash where the visitor read other words', async () => {
    const hashes: unknown[] = [];
    for (const days of [30, 60]) {
      const site = openSite({ maxAgeDays: days });
      const gate = await addReached();
      await pressTo(gate, 'decline', 'declined');
      hashes.push(site.receipts().at(-1)?.shown.sha256);
      document.body.replaceChildren();
      localStorage.clear();
    }
    expect(new Set(hashes).size).toBe(2);
  });

  it('holds no room, no title, no user agent', async () => {
    const site = openSite();
    const gate = await addReached('asking', { room: 'room-secret', label: 'Grief group', subject: 'Grief group' });
    await pressTo(gate, 'accept', 'live');
    const text = JSON.stringify(site.receipts());
    expect(text).not.toMatch(/secret|grief/i);
    expect(text).not.toContain(navigator.userAgent);
  });

  it('in the settings has a receipt with the words of the settings', async () => {
    const site = openSite();
    await receiptsLoaded();
    const settings = await addSettings();
    const words = wordsOf(settings);
    await userEvent.click(rowPart(settings, 'refuse'));
    await expect.poll(() => decisionOf(settings)).toContain('Not allowed');
    expect([states(site.receipts()), site.receipts()[0]?.shown.sha256]).toEqual([['refused'], await hashOf(words)]);
  });
});

describe('the receipt of a grant', () => {
  it('is kept before anything of the operator is loaded', async () => {
    const site = openSite();
    const gate = await addReached();
    const seen: unknown[] = [];
    gate.addEventListener('jitsi-gate-before-load', () => seen.push([storedDecisions()?.['clinic']?.['decision'], states(site.receipts())]));
    await pressTo(gate, 'accept', 'live');
    expect(seen).toEqual([['granted', ['given']]]);
  });

  it('is made once: starting, cancelling and joining again under a grant makes none', async () => {
    const site = openSite({}, { release: 'slow-receipts' });
    const gate = await addReached();
    await pressTo(gate, 'accept', 'loading');
    await pressTo(gate, 'cancel', 'ready');
    await pressTo(gate, 'accept', 'live');
    expect(states(site.receipts())).toEqual(['given']);
  });
});

describe('a decision of a script', () => {
  it('names its source in the receipt, and claims no words and no click', async () => {
    const site = openSite();
    await receiptsLoaded();
    site.grant('clinic', source);
    expect(site.receipts()).toMatchObject([{
      shown: { bytes: 0 },
      events: [{ source: 'api', source_name: 'My script 1.2', event_type: 'expressed', event_state: 'given', collection_method: 'recorded by a script of the site' }],
    }]);
  });

  it('by a consent platform names the platform', async () => {
    const site = openSite();
    await receiptsLoaded();
    site.decline('clinic', { source: 'cmp', name: 'Platform 7' });
    expect(site.receipts()[0]?.events[0]).toMatchObject({ source: 'cmp', source_name: 'Platform 7', event_state: 'refused' });
  });

  it('without a named source is neither recorded nor proven', async () => {
    const site = openSite();
    await receiptsLoaded();
    for (const wrong of [undefined, {}, { source: 'visitor', name: 'x' }, { source: 'api' }, { source: 'api', name: ' ' }]) {
      expect(() => site.grant('clinic', wrong as never)).toThrow(/source/);
    }
    expect([site.receipts(), storedDecisions()]).toEqual([[], undefined]);
  });

  it('before the receipts are loaded gets its receipt afterwards, with the time of the decision', async () => {
    const site = openSite();
    site.grant('clinic', source);
    const { at } = storedDecisions()?.['clinic'] ?? {};
    expect(site.receipts()).toEqual([]);
    await receiptsLoaded();
    expect(site.receipts().map(({ events }) => events[0]?.event_time)).toEqual([at]);
  });

  it('before the receipts are loaded keeps its place in their order', async () => {
    const site = openSite();
    site.grant('clinic', source);
    site.decline('clinic', source);
    void site.withdraw('clinic');
    await receiptsLoaded();
    expect(states(site.receipts())).toEqual(['given', 'refused', 'withdrawn']);
  });

  it('where nothing may be remembered counts for this page view, and its receipt says so', async () => {
    const site = openSite({ audience: 'children' });
    await receiptsLoaded();
    site.grant('clinic', source);
    expect([storedDecisions()?.['clinic']?.['scope'], site.receipts()[0]?.events[0]?.scope]).toEqual(['once', 'once']);
  });
});

describe('withdrawing for all', () => {
  it('has a receipt for each operator that was decided on', async () => {
    const site = openTwo();
    await receiptsLoaded();
    for (const key of ['clinic', 'school']) site.grant(key, source);
    await site.withdraw();
    const parties = site.receipts().map(({ party_identification: [, operator], events }) => [operator?.party_id, events[0]?.event_state]);
    expect(parties).toEqual([['clinic', 'given'], ['school', 'given'], ['clinic', 'withdrawn'], ['school', 'withdrawn']]);
  });
});

describe('the receipts of a browser', () => {
  it.each(['local', 'cookie'] as const)('are there on the next page view: %s', async (storage) => {
    openSite({ storage }).grant('clinic', source);
    await receiptsLoaded();
    const next = openSite({ storage });
    await receiptsLoaded();
    expect(states(next.receipts())).toEqual(['given']);
  });

  it('are the newest fifty', async () => {
    const site = openSite();
    await receiptsLoaded();
    for (let index = 0; index < 55; index += 1) site[index % 2 ? 'grant' : 'decline']('clinic', { source: 'api', name: `number ${index}` });
    const names = site.receipts().map(({ events }) => events[0]?.source_name);
    expect([names.length, names[0], names.at(-1)]).toEqual([50, 'number 5', 'number 54']);
  });

  it('are kept for this page view only where nothing is to be stored', async () => {
    const site = openSite({ storage: 'memory' });
    await receiptsLoaded();
    site.grant('clinic', source);
    expect([states(site.receipts()), localStorage.length, sessionStorage.length]).toEqual([['given'], 0, 0]);
  });

  it('are none where no consent is claimed, and no decision is stored', async () => {
    const site = openSite({ basis: 'requested-service' });
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    await pressTo(gate, 'withdraw', 'asking');
    await pressTo(gate, 'decline', 'declined');
    await receiptsLoaded();
    expect([site.receipts(), localStorage.length, sessionStorage.length, document.cookie]).toEqual([[], 0, 0, '']);
  });
});

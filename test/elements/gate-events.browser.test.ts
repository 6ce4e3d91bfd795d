import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addGate, addReached, part, pressTo, reached, recordEvents } from '../support/gate-on-page.js';
import { meetingOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

const details = (events: readonly CustomEvent[]): unknown[] => events.map(({ detail }) => detail as unknown);

describe('jitsi-gate-state', () => {
  it('tells each change with where from, where to and the operator', async () => {
    openSite();
    const states = recordEvents(['state']);
    const gate = await addReached();
    await pressTo(gate, 'decline', 'declined');
    await pressTo(gate, 'reconsider', 'asking');
    await pressTo(gate, 'accept', 'live');
    await pressTo(gate, 'withdraw', 'asking');
    const path = [null, 'asking', 'declined', 'asking', 'loading', 'live', 'asking'];
    expect(details(states)).toEqual(path.slice(1).map((to, index) => ({ from: path[index], to, operator: 'clinic' })));
  });

  it('comes after the attribute says so', async () => {
    openSite();
    const gate = addGate();
    const seen: unknown[] = [];
    gate.addEventListener('jitsi-gate-state', () => seen.push(gate.getAttribute('state')));
    await reached(gate, 'asking');
    await pressTo(gate, 'decline', 'declined');
    expect(seen).toEqual(['asking', 'declined']);
  });

  it('is not sent again where nothing changed', async () => {
    openSite();
    const gate = await addReached();
    const states = recordEvents(['state']);
    gate.setAttribute('label', 'Another');
    await expect.poll(() => part(gate, 'heading').textContent).toContain('Another');
    expect(details(states)).toEqual([]);
  });
});

describe('jitsi-gate-decision', () => {
  it('tells each decision of the visitor', async () => {
    openSite();
    const decisions = recordEvents(['decision']);
    const gate = await addReached();
    await pressTo(gate, 'decline', 'declined');
    await pressTo(gate, 'reconsider', 'asking');
    await pressTo(gate, 'accept', 'live');
    await pressTo(gate, 'withdraw', 'asking');
    expect(details(decisions)).toEqual(['declined', 'granted', 'withdrawn'].map((decision) => ({ decision, operator: 'clinic' })));
  });
});

describe('jitsi-gate-before-load', () => {
  it('that is cancelled loads nothing and leaves the gate ready', async () => {
    openSite({}, { release: 'before-load' });
    const gate = await addReached();
    gate.addEventListener('jitsi-gate-before-load', (event) => event.preventDefault(), { once: true });
    await pressTo(gate, 'accept', 'ready');
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('before-load'))).toEqual([]);
    expect(traces()).toEqual([]);
    await pressTo(gate, 'accept', 'live');
  });

  it('can be cancelled for every gate from the document', async () => {
    openSite();
    const stop = (event: Event): void => event.preventDefault();
    document.addEventListener('jitsi-gate-before-load', stop);
    await pressTo(await addReached(), 'accept', 'ready');
    document.removeEventListener('jitsi-gate-before-load', stop);
  });

  it('comes before each load, also the second', async () => {
    openSite();
    const events = recordEvents(['before-load']);
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    (await meetingOf(gate)).leave();
    await reached(gate, 'ended');
    await pressTo(gate, 'accept', 'live');
    expect(events.map(({ cancelable }) => cancelable)).toEqual([true, true]);
  });
});

it('jitsi-gate-meeting gives the api, which drives the meeting', async () => {
  openSite();
  const events = recordEvents(['meeting']);
  const gate = await addReached();
  await pressTo(gate, 'accept', 'live');
  const [{ api } = { api: undefined }] = details(events) as { api?: { executeCommand(name: string, value: string): void } }[];
  const meeting = await meetingOf(gate);
  api?.executeCommand('subject', 'Now this');
  await expect.poll(() => meeting.received.map(({ name }) => name)).toContain('subject');
});

describe('jitsi-gate-error', () => {
  it.each([5000, 0])('tells why a load failed, by code and message, also on a page that keeps %i entries of what it fetched', async (kept) => {
    openSite({}, { release: `missing-event-${kept}` });
    const errors = recordEvents(['error']);
    const gate = await addReached();
    performance.setResourceTimingBufferSize(kept);
    await pressTo(gate, 'accept', 'failed');
    performance.setResourceTimingBufferSize(5000);
    const url = `${location.origin}/external_api.js?release=missing-event-${kept}`;
    expect(details(errors)).toEqual([{ code: 'refused', message: `${url} gave an error; some servers refuse it without a Referer (referrerPolicy)` }]);
  });

  it('tells why a placeholder is invalid', async () => {
    openSite();
    const errors = recordEvents(['error']);
    await addReached('invalid', { operator: 'nobody' });
    await expect.poll(() => details(errors)).toEqual([{ code: 'embed', message: 'operator: expected a declared operator (clinic), found "nobody"' }]);
  });
});

const all = ['state', 'decision', 'before-load', 'meeting', 'error'];

it('every event bubbles, crosses shadow roots and comes from the gate', async () => {
  openSite({}, { release: 'recovers-events' });
  const outer = document.body.appendChild(document.createElement('div'));
  const events = recordEvents(all);
  const gate = addGate({}, outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div')));
  await reached(gate, 'asking');
  await pressTo(gate, 'accept', 'failed');
  await pressTo(gate, 'retry', 'live');
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(all.map((type) => `jitsi-gate-${type}`)));
  expect(events.every(({ bubbles, composed, target }) => bubbles && composed && target === outer)).toBe(true);
});

it('no event carries the room’s name', async () => {
  openSite();
  const events = recordEvents(all);
  await addReached('invalid', { room: 'room-secret?' });
  const gate = await addReached('asking', { room: 'room-secret-fatal-error' });
  await pressTo(gate, 'accept', 'failed');
  const told = JSON.stringify(details(events), (key, value: unknown) => (key === 'api' ? 'the meeting itself' : value));
  expect(events.length).toBeGreaterThan(6);
  expect(told).not.toContain('secret');
});

it('a listener of the site that throws stops nothing', async () => {
  let reported = 0;
  const note = (event: ErrorEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    reported += 1;
  };
  window.addEventListener('error', note, { capture: true });
  openSite();
  const gate = addGate();
  const mistakes = new AbortController();
  const fail = (): never => {
    throw new Error('a mistake of the site');
  };
  for (const type of all) gate.addEventListener(`jitsi-gate-${type}`, fail, mistakes);
  await reached(gate, 'asking');
  await pressTo(gate, 'accept', 'live');
  mistakes.abort();
  window.removeEventListener('error', note, { capture: true });
  expect(reported).toBeGreaterThan(4);
});

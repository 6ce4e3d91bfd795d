import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addReached, inside, press, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, meetingOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

const alertOf = (gate: Element): string | undefined => inside(gate, '[role="alert"]')[0]?.textContent;

describe('a load fails, leaving nothing, when', () => {
  const ways: readonly { why: string; operator: Parameters<typeof openSite>[1]; room?: string; words: string }[] = [
    { why: 'the script is not there, which a page of the same origin can tell', operator: { release: 'missing-1' }, words: 'did not open' },
    { why: 'the script brings no class', operator: { release: 'empty-1' }, words: 'did not send a meeting' },
    { why: 'the server cannot be reached at all', operator: { domain: '127.0.0.1:9' }, words: 'could not be reached' },
    { why: 'the meeting reports a fatal error', operator: {}, room: 'room-fatal-error', words: 'connection to the meeting was lost' },
  ];

  it.each(ways)('$why', async ({ operator, room = 'room-one', words }) => {
    openSite({}, operator);
    const gate = await addReached('asking', { room });
    await pressTo(gate, 'accept', 'failed');
    expect(alertOf(gate)).toContain(words);
    expect(traces()).toEqual([]);
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'granted' });
  });

  it('the meeting shows no sign of life until the timeout', async () => {
    openSite({ timeout: 1000 });
    const gate = await addReached('asking', { room: 'room-stall-silent' });
    await pressTo(gate, 'accept', 'failed');
    expect(alertOf(gate)).toContain('did not open');
    expect(traces()).toEqual([]);
  });
});

it('does not time out once the meeting is live', async () => {
  openSite({ timeout: 1000 });
  const gate = await addReached();
  await pressTo(gate, 'accept', 'live');
  await new Promise((resolve) => {
    setTimeout(resolve, 1200);
  });
  expect(gate.state).toBe('live');
});

it('fails when a live meeting reports a fatal error, and can be tried again', async () => {
  openSite();
  const gate = await addReached();
  await pressTo(gate, 'accept', 'live');
  (await meetingOf(gate)).emit('error-occurred', { error: { name: 'connection.droppedError', isFatal: true } });
  await reached(gate, 'failed');
  expect(traces()).toEqual([]);
  await pressTo(gate, 'retry', 'live');
});

describe('trying again', () => {
  it('asks for the script anew and reaches the meeting', async () => {
    openSite({}, { release: 'recovers-retry' });
    const gate = await addReached();
    await pressTo(gate, 'accept', 'failed');
    await pressTo(gate, 'retry', 'live');
    expect(framesOf(gate)).toHaveLength(1);
  });

  it('fails again as long as the server does', async () => {
    openSite({}, { release: 'missing-again' });
    const gate = await addReached();
    await pressTo(gate, 'accept', 'failed');
    const states: unknown[] = [];
    gate.addEventListener('jitsi-gate-state', (event) => states.push(event.detail.to));
    await press(gate, 'retry');
    await expect.poll(() => states).toEqual(['loading', 'failed']);
  });

  it('is possible from another gate of the same operator, too', async () => {
    openSite({}, { release: 'recovers-other' });
    const [one, two] = [await addReached(), await addReached()];
    await pressTo(one, 'accept', 'failed');
    await reached(two, 'ready');
    await pressTo(two, 'accept', 'live');
    expect(one.state).toBe('failed');
  });
});

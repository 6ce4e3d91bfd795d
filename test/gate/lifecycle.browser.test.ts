import { describe, expect, it } from 'vitest';
import { type JitsiGateElement, addGate, addReached, press, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, meetingOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();

async function openLive(room = 'room-one'): Promise<JitsiGateElement> {
  const gate = await addReached('asking', { room });
  await pressTo(gate, 'accept', 'live');
  return gate;
}

describe('a meeting', () => {
  it('is live, is left inside, is over, and can be joined again', async () => {
    openSite();
    const gate = await openLive();
    const first = await meetingOf(gate);
    first.join();
    first.leave();
    await reached(gate, 'ended');
    expect(traces()).toEqual([]);
    await pressTo(gate, 'accept', 'live');
    expect((await meetingOf(gate)).room).toBe('room-one');
  });

  it('that is over is not started again by itself', async () => {
    openSite();
    const gate = await openLive('room-cancel-lobby').catch(() => document.querySelector('jitsi-gate') as JitsiGateElement);
    await reached(gate, 'ended');
    expect(traces()).toEqual([]);
  });

  it('ends once where it says goodbye twice', async () => {
    openSite();
    const gate = await openLive('room-double-left');
    const meeting = await meetingOf(gate);
    meeting.join();
    meeting.leave();
    meeting.leave();
    await reached(gate, 'ended');
  });

  it('goes on after an error that is not fatal', async () => {
    openSite();
    const gate = await openLive('room-soft-error');
    expect((await meetingOf(gate)).sent.map(({ name }) => name)).toContain('error-occurred');
    expect(gate.state).toBe('live');
  });
});

describe('withdrawing', () => {
  it('hangs up, takes every trace away, and records it', async () => {
    openSite();
    const gate = await openLive();
    const { received, join } = await meetingOf(gate);
    join();
    await pressTo(gate, 'withdraw', 'asking');
    await expect.poll(traces).toEqual([]);
    expect(received.map(({ name }) => name)).toContain('video-hangup');
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'withdrawn', source: 'visitor' });
  });

  it('takes a meeting away that does not hang up, after two seconds at most', async () => {
    openSite();
    const gate = await openLive('room-no-hangup');
    const start = performance.now();
    await pressTo(gate, 'withdraw', 'asking');
    await expect.poll(traces, { timeout: 4000 }).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('removes what the meeting had the site store', async () => {
    openSite();
    const gate = await openLive('room-host-storage');
    await expect.poll(() => localStorage.getItem('jitsiLocalStorage')).toContain('stand-in');
    await pressTo(gate, 'withdraw', 'asking');
    await expect.poll(traces).toEqual([]);
  });

  it('is possible after the meeting is over, and asks again', async () => {
    openSite();
    const gate = await openLive();
    (await meetingOf(gate)).leave();
    await reached(gate, 'ended');
    await pressTo(gate, 'withdraw', 'asking');
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'withdrawn' });
  });

  it('lets the visitor agree again at once', async () => {
    openSite();
    const gate = await openLive();
    await press(gate, 'withdraw');
    await reached(gate, 'asking');
    await pressTo(gate, 'accept', 'live');
    await expect.poll(() => framesOf(gate).length).toBe(1);
  });
});

it('what an earlier visit left of the meeting’s storage is gone before the next start', async () => {
  localStorage.setItem('jitsiLocalStorage', '{"displayName":"Jane"}');
  openSite();
  const gate = await openLive();
  expect((await meetingOf(gate)).params['appData.localStorageContent']).toBeNull();
});

describe('cancelling a load', () => {
  it('takes a meeting away that shows no sign of life', async () => {
    openSite();
    const gate = await addReached('asking', { room: 'room-stall-silent' });
    await press(gate, 'accept');
    await expect.poll(() => framesOf(gate).length).toBe(1);
    await pressTo(gate, 'cancel', 'ready');
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
  });
});

describe('an element that leaves its place during a call', () => {
  it('leaves nothing when it is removed', async () => {
    openSite();
    const gate = await openLive();
    gate.remove();
    expect(framesOf(document.body)).toEqual([]);
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'granted' });
  });

  it('is ready in its new place when it is moved, without a meeting', async () => {
    openSite();
    const gate = await openLive();
    document.body.appendChild(document.createElement('main')).append(gate);
    await reached(gate, 'ready');
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
    await pressTo(gate, 'accept', 'live');
  });

  it('is ready when it comes back', async () => {
    openSite();
    const gate = await openLive();
    gate.remove();
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
    document.body.append(gate);
    await reached(gate, 'ready');
  });
});

it('two gates hold two meetings, and one can end without the other', async () => {
  openSite();
  const [one, two] = [await openLive(), addGate({ room: 'room-two' })];
  await reached(two, 'ready');
  await pressTo(two, 'accept', 'live');
  (await meetingOf(one)).leave();
  await reached(one, 'ended');
  expect([two.state, framesOf(two).length, (await meetingOf(two)).room]).toEqual(['live', 1, 'room-two']);
});

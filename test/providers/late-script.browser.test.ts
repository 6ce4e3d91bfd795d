import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addReached, inside, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

/** Waits until the server has answered what was asked of it before, by asking for as much after it. */
async function served(release: string): Promise<void> {
  const answer = await fetch(`/external_api.js?release=${release}-measure`);
  await answer.text();
}

async function openLoading(release: string, config: Parameters<typeof openSite>[0] = {}) {
  const site = openSite(config, { release });
  const gate = await addReached();
  await pressTo(gate, 'accept', 'loading');
  return { site, gate };
}

describe('a script that is still on its way', () => {
  it('is waited for until the timeout; then the gate says so', async () => {
    const { gate } = await openLoading('hangs-timeout', { timeout: 1000 });
    await reached(gate, 'failed');
    expect(inside(gate, '[role="alert"]').map(({ textContent }) => textContent)).toEqual(['The server of Clinic GmbH did not answer in time.']);
  });

  it('can be cancelled, which leaves the gate ready for another try', async () => {
    const { gate } = await openLoading('slow-again');
    await pressTo(gate, 'cancel', 'ready');
    expect(framesOf(gate)).toEqual([]);
    await pressTo(gate, 'accept', 'live');
    expect(framesOf(gate)).toHaveLength(1);
  });

  it('is gone from the page as soon as the permission is withdrawn', async () => {
    const { site } = await openLoading('hangs-withdrawn');
    await site.withdraw();
    expect(traces()).toEqual([]);
  });

  it('is gone from the page when the gate is taken away', async () => {
    const { gate } = await openLoading('hangs-removed');
    gate.remove();
    await expect.poll(traces).toEqual([]);
  });
});

describe('a script that comes late', () => {
  it('starts no meeting after the visitor cancelled', async () => {
    const { gate } = await openLoading('slow-cancelled');
    await pressTo(gate, 'cancel', 'ready');
    await served('slow-cancelled');
    expect([gate.state, framesOf(gate)]).toEqual(['ready', []]);
  });

  it('starts no meeting after the timeout', async () => {
    const { gate } = await openLoading('slow-timeout', { timeout: 1000 });
    await reached(gate, 'failed');
    await served('slow-timeout');
    expect([gate.state, framesOf(gate)]).toEqual(['failed', []]);
  });

  it('does not disturb the next one, which is still on its way', async () => {
    const { site } = await openLoading('slow-given-up');
    await site.withdraw();
    document.body.replaceChildren();
    const { gate } = await openLoading('slow-next');
    await reached(gate, 'live');
    expect(traces().filter((trace) => trace === 'JitsiMeetExternalAPI')).toEqual([]);
  });

  it('leaves nothing in the page after the permission was withdrawn', async () => {
    const { site, gate } = await openLoading('slow-withdrawn');
    await site.withdraw();
    await served('slow-withdrawn');
    expect([gate.state, traces()]).toEqual(['asking', []]);
  });
});

it('a callback of the site that throws fails the load, leaving nothing', async () => {
  openSite({ getToken: () => Promise.reject(new Error('no token today')) }, { release: 'slow-callback' });
  const gate = await addReached();
  await pressTo(gate, 'accept', 'failed');
  expect(inside(gate, '[role="alert"]').map(({ textContent }) => textContent)).toEqual(['Something on this page went wrong.']);
  await served('slow-callback');
  await expect.poll(traces).toEqual([]);
});

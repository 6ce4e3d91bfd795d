import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addReached, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, traces } from '../support/meeting-of.js';
import { closeSite, openSite, openTwo, receiptsLoaded, storedDecisions } from '../support/open-site.js';
import { storageOfOtherTab } from '../support/other-tab.js';

const KEY = 'jitsi-gate.clinic';

let other: ReturnType<typeof storageOfOtherTab>;

beforeEach(() => {
  other = storageOfOtherTab();
});
afterEach(async () => {
  await closeSite();
  other.close();
});

/** Writes as the gate of another tab would: this tab's record with changes. */
function decideElsewhere(change: Readonly<Record<string, unknown>>, operator = 'clinic'): void {
  other.storage.setItem(`jitsi-gate.${operator}`, JSON.stringify({ ...storedDecisions()?.[operator], ...change }));
}

/** A record of the clinic that another tab can build on. */
function openRemembered(): ReturnType<typeof openSite> {
  const site = openSite();
  site.grant('clinic', { source: 'api', name: 'test' });
  return site;
}

describe('another tab', () => {
  it('that withdraws ends the meeting here and closes every gate of the operator', async () => {
    openSite();
    const [gate, second] = [await addReached(), await addReached()];
    await pressTo(gate, 'accept', 'live');
    decideElsewhere({ decision: 'withdrawn' });
    await reached(gate, 'asking');
    await reached(second, 'asking');
    await expect.poll(traces).toEqual([]);
  });

  it('that remembers a grant makes the gates here ready, and starts nothing', async () => {
    openRemembered();
    decideElsewhere({ decision: 'withdrawn' });
    const gate = await addReached('asking');
    decideElsewhere({ decision: 'granted' });
    await reached(gate, 'ready');
    expect(framesOf(gate)).toEqual([]);
  });

  it('that grants for once grants nothing here', async () => {
    openRemembered();
    decideElsewhere({ decision: 'withdrawn' });
    const site = openSite();
    const gate = await addReached('asking');
    const heard = new Promise((resolve) => site.subscribe(resolve));
    decideElsewhere({ decision: 'granted', scope: 'once', at: new Date().toISOString() });
    await heard;
    expect(gate.state).toBe('asking');
  });

  it('that withdraws and then grants for once does not bring back what was agreed to here', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    decideElsewhere({ decision: 'withdrawn' });
    await reached(gate, 'asking');
    const told = new Promise((resolve) => window.addEventListener('storage', resolve, { once: true }));
    decideElsewhere({ decision: 'granted', scope: 'once', at: new Date().toISOString() });
    await told;
    expect(gate.state).toBe('asking');
  });

  it('that grants for once, too, does not end the meeting here', async () => {
    const site = openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    const heard = new Promise((resolve) => site.subscribe(resolve));
    decideElsewhere({ decision: 'granted', scope: 'once', at: new Date(Date.now() + 1).toISOString() });
    await heard;
    expect([gate.state, framesOf(gate).length]).toEqual(['live', 1]);
  });

  it('that refuses closes the gates here', async () => {
    openRemembered();
    const gate = await addReached('ready');
    decideElsewhere({ decision: 'declined' });
    await reached(gate, 'declined');
  });

  it('that clears the storage makes the gates here ask', async () => {
    openRemembered();
    const gate = await addReached('ready');
    other.storage.clear();
    await reached(gate, 'asking');
  });

  it('that writes garbage grants nothing and breaks nothing', async () => {
    openRemembered();
    const gate = await addReached('ready');
    other.storage.setItem(KEY, '{');
    await reached(gate, 'asking');
    await pressTo(gate, 'accept', 'live');
  });

  it('that decides on one operator leaves the other’s meeting alone', async () => {
    openTwo();
    const [clinic, school] = [await addReached(), await addReached('asking', { operator: 'school' })];
    for (const gate of [clinic, school]) await pressTo(gate, 'accept', 'live');
    decideElsewhere({ decision: 'withdrawn' }, 'school');
    await reached(school, 'asking');
    expect([clinic.state, framesOf(clinic).length]).toEqual(['live', 1]);
  });

  it('is not listened to any more after destroy()', async () => {
    const site = openRemembered();
    let heard = 0;
    site.subscribe(() => {
      heard += 1;
    });
    const told = new Promise((resolve) => window.addEventListener('storage', resolve, { once: true }));
    // What comes later than this test would be found by the next one.
    await receiptsLoaded();
    site.destroy();
    decideElsewhere({ decision: 'withdrawn' });
    await told;
    expect(heard).toBe(0);
  });
});

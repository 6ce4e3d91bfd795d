import { afterEach, describe, expect, it } from 'vitest';
import { addReached, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, traces } from '../support/meeting-of.js';
import { closeSite, openSite, openTwo, storedDecisions } from '../support/open-site.js';
import { storageOfOtherTab } from '../support/other-tab.js';
import { type StoreInFrame, openStoreInFrame } from '../support/store-in-frame.js';

const source = { source: 'api', name: 'test' } as const;

let other: StoreInFrame | undefined;

afterEach(async () => {
  await closeSite();
  other?.close();
  other = undefined;
});

type Kind = 'local' | 'session' | 'cookie' | 'memory';

/** What another tab does with its store for the clinic. */
async function openOther(storage: Kind): Promise<{ write(text: string, operator?: string): void }> {
  const { store } = other = await openStoreInFrame({ storage, prefix: 'jitsi-gate.', maxAgeDays: 182 });
  return { write: (text, operator = 'clinic') => store.write(operator, text) };
}

/** The text that another tab writes: this page's decision with changes, made by now. */
function textWith(site: ReturnType<typeof openSite>, change: Readonly<Record<string, unknown>>): string {
  const at = new Date().toISOString();
  return JSON.stringify({ v: 1, ...site.decision('clinic'), at, ...change });
}

describe.each(['local', 'session', 'cookie', 'memory'] as const)('another document of this origin, with decisions kept by %s,', (storage) => {
  it('that withdraws ends the meeting here', async () => {
    const site = openSite({ storage });
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    (await openOther(storage)).write(textWith(site, { decision: 'withdrawn', scope: 'remembered' }));
    await reached(gate, 'asking');
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
  });

  it('that refuses closes the gates here', async () => {
    const site = openSite({ storage });
    site.grant('clinic', source);
    const gate = await addReached('ready');
    (await openOther(storage)).write(textWith(site, { decision: 'declined' }));
    await reached(gate, 'declined');
  });

  it('that withdraws in the very millisecond of the grant here ends it, too', async () => {
    const site = openSite({ storage });
    site.grant('clinic', source);
    const gate = await addReached('ready');
    (await openOther(storage)).write(textWith(site, { decision: 'withdrawn', at: site.decision()?.at }));
    await reached(gate, 'asking');
  });

  it('that withdraws while a meeting is on its way stops it, and a script that comes late starts nothing', async () => {
    const release = `slow-other-${storage}`;
    const site = openSite({ storage }, { release });
    const gate = await addReached();
    const store = await openOther(storage);
    await pressTo(gate, 'accept', 'loading');
    store.write(textWith(site, { decision: 'withdrawn', scope: 'remembered' }));
    await reached(gate, 'asking');
    await (await fetch(`/external_api.js?release=${release}-measure`)).text();
    expect([gate.state, traces()]).toEqual(['asking', []]);
  });

  it('that writes a grant starts nothing', async () => {
    const site = openTwo({ storage });
    site.grant('clinic', source);
    const granted = textWith(site, { at: site.decision()?.at });
    await site.withdraw();
    const gate = await addReached('asking');
    const heard = new Promise((resolve) => site.subscribe(resolve));
    const elsewhere = await openOther(storage);
    elsewhere.write(granted);
    // What comes after it is heard after it.
    elsewhere.write(textWith(site, { decision: 'declined' }), 'school');
    expect(await heard).toMatchObject({ operator: 'school', record: { decision: 'declined' } });
    expect([gate.state, framesOf(gate), traces()]).toEqual(['asking', [], []]);
  });
});

describe('a page that was frozen', () => {
  /** What the browser sends when it brings a page back as it was. */
  const thaw = (): void => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

  /** Writes what another tab wrote while this page could not hear it: no event tells of a write of one's own. */
  const missed = (text: string | null): void => {
    if (text === null) localStorage.removeItem('jitsi-gate.clinic');
    else localStorage.setItem('jitsi-gate.clinic', text);
  };

  it('shows no meeting after a withdrawal that it missed', async () => {
    const site = openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    missed(textWith(site, { decision: 'withdrawn', scope: 'remembered' }));
    thaw();
    await reached(gate, 'asking');
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
  });

  it('does not bring back a grant for once after a withdrawal and another grant that it missed', async () => {
    const site = openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    missed(textWith(site, { decision: 'granted', scope: 'once' }));
    thaw();
    await reached(gate, 'asking');
  });

  it('asks after the storage was cleared', async () => {
    openSite().grant('clinic', source);
    const gate = await addReached('ready');
    missed(null);
    thaw();
    await reached(gate, 'asking');
  });

  it('goes on as it was where nothing changed', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    thaw();
    expect([gate.state, framesOf(gate).length]).toEqual(['live', 1]);
  });
});

it('two tabs that decide on two operators at the same moment lose neither decision', async () => {
  const { storage, close } = storageOfOtherTab();
  const site = openTwo();
  const heard: string[] = [];
  site.subscribe(({ operator, record }) => heard.push(`${operator} ${record?.decision ?? 'nothing'}`));
  site.grant('clinic', source);
  // The other tab had read the empty storage when this one wrote.
  storage.setItem('jitsi-gate.school', textWith(site, { decision: 'declined', at: site.decision('clinic')?.at }));
  await expect.poll(() => [site.decision('clinic')?.decision, site.decision('school')?.decision]).toEqual(['granted', 'declined']);
  await expect.poll(() => heard).toEqual(['clinic granted', 'school declined']);
  expect(storedDecisions()).toMatchObject({ clinic: { decision: 'granted' }, school: { decision: 'declined' } });
  close();
});

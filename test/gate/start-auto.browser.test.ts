import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type JitsiGateElement, addGate, addReached, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, meetingOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();
beforeEach(() => page.viewport(600, 600));

/** The next page view of a visitor who is remembered. */
function comeBack(config: Parameters<typeof openSite>[0] = { start: 'auto' }): ReturnType<typeof openSite> {
  openSite(config).grant('clinic', { source: 'api', name: 'test' });
  return openSite(config);
}

/** Two frames: time for the browser to tell what is in view. */
async function looked(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

function addBelow(attributes: Readonly<Record<string, string>> = {}): JitsiGateElement {
  const space = document.body.appendChild(document.createElement('div'));
  space.style.height = '3000px';
  return addGate(attributes);
}

describe('a remembered grant with start: auto', () => {
  it('starts the meeting when the gate scrolls into view, and not before', async () => {
    comeBack();
    const gate = addBelow();
    await reached(gate, 'ready');
    await looked();
    expect([gate.state, traces()]).toEqual(['ready', []]);
    gate.scrollIntoView();
    await reached(gate, 'live');
  });

  it('starts at once where the gate is in view', async () => {
    comeBack();
    await addReached('live');
  });

  it('starts one meeting, however many gates are in view', async () => {
    comeBack();
    const gates = [addGate(), addGate(), addGate()];
    await expect.poll(() => gates.filter(({ state }) => state === 'live').length).toBe(1);
    for (const gate of gates) gate.scrollIntoView();
    await looked();
    expect(gates.flatMap(framesOf)).toHaveLength(1);
    expect(gates.map(({ state }) => state).sort()).toEqual(['live', 'ready', 'ready']);
  });

  it('starts none beside a meeting that the visitor started', async () => {
    comeBack();
    const clicked = await addReached('ready', { start: 'click' });
    await pressTo(clicked, 'accept', 'live');
    const gate = await addReached('ready');
    gate.scrollIntoView();
    await looked();
    expect(framesOf(gate)).toEqual([]);
  });

  it('does not start a meeting again that is over', async () => {
    comeBack();
    const gate = await addReached('live');
    (await meetingOf(gate)).leave();
    await reached(gate, 'ended');
    gate.scrollIntoView();
    await looked();
    expect([gate.state, traces()]).toEqual(['ended', []]);
  });

  it('can be asked for by a single placeholder', async () => {
    comeBack({});
    await addReached('live', { start: 'auto' });
  });

  it('that is withdrawn starts nothing when the gate comes into view', async () => {
    const site = comeBack();
    const gate = addBelow();
    await reached(gate, 'ready');
    await site.withdraw();
    await reached(gate, 'asking');
    gate.scrollIntoView();
    await looked();
    expect([gate.state, traces()]).toEqual(['asking', []]);
  });
});

describe('start: auto starts nothing', () => {
  it('where nothing is remembered', async () => {
    openSite({ start: 'auto' });
    const gate = await addReached('asking');
    await looked();
    expect([gate.state, traces()]).toEqual(['asking', []]);
  });

  it('in another gate on the page view on which the visitor agrees', async () => {
    openSite({ start: 'auto' });
    const [one, two] = [await addReached('asking'), await addReached('asking', { room: 'room-two' })];
    await pressTo(one, 'accept', 'live');
    await reached(two, 'ready');
    two.scrollIntoView();
    await looked();
    expect([two.state, framesOf(two)]).toEqual(['ready', []]);
  });

  it('when the gate is out of the page before it is seen', async () => {
    comeBack();
    const gate = addBelow();
    await reached(gate, 'ready');
    gate.remove();
    await looked();
    expect(traces()).toEqual([]);
  });
});

it('start: click, the default, waits for the visitor', async () => {
  comeBack({});
  const gate = await addReached('ready');
  gate.scrollIntoView();
  await looked();
  expect([gate.state, traces()]).toEqual(['ready', []]);
  await pressTo(gate, 'accept', 'live');
});

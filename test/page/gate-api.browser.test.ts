import { describe, expect, it } from 'vitest';
import { addReached, inside, part, pressTo, reached, showsFallback } from '../support/gate-on-page.js';
import { framesOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, openTwo } from '../support/open-site.js';
import { addMarkup, gated, gatesOf } from '../support/placeholder.js';

closeSiteAfterEach();

const room = '<div data-jitsi-room="room-one"><a href="/contact">Write to us</a></div>';

describe('configure, called again,', () => {
  it('replaces the earlier configuration in the gates of the page', async () => {
    openSite();
    const gate = await addReached();
    openSite({}, { name: 'Another GmbH' });
    await reached(gate, 'asking');
    expect(part(gate, 'accept').textContent).toBe('Load meeting from Another GmbH');
  });

  it('takes the earlier placeholders’ gates away, and a scan puts new ones there', async () => {
    const placeholder = addMarkup(room);
    openSite().scan();
    await gated(placeholder);
    const second = openSite();
    expect(gatesOf(placeholder)).toEqual([]);
    second.scan();
    await gated(placeholder);
  });

  it('leaves the new one alone when the earlier one is destroyed', async () => {
    const first = openSite();
    openSite({}, { name: 'Another GmbH' });
    const gate = await addReached();
    first.destroy();
    expect([gate.state, part(gate, 'accept').textContent]).toEqual(['asking', 'Load meeting from Another GmbH']);
    await pressTo(gate, 'accept', 'live');
  });

  it('ends a running meeting', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    openSite();
    await reached(gate, 'asking');
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
  });

  it('makes gates invalid whose operator is declared no more', async () => {
    openTwo();
    const gate = await addReached('asking', { operator: 'school' });
    openSite();
    await reached(gate, 'invalid');
    expect(showsFallback(gate)).toBe(true);
  });
});

describe('destroy', () => {
  it('leaves a <jitsi-gate> of the author with its fallback and without a state', async () => {
    const site = openSite();
    const gate = await addReached();
    site.destroy();
    await expect.poll(() => showsFallback(gate)).toBe(true);
    expect([gate.hasAttribute('state'), gate.state, inside(gate, 'button')]).toEqual([false, undefined, []]);
  });

  it('ends the meeting in a <jitsi-gate> of the author', async () => {
    const site = openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    site.destroy();
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
  });

  it('lets the page be configured again', async () => {
    const site = openSite();
    const gate = await addReached();
    site.destroy();
    await expect.poll(() => showsFallback(gate)).toBe(true);
    openSite();
    await reached(gate, 'asking');
  });
});

describe('mount', () => {
  it('puts a gate into any element, and gives how to take it away', async () => {
    const host = addMarkup('<div id="host"><p>Fallback</p></div>');
    const before = host.outerHTML;
    const undo = openSite().mount(host, { room: 'room-one', label: 'Visit', height: 240 });
    const gate = await gated(host);
    expect(part(gate, 'heading').textContent).toBe('Video meeting: Visit');
    await pressTo(gate, 'accept', 'live');
    expect(part(gate, 'meeting').getBoundingClientRect().height).toBe(240);
    undo();
    expect(host.outerHTML).toBe(before);
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
  });

  it('shows the fallback for what cannot be used', async () => {
    const host = addMarkup('<div><p class="fallback">Call</p></div>');
    openSite().mount(host, { room: '../x' });
    expect(showsFallback(await gated(host, 'invalid'))).toBe(true);
  });

  it('works in an element that comes into the page later', async () => {
    const host = document.createElement('div');
    openSite().mount(host, { room: 'room-one' });
    document.body.append(host);
    await gated(host);
  });

  it('is undone by destroy()', async () => {
    const host = addMarkup('<div><p>Fallback</p></div>');
    const before = host.outerHTML;
    const site = openSite();
    site.mount(host, { room: 'room-one' });
    await gated(host);
    site.destroy();
    expect(host.outerHTML).toBe(before);
  });
});

it('nothing of an operator is in the page before a grant, whatever gates there are', async () => {
  openTwo();
  for (const operator of ['clinic', 'school']) await addReached('asking', { operator, poster: '/room-poster' });
  addMarkup(room);
  const hints = [...document.querySelectorAll('link')].filter(({ rel }) => /^(preconnect|dns-prefetch|preload|prefetch)$/.test(rel));
  expect([traces(), hints, framesOf(document.body)]).toEqual([[], [], []]);
});

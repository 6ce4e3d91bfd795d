import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inside, part, pressTo, showsFallback } from '../support/gate-on-page.js';
import { framesOf, meetingOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, openTwo } from '../support/open-site.js';
import { addMarkup, gated, gatesOf } from '../support/placeholder.js';

closeSiteAfterEach();

let errors: string[] = [];
let warnings: string[] = [];

beforeEach(() => {
  errors = [];
  warnings = [];
  vi.spyOn(console, 'error').mockImplementation((text: unknown) => void errors.push(String(text)));
  vi.spyOn(console, 'warn').mockImplementation((text: unknown) => void warnings.push(String(text)));
});
afterEach(() => vi.restoreAllMocks());

const box = '<div id="visit" class="card wide" data-jitsi-room="room-one" data-jitsi-label="Visit"><a class="fallback" href="/contact">Write</a> or call</div>';

describe('a placeholder', () => {
  it('gets a gate with what its attributes say', async () => {
    const placeholder = addMarkup(box);
    openSite().scan();
    const gate = await gated(placeholder);
    expect(part(gate, 'heading').textContent).toBe('Video meeting: Visit');
  });

  it('stays in the page, itself, with id, classes and attributes', async () => {
    const placeholder = addMarkup(box);
    const before = (placeholder.cloneNode() as Element).outerHTML;
    openSite().scan();
    await gated(placeholder);
    expect([document.querySelector('#visit'), (placeholder.cloneNode() as Element).outerHTML]).toEqual([placeholder, before]);
  });

  it('keeps its own children where they are, as the fallback, and shows them after destroy()', async () => {
    const placeholder = addMarkup(box);
    const children = [...placeholder.childNodes];
    const clicked = vi.fn<() => void>();
    placeholder.querySelector('a')?.addEventListener('click', clicked);
    const site = openSite();
    site.scan();
    const gate = await gated(placeholder);
    expect([...placeholder.childNodes].slice(0, children.length)).toEqual(children);
    expect(placeholder.lastElementChild).toBe(gate);
    expect(showsFallback(gate)).toBe(false);
    site.destroy();
    expect([...placeholder.childNodes]).toEqual(children);
    expect(placeholder.querySelector('a')?.checkVisibility()).toBe(true);
  });

  it('runs a meeting in its place', async () => {
    const placeholder = addMarkup('<div data-jitsi-room="room-one" data-jitsi-height="200" data-jitsi-subject="Hello"></div>');
    openSite().scan();
    const gate = await gated(placeholder);
    await pressTo(gate, 'accept', 'live');
    expect((await meetingOf(gate)).params['config.subject']).toBe('Hello');
    expect(part(gate, 'meeting').getBoundingClientRect().height).toBe(200);
  });

  it('selects an operator by key or by domain', async () => {
    const byKey = addMarkup('<div data-jitsi-room="a" data-jitsi-operator="school"></div>');
    const byDomain = addMarkup(`<div data-jitsi-room="a" data-jitsi-domain="${location.host}"></div>`);
    openTwo().scan();
    expect(part(await gated(byKey), 'accept').textContent).toBe('Load meeting from School e.V.');
    expect(part(await gated(byDomain), 'accept').textContent).toBe('Load meeting from Clinic GmbH');
  });

  it('inside another one’s fallback gets no gate of its own', async () => {
    const outer = addMarkup('<div data-jitsi-room="a"><div data-jitsi-room="b"></div></div>');
    openSite().scan();
    await gated(outer);
    expect(document.querySelectorAll('jitsi-gate')).toHaveLength(1);
  });
});

describe('an attribute that no placeholder may have', () => {
  it.each(['jwt', 'token', 'email', 'display-name', 'userinfo', 'rom', 'state', 'config', 'privacy-url', 'app-id'])('data-jitsi-%s makes it invalid', async (name) => {
    const placeholder = addMarkup(`<div data-jitsi-room="room-one" data-jitsi-${name}="x"><p class="fallback">Call</p></div>`);
    openSite().scan();
    const gate = await gated(placeholder, 'invalid');
    await expect.poll(() => errors.join()).toContain(`[jitsi-gate] embed: data-jitsi-${name}: expected`);
    expect([showsFallback(gate), inside(gate, 'button')]).toEqual([true, []]);
  });

  it('is named together with everything else that is wrong, as the author wrote it', async () => {
    addMarkup('<div data-jitsi-room="" data-jitsi-heigth="3" data-jitsi-start="soon" data-jitsi-operator="who"></div>');
    openSite().scan();
    await expect.poll(() => errors.length).toBe(1);
    for (const name of ['room', 'heigth', 'start', 'operator']) expect(errors[0]).toContain(`data-jitsi-${name}: expected`);
  });

  it('of another prefix is not ours', async () => {
    const placeholder = addMarkup('<div data-jitsi-room="a" data-jwt="x" data-room="y" data-jitsi="z" hidden-x></div>');
    openSite().scan();
    await gated(placeholder);
    expect(errors).toEqual([]);
  });
});

describe('iframe[data-jitsi-src]', () => {
  const frame = (path: string, more = ''): string => `<iframe data-jitsi-src="http://${location.host}${path}" ${more}></iframe>`;

  it('is replaced by a gate for its room and not shown, and never gets a src', async () => {
    const placeholder = addMarkup(frame('/room-one', 'title="Consultation" width="300"'));
    openSite().scan();
    const gate = await gated(placeholder);
    expect([placeholder.checkVisibility(), placeholder.hasAttribute('src')]).toEqual([false, false]);
    expect(part(gate, 'heading').textContent).toBe('Video meeting: Consultation');
    // A title of the gate would be a tooltip over all of it, and be read out a second time.
    expect(gate.hasAttribute('title')).toBe(false);
    await pressTo(gate, 'accept', 'live');
    expect((await meetingOf(gate)).room).toBe('room-one');
    expect(placeholder.hasAttribute('src')).toBe(false);
  });

  it('is as it was after destroy()', async () => {
    const placeholder = addMarkup(frame('/room-one'));
    const before = placeholder.outerHTML;
    const site = openSite();
    site.scan();
    await gated(placeholder);
    site.destroy();
    await expect.poll(() => [placeholder.outerHTML, placeholder.checkVisibility(), gatesOf(placeholder)]).toEqual([before, true, []]);
  });

  it('passes on the allowed settings in its address and names the others', async () => {
    const placeholder = addMarkup(frame('/room-one#config.startSilent=true&config.p2p=%7B%22enabled%22:true%7D&config.subject=%22Hi%22'));
    openSite().scan();
    const gate = await gated(placeholder);
    await pressTo(gate, 'accept', 'live');
    expect((await meetingOf(gate)).params).toMatchObject({ 'config.startSilent': true, 'config.subject': 'Hi', 'config.p2p': { enabled: false } });
    expect(warnings.join()).toContain('config.p2p in data-jitsi-src is ignored');
  });

  it.each([
    ['an undeclared server', 'https://evil.example/room'],
    ['another scheme', 'ftp://example.eu/room'],
    ['a script', `java${'script'}:alert(1)`],
    ['plain http elsewhere', 'http://meet.example.eu/room'],
    ['a token', `http://${location.host}/room-one?jwt=eyJ`],
    ['a user name', `http://me:pw@${location.host}/room-one`],
    ['no room', `http://${location.host}/`],
    ['an escaped slash', `http://${location.host}/a%2Fb`],
    ['no address', 'room-one'],
  ])('is invalid with %s', async (_name, address) => {
    const placeholder = addMarkup('<iframe></iframe>');
    placeholder.setAttribute('data-jitsi-src', address);
    openSite().scan();
    const gate = await gated(placeholder, 'invalid');
    expect([inside(gate, 'button'), traces()]).toEqual([[], []]);
  });
});

it('a node of another kind than HTML does not keep the others from their gate', async () => {
  const odd = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g'));
  odd.setAttribute('data-jitsi-room', 'a');
  const placeholder = addMarkup(box);
  openSite().scan();
  await gated(placeholder);
  expect(framesOf(document.body)).toEqual([]);
});

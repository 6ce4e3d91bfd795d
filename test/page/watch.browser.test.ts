import { describe, expect, it } from 'vitest';
import { pressTo } from '../support/gate-on-page.js';
import { traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';
import { addMarkup, gated, gatesOf } from '../support/placeholder.js';

closeSiteAfterEach();

const room = '<div data-jitsi-room="room-one"><a href="/contact">Write to us</a></div>';

/** What is asked of nodes of the page, where a field of that name stands in front of the method. */
const METHODS = ['querySelectorAll', 'matches', 'closest'];

/** Time for observers to have been told. */
const told = (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve);
});

describe('scan', () => {
  it('finds placeholders at any depth, and the root itself', async () => {
    const deep = addMarkup(`<main><section><p></p><div>${room}</div></section></main>`);
    const root = addMarkup(room);
    const site = openSite();
    site.scan(deep);
    site.scan(root);
    await gated(deep);
    await gated(root);
  });

  it('looks nowhere else', async () => {
    const [one, two] = [addMarkup(`<main>${room}</main>`), addMarkup(room)];
    openSite().scan(one);
    await gated(one);
    expect(gatesOf(two)).toEqual([]);
  });

  it.each(METHODS)('is not stopped by a form field, nor an image, named %s', async (name) => {
    const section = addMarkup(`<section><img name="${name}" alt=""><form><input name="${name}">${room}</form></section>`);
    openSite().scan();
    await gated(section);
  });

  it('twice makes no second gate', async () => {
    const placeholder = addMarkup(room);
    const site = openSite();
    site.scan();
    const gate = await gated(placeholder);
    site.scan();
    site.watch();
    site.scan(placeholder);
    await told();
    expect(gatesOf(placeholder)).toEqual([gate]);
  });
});

describe('watch', () => {
  it('finds placeholders that come later, alone or inside a subtree, now and later', async () => {
    openSite().watch();
    const alone = addMarkup(room);
    const tree = addMarkup(`<section><div><div>${room}</div></div></section>`);
    await gated(alone);
    await gated(tree);
    const later = addMarkup(room, tree);
    await gated(later);
  });

  it('finds a placeholder in a subtree that was built before it was added', async () => {
    openSite().watch();
    const section = document.createElement('section');
    const inner = addMarkup(room, section);
    await told();
    expect(gatesOf(inner)).toEqual([]);
    document.body.append(section);
    await gated(inner);
  });

  it('takes the gate away with its placeholder, and the author’s content comes back', async () => {
    openSite().watch();
    const placeholder = addMarkup(room);
    await gated(placeholder);
    placeholder.remove();
    await expect.poll(() => gatesOf(placeholder)).toEqual([]);
    expect(placeholder.outerHTML).toBe(room);
  });

  it('ends the meeting of a subtree that is removed', async () => {
    openSite().watch();
    const section = addMarkup(`<section>${room}</section>`);
    await pressTo(await gated(section), 'accept', 'live');
    section.remove();
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
    await expect.poll(() => gatesOf(section)).toEqual([]);
  });

  it('gives a placeholder that comes back a new gate', async () => {
    openSite().watch();
    const placeholder = addMarkup(room);
    const first = await gated(placeholder);
    placeholder.remove();
    await expect.poll(() => gatesOf(placeholder)).toEqual([]);
    document.body.append(placeholder);
    expect(await gated(placeholder)).not.toBe(first);
  });

  it('keeps the gate of a placeholder that is only moved', async () => {
    openSite().watch();
    const placeholder = addMarkup(room);
    const gate = await gated(placeholder);
    addMarkup('<main></main>').append(placeholder);
    expect(await gated(placeholder)).toBe(gate);
  });

  it('takes the gate of a removed iframe away', async () => {
    openSite().watch();
    const frame = addMarkup(`<iframe data-jitsi-src="http://${location.host}/room-one"></iframe>`);
    await gated(frame);
    frame.remove();
    await expect.poll(() => document.querySelector('jitsi-gate')).toBeNull();
  });

  it.each(METHODS)('is not stopped by a form field named %s, which comes with a placeholder', async (name) => {
    openSite().watch();
    await gated(addMarkup(room, addMarkup(`<form><input name="${name}"></form>`)));
    await gated(addMarkup(`<section><form><input name="${name}">${room}</form></section>`));
  });

  it('finds nothing more after it was stopped', async () => {
    const stop = openSite().watch();
    await gated(addMarkup(room));
    stop();
    const late = addMarkup(room);
    await told();
    expect(gatesOf(late)).toEqual([]);
  });

  it('looks only below its root', async () => {
    const root = addMarkup('<main></main>');
    openSite().watch(root);
    const [outer, inner] = [addMarkup(room), addMarkup(room, root)];
    await gated(inner);
    expect(gatesOf(outer)).toEqual([]);
  });
});

describe('destroy', () => {
  it('takes every gate away, brings all content back, and finds nothing more', async () => {
    const site = openSite();
    site.watch();
    const placeholders = [addMarkup(room), addMarkup(room)];
    for (const placeholder of placeholders) await gated(placeholder);
    site.destroy();
    placeholders.push(addMarkup(room));
    await told();
    expect(placeholders.map(({ outerHTML }) => outerHTML)).toEqual([room, room, room]);
  });

  it('twice is the same as once', async () => {
    const placeholder = addMarkup(room);
    const site = openSite();
    site.scan();
    await gated(placeholder);
    site.destroy();
    site.destroy();
    expect(placeholder.outerHTML).toBe(room);
  });

  it('ends the meeting in a placeholder', async () => {
    const placeholder = addMarkup(room);
    const site = openSite();
    site.scan();
    await pressTo(await gated(placeholder), 'accept', 'live');
    site.destroy();
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
  });
});

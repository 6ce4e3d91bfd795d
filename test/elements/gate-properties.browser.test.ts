import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addGate, addReached, type JitsiGateElement, part, pressTo, reached, showsFallback } from '../support/gate-on-page.js';
import { meetingOf } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

let errors: string[] = [];
beforeEach(() => {
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((text: unknown) => void errors.push(String(text)));
});
afterEach(() => vi.restoreAllMocks());

const TOKEN = 'eyJhbGciOi.eyJyb29tIjo.c2lnbmF0dXJl';
const REFLECTED = ['room', 'operator', 'domain', 'label', 'subject', 'lang', 'start', 'height', 'poster', 'headingLevel'] as const;
const attributeOf = (property: string): string => property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('every attribute is a property, too', () => {
  it.each([...REFLECTED, 'jwt', 'userInfo'])('%s is found by name in an element, as frameworks look for it', (name) => {
    expect(name in document.createElement('jitsi-gate')).toBe(true);
  });

  it.each(REFLECTED)('%s is its attribute', (name) => {
    const gate = document.createElement('jitsi-gate');
    expect(gate[name]).toBe('');
    Reflect.set(gate, name, 'one');
    expect([gate.getAttribute(attributeOf(name)), gate[name]]).toEqual(['one', 'one']);
    gate.setAttribute(attributeOf(name), 'two');
    expect(gate[name]).toBe('two');
    // How frameworks take a property away.
    for (const nothing of ['', undefined, null, false]) {
      Reflect.set(gate, name, 'one');
      Reflect.set(gate, name, nothing);
      expect([gate.hasAttribute(attributeOf(name)), gate[name]]).toEqual([false, '']);
    }
  });

  it('a number is a room, a height and a level', async () => {
    openSite();
    const gate = document.createElement('jitsi-gate');
    Object.assign(gate, { room: 42, height: 300, headingLevel: 3 });
    document.body.append(gate);
    await reached(gate, 'asking');
    expect(part(gate, 'heading').getAttribute('aria-level')).toBe('3');
    await pressTo(gate, 'accept', 'live');
    expect((await meetingOf(gate)).room).toBe('42');
    expect(part(gate, 'meeting').getBoundingClientRect().height).toBe(300);
  });

  it('what was set before the element was a gate counts', async () => {
    openSite();
    const { body } = document.implementation.createHTMLDocument('');
    const gate = body.appendChild(body.ownerDocument.createElement('jitsi-gate')) as JitsiGateElement;
    Object.assign(gate, { room: 'room-two', label: 'Two', jwt: TOKEN });
    document.body.append(gate);
    await reached(gate, 'asking');
    expect(part(gate, 'heading').textContent).toBe('Video meeting: Two');
    await pressTo(gate, 'accept', 'live');
    const { room, params } = await meetingOf(gate);
    expect([room, params['jwt'], gate.outerHTML.includes(TOKEN)]).toEqual(['room-two', TOKEN, false]);
  });

  it('what was set last counts, property or attribute', async () => {
    openSite();
    const gate = await addReached('asking', { label: 'One' });
    gate.label = {} as never;
    await reached(gate, 'invalid');
    gate.setAttribute('label', 'Two');
    await expect.poll(() => part(gate, 'heading').textContent).toBe('Video meeting: Two');
    gate.label = 'Three';
    await expect.poll(() => part(gate, 'heading').textContent).toBe('Video meeting: Three');
  });
});

describe('a value of the wrong type throws nothing, and makes the gate invalid, with the author’s content and the reason', () => {
  for (const [what, value] of [['an object', {}], ['a list', ['a']], ['a function', () => 'a'], ['true', true], ['no number', NaN], ['a symbol', Symbol('a')], ['a big number', 10n]] as const) {
    it.each(['room', 'label', 'headingLevel'] as const)(`${what} as %s`, async (name) => {
      openSite();
      const gate = await addReached();
      Reflect.set(gate, name, value);
      await reached(gate, 'invalid');
      expect(showsFallback(gate)).toBe(true);
      await expect.poll(() => errors.join('\n')).toContain(`${attributeOf(name)}: expected`);
      Reflect.set(gate, name, name === 'headingLevel' ? 2 : 'a');
      await reached(gate, 'asking');
    });
  }
});

describe('a token or a person that is written as an attribute', () => {
  for (const name of ['jwt', 'token', 'userInfo', 'user-info']) {
    it(`is removed at once and told, whenever it comes: ${name}`, async () => {
      openSite();
      const [early, late] = [addGate({ [name]: TOKEN }), await addReached()];
      late.setAttribute(name, TOKEN);
      await reached(early, 'asking');
      expect([early, late].map((gate) => gate.outerHTML.includes(TOKEN))).toEqual([false, false]);
      expect(late.getAttribute('state')).toBe('asking');
      expect(errors).toEqual([`[jitsi-gate] embed: ${name.toLowerCase()}: expected the property jwt or userInfo, found an attribute, which was removed`]);
    });
  }
});

describe('jwt and userInfo may be functions', () => {
  it('which are asked after the yes, anew for each start', async () => {
    openSite();
    const gate = await addReached();
    const jwt = vi.fn<(meeting: { operator: string; room: string }) => Promise<string>>(async () => TOKEN);
    Object.assign(gate, { jwt, userInfo: () => ({ displayName: 'Jane Doe' }) });
    expect(jwt).not.toHaveBeenCalled();
    await pressTo(gate, 'accept', 'live');
    expect(jwt.mock.calls).toEqual([[{ operator: 'clinic', room: 'room-one' }]]);
    expect((await meetingOf(gate)).params).toMatchObject({ jwt: TOKEN, 'userInfo.displayName': 'Jane Doe' });
  });

  it('an empty text leaves it to the site, as a framework that takes a property away means it', async () => {
    openSite({ getToken: () => TOKEN });
    const gate = await addReached();
    gate.jwt = '';
    await pressTo(gate, 'accept', 'live');
    expect((await meetingOf(gate)).params).toMatchObject({ jwt: TOKEN });
  });
});

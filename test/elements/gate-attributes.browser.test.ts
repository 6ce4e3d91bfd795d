import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as fc from 'fast-check';
import { configure } from '../../src/index.js';
import { addGate, addReached, controls, inside, part, pressTo, reached, showsFallback } from '../support/gate-on-page.js';
import { framesOf, meetingOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, openTwo, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();

let errors: string[] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((text: unknown) => void errors.push(String(text)));
});
afterEach(() => vi.restoreAllMocks());

describe('before the site is configured', () => {
  it('a gate shows the author’s fallback and has no state', async () => {
    const gate = addGate();
    await expect.poll(() => showsFallback(gate)).toBe(true);
    expect([gate.hasAttribute('state'), controls(gate)]).toEqual([false, []]);
  });

  it('a gate that is in the page asks as soon as the site is configured', async () => {
    const gate = addGate();
    await expect.poll(() => showsFallback(gate)).toBe(true);
    openSite();
    await reached(gate, 'asking');
    expect(showsFallback(gate)).toBe(false);
  });
});

describe('is invalid, with the author’s fallback and nothing to press', () => {
  const wrong: readonly (readonly [name: string, value: string, found: string])[] = [
    ['room', '', 'nothing'],
    ['room', 'room-a#config.p2p=1', '"#"'],
    ['room', 'room-a?jwt=1', '"?"'],
    ['room', 'a\\b', '"\\"'],
    ['room', '../admin', '..'],
    ['room', 'r'.repeat(201), '201'],
    ['operator', 'somebody', '"somebody"'],
    ['domain', 'evil.example', '"evil.example"'],
    ['start', 'now', '"now"'],
    ['height', '100vw', '"100vw"'],
    ['lang', '<de>', '"<de>"'],
    ['poster', 'https://elsewhere.example/x.png', '"https://elsewhere.example/x.png"'],
    ['label', 't'.repeat(201), 'ttt'],
  ];

  it.each(wrong)('for %s="%s"', async (name, value, found) => {
    openSite();
    const gate = await addReached('invalid', { [name]: value });
    expect([showsFallback(gate), controls(gate), traces()]).toEqual([true, [], []]);
    await expect.poll(() => errors.join('\n')).toContain(`${name}: expected`);
    expect(errors.join('\n')).toContain(found);
  });

  it('for a site of two operators without a default, where none is named', async () => {
    openTwo({ defaultOperator: undefined } as never);
    await addReached('invalid');
    await addReached('asking', { operator: 'school' });
  });
});

it('is invalid, and says why, where a script took away what tells presses apart', async () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  openSite();
  const gate = await addReached('invalid');
  vi.unstubAllGlobals();
  expect([showsFallback(gate), controls(gate)]).toEqual([true, []]);
  await expect.poll(() => errors.join('\n')).toContain("IntersectionObserver: expected the browser's own, found none");
});

it('never prints the room’s name or a token', async () => {
  openSite();
  await addReached('invalid', { room: 'our-secret-room\u0007' });
  await addReached('asking', { room: 'our-secret-room', jwt: 'our-secret-token' });
  expect(errors.join('\n')).toContain('jwt: expected');
  expect(errors.join('\n')).toContain('room: expected');
  expect(errors.join('\n')).not.toContain('secret');
});

it('selects an operator by key or by domain', async () => {
  openTwo();
  for (const attributes of [{ operator: 'school' }, { domain: location.host.replace('127.0.0.1', 'localhost').toUpperCase() }]) {
    expect(part(await addReached('asking', attributes), 'accept').textContent).toBe('Load meeting from School e.V.');
  }
});

it('takes no notice of attributes that are not its own, whatever they are', async () => {
  openSite();
  const name = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `x-${text.replace(/[^\w-]/g, '')}`);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, fc.string()), async (junk) => {
      const gate = await addReached('asking', { ...junk, 'onclick': 'x', 'part': 'accept', 'style': 'color: red', 'aria-label': '' });
      expect(controls(gate)).toEqual(['accept', 'decline', 'remember']);
      gate.remove();
    }),
    { numRuns: 20 },
  );
});

it('cannot be talked into a state by its own attribute', async () => {
  openSite();
  const gate = await addReached('asking', { state: 'live' });
  gate.setAttribute('state', 'live');
  expect([gate.state, controls(gate)]).toEqual(['asking', ['accept', 'decline', 'remember']]);
});

it('has a title like any element, which names no meeting', async () => {
  openSite();
  const gate = await addReached('asking', { title: 'A tooltip of the page' });
  expect(part(gate, 'heading').textContent).toBe('Video meeting');
});

describe('a changed attribute', () => {
  it('shows while the gate asks', async () => {
    openSite();
    const gate = await addReached();
    gate.setAttribute('label', 'Yoga');
    await expect.poll(() => part(gate, 'heading').textContent).toBe('Video meeting: Yoga');
  });

  it('makes the gate invalid and valid again', async () => {
    openSite();
    const gate = await addReached();
    gate.setAttribute('room', '../x');
    await reached(gate, 'invalid');
    expect(showsFallback(gate)).toBe(true);
    gate.setAttribute('room', 'room-two');
    await reached(gate, 'asking');
    expect(showsFallback(gate)).toBe(false);
  });

  it('of the room hangs up and starts the next meeting in the new room, asking nothing', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    const meeting = await meetingOf(gate);
    gate.setAttribute('room', 'room-two');
    await expect.poll(() => framesOf(gate).map(({ src }) => new URL(src).pathname), { timeout: 4000 }).toEqual(['/room-two']);
    await reached(gate, 'live');
    expect(meeting.received.map(({ name }) => name)).toContain('video-hangup');
  });

  it('of the room starts nothing where no meeting runs', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    await pressTo(gate, 'withdraw', 'asking');
    gate.setAttribute('room', 'room-two');
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect([gate.getAttribute('state'), framesOf(gate)]).toEqual(['asking', []]);
  });

  it('to something unusable ends the running meeting, and the fallback is back', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    gate.removeAttribute('room');
    await reached(gate, 'invalid');
    await expect.poll(traces, { timeout: 3000 }).toEqual([]);
    expect(showsFallback(gate)).toBe(true);
  });

  it('of the operator asks for the new operator', async () => {
    openTwo();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    gate.setAttribute('operator', 'school');
    await reached(gate, 'asking');
    expect(part(gate, 'accept').textContent).toBe('Load meeting from School e.V.');
    await expect.poll(() => framesOf(gate)).toEqual([]);
  });
});

it('draws the same value again without ending a meeting', async () => {
  openSite();
  const gate = await addReached();
  await pressTo(gate, 'accept', 'live');
  const [frame] = inside(gate, 'iframe');
  gate.setAttribute('room', 'room-one');
  await Promise.resolve();
  expect([gate.state, inside(gate, 'iframe')]).toEqual(['live', [frame]]);
});

it('says nothing of a visitor’s decision when it is invalid', async () => {
  openSite();
  await addReached('invalid', { room: '' });
  expect(storedDecisions()).toBeUndefined();
});

it('a configuration that is refused leaves the page as it was', async () => {
  openSite();
  const gate = await addReached();
  expect(() => configure({ operators: {}, privacyUrl: '' })).toThrow('privacyUrl');
  expect(gate.state).toBe('asking');
});

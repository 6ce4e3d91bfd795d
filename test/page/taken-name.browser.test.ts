import { expect, it, vi } from 'vitest';

// This file has a page of its own, in which somebody else was first.
class Squatter extends HTMLElement {}

const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
customElements.define('jitsi-gate', Squatter);

it('a tag name that is taken stays with whoever has it, and nothing throws', async () => {
  await import('../../src/define.js');
  const { configure } = await import('../../src/index.js');
  const markup = ['<div data-jitsi-room="room-one"><p>Call us</p></div>', '<jitsi-gate room="room-one"><p>Call us</p></jitsi-gate>'];
  document.body.innerHTML = markup.join('');
  const gate = configure({ operators: { clinic: { domain: location.host, name: 'Clinic', country: 'DE' } }, privacyUrl: '/p' });
  gate.scan();
  expect(customElements.get('jitsi-gate')).toBe(Squatter);
  expect([...document.body.children].map(({ outerHTML }) => outerHTML)).toEqual(markup);
  expect([...document.querySelectorAll('p')].map((fallback) => fallback.checkVisibility())).toEqual([true, true]);
  expect(warnings.mock.calls.flat()).toEqual([expect.stringContaining('twice: <jitsi-gate> is taken')]);
  expect(errors.mock.calls).toEqual([]);
  gate.destroy();
});

it('registering again and again is tolerated', async () => {
  const { defineGate } = await import('../../src/elements/define-gate.js');
  const { defineOthers } = await import('../../src/elements/define-others.js');
  const never = (): Promise<never> => Promise.reject(new Error('none'));
  expect(() => {
    for (const define of [defineGate, defineGate, defineOthers, defineOthers]) define(never, never);
  }).not.toThrow();
  expect(customElements.get('jitsi-gate')).toBe(Squatter);
});

import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { aimedAt } from '../support/aim.js';
import { type GateState, type JitsiGateElement, addReached, inside, part, press, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, meetingOf } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

/** Uses a control by keyboard, as somebody who sees nothing would. */
async function keyTo(gate: JitsiGateElement, name: string, state: GateState): Promise<void> {
  part(gate, name).focus();
  await aimedAt(() => part(gate, name));
  await userEvent.keyboard('{Enter}');
  await reached(gate, state);
}

/** The part that has the focus, or what has it outside the gate. */
function focused(gate: JitsiGateElement): string {
  if (document.activeElement !== gate) return document.activeElement?.localName ?? 'nothing';
  return gate.shadowRoot?.activeElement?.getAttribute('part') ?? gate.shadowRoot?.activeElement?.localName ?? 'the gate itself';
}

describe('the focus of a visitor who uses the keyboard', () => {
  it('stays in the gate from accepting until the meeting is live', async () => {
    openSite();
    const gate = await addReached();
    const seen = new Set<string>();
    gate.addEventListener('jitsi-gate-state', () => setTimeout(() => seen.add(focused(gate))));
    await keyTo(gate, 'accept', 'live');
    expect([...seen, focused(gate)]).toEqual(['heading', 'heading']);
  });

  const trips: readonly (readonly [string, readonly (readonly [part: string, to: GateState])[]])[] = [
    ['declining', [['decline', 'declined']]],
    ['choosing again', [['decline', 'declined'], ['reconsider', 'asking']]],
    ['withdrawing from a running meeting', [['accept', 'live'], ['withdraw', 'asking']]],
  ];

  it.each(trips)('lands on the heading after %s', async (_name, steps) => {
    openSite();
    const gate = await addReached();
    for (const [name, state] of steps) await keyTo(gate, name, state);
    expect(focused(gate)).toBe('heading');
  });

  it('lands on the heading after a cancelled load, a failure and a withdrawal from there', async () => {
    openSite({}, { release: 'hangs-focus' });
    const gate = await addReached();
    await keyTo(gate, 'accept', 'loading');
    expect(focused(gate)).toBe('heading');
    await keyTo(gate, 'cancel', 'ready');
    expect(focused(gate)).toBe('heading');
    await keyTo(gate, 'withdraw', 'asking');
    expect(focused(gate)).toBe('heading');
  });

  it('lands on the heading when a load fails', async () => {
    openSite({}, { release: 'missing-focus' });
    const gate = await addReached();
    await keyTo(gate, 'accept', 'failed');
    expect(focused(gate)).toBe('heading');
    await keyTo(gate, 'withdraw', 'asking');
    expect(focused(gate)).toBe('heading');
  });

  it('comes back to the gate when the meeting in which it was ends', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    const meeting = await meetingOf(gate);
    const [frame] = framesOf(gate);
    frame?.focus();
    expect(focused(gate)).toBe('iframe');
    meeting.leave();
    await reached(gate, 'ended');
    expect(focused(gate)).toBe('heading');
  });

  it('comes back to the gate when the permission is withdrawn elsewhere', async () => {
    const site = openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    part(gate, 'withdraw').focus();
    await site.withdraw('clinic');
    await reached(gate, 'asking');
    expect(focused(gate)).toBe('heading');
  });

  it('is not taken away from elsewhere on the page', async () => {
    const site = openSite();
    const gate = await addReached();
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    site.grant('clinic', { source: 'api', name: 'test' });
    await reached(gate, 'ready');
    expect(document.activeElement).toBe(field);
  });
});

it('lands on the heading after a click, too', async () => {
  openSite();
  const gate = await addReached();
  await pressTo(gate, 'accept', 'live');
  await pressTo(gate, 'withdraw', 'asking');
  expect(focused(gate)).toBe('heading');
});

describe('the region that tells of changes', () => {
  const status = (gate: Element): HTMLElement | undefined => inside(gate, '[role="status"]')[0];

  it('is there before anything happens, and silent', async () => {
    openSite();
    expect(status(await addReached())?.textContent).toBe('');
  });

  it('is the same element through every change, and speaks of each', async () => {
    openSite();
    const gate = await addReached();
    const region = status(gate);
    const said: unknown[] = [];
    const note = async (name: string, state: GateState): Promise<void> => {
      await pressTo(gate, name, state);
      said.push(status(gate) === region ? region?.textContent : 'another element');
    };
    await note('decline', 'declined');
    await note('reconsider', 'asking');
    await note('accept', 'live');
    (await meetingOf(gate)).leave();
    await reached(gate, 'ended');
    said.push(region?.textContent);
    await note('withdraw', 'asking');
    expect(said).toEqual([
      'No meeting is loaded from Clinic GmbH.',
      '',
      'Meeting on a server of Clinic GmbH, Germany',
      'The meeting is over',
      'The permission is withdrawn and the meeting removed.',
    ]);
  });

  it('says that the meeting is being loaded', async () => {
    openSite({}, { release: 'hangs-status' });
    const gate = await addReached();
    await pressTo(gate, 'accept', 'loading');
    expect(status(gate)?.textContent).toBe('Loading the meeting from Clinic GmbH…');
  });

  it('a failure is an alert, and the region leaves it to that', async () => {
    openSite({}, { release: 'missing-status' });
    const gate = await addReached();
    const region = status(gate);
    await pressTo(gate, 'accept', 'failed');
    expect(inside(gate, '[role="alert"]').map(({ textContent }) => textContent)).toEqual([expect.stringContaining('The meeting of Clinic GmbH did not open.')]);
    expect([status(gate) === region, region?.textContent]).toEqual([true, '']);
  });

  it('takes no room before it says something, and is out of sight then, but never hidden from screen readers', async () => {
    openSite();
    const gate = await addReached();
    const box = (): DOMRect | undefined => status(gate)?.getBoundingClientRect();
    const isReadable = (): boolean | undefined => status(gate)?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    expect(box()?.height).toBeLessThanOrEqual(1);
    expect(isReadable()).toBe(true);
    await press(gate, 'decline');
    await reached(gate, 'declined');
    expect([box()?.width, box()?.height, isReadable()]).toEqual([1, 1, true]);
  });
});

import { describe, expect, it } from 'vitest';
import { GateError } from '../../src/index.js';
import type { DecisionChange, DecisionSource } from '../../src/index.js';
import { addReached, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, meetingOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, openTwo, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();

const source: DecisionSource = { source: 'cmp', name: 'Some platform 2.1' };

describe('one grant', () => {
  it('makes the operator’s other gates ready and starts none of them; other operators still ask', async () => {
    openTwo();
    const [one, same, other] = [await addReached(), await addReached(), await addReached('asking', { operator: 'school' })];
    await pressTo(one, 'accept', 'live');
    await reached(same, 'ready');
    expect([framesOf(same), other.state, framesOf(other)]).toEqual([[], 'asking', []]);
    expect(Object.keys(storedDecisions() ?? {})).toEqual(['clinic']);
  });

  it('makes a gate ready that comes later', async () => {
    openSite();
    await pressTo(await addReached(), 'accept', 'live');
    await addReached('ready');
  });
});

it('one refusal closes the operator’s other gates', async () => {
  openTwo();
  const [one, same, other] = [await addReached(), await addReached(), await addReached('asking', { operator: 'school' })];
  await pressTo(one, 'decline', 'declined');
  await reached(same, 'declined');
  expect(other.state).toBe('asking');
});

describe('withdrawing', () => {
  it('in one gate ends the operator’s meetings in all of them, and no one else’s', async () => {
    openTwo();
    const [one, same, other] = [await addReached(), await addReached(), await addReached('asking', { operator: 'school' })];
    for (const gate of [one, same, other]) await pressTo(gate, 'accept', 'live');
    await pressTo(one, 'withdraw', 'asking');
    await reached(same, 'asking');
    await expect.poll(() => [framesOf(one), framesOf(same)].flat()).toEqual([]);
    expect([other.state, framesOf(other).length]).toEqual(['live', 1]);
  });

  it('by script settles when every trace is gone', async () => {
    const site = openTwo();
    const gates = [await addReached(), await addReached('asking', { operator: 'school' })];
    for (const gate of gates) await pressTo(gate, 'accept', 'live');
    const meeting = await meetingOf(gates[0] as Element);
    await site.withdraw();
    expect(traces()).toEqual([]);
    expect(meeting.received.map(({ name }) => name)).toContain('video-hangup');
    expect(gates.map(({ state }) => state)).toEqual(['asking', 'asking']);
    expect(Object.values(storedDecisions() ?? {}).map(({ decision, source: by }) => [decision, by])).toEqual([['withdrawn', 'api'], ['withdrawn', 'api']]);
  });

  it('by script for one operator leaves the other’s meeting', async () => {
    const site = openTwo();
    const gates = [await addReached(), await addReached('asking', { operator: 'school' })];
    for (const gate of gates) await pressTo(gate, 'accept', 'live');
    await site.withdraw('school');
    expect(gates.map((gate) => [gate.state, framesOf(gate).length])).toEqual([['live', 1], ['asking', 0]]);
  });

  it('by script where nothing was decided records nothing', async () => {
    await openSite().withdraw();
    expect(storedDecisions()).toBeUndefined();
  });
});

describe('a decision that a script records', () => {
  it('makes gates ready, remembered, with who said so', async () => {
    const site = openSite();
    const gate = await addReached();
    site.grant('clinic', source);
    await reached(gate, 'ready');
    expect([framesOf(gate), site.decision()]).toEqual([[], expect.objectContaining({ decision: 'granted', scope: 'remembered', source: 'cmp' })]);
  });

  it('may be a refusal', async () => {
    const site = openSite();
    const gate = await addReached();
    site.decline('clinic', source);
    await reached(gate, 'declined');
    expect(site.decision('clinic')).toMatchObject({ decision: 'declined', source: 'cmp' });
  });

  it('ends a running meeting if it is a refusal', async () => {
    const site = openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    site.decline('clinic', source);
    await reached(gate, 'declined');
    await expect.poll(traces).toEqual([]);
  });

  it('is never remembered where remembering is not offered', () => {
    const site = openSite({ audience: 'children' });
    site.grant('clinic', source);
    expect(site.decision()).toMatchObject({ scope: 'once' });
  });

  it('is never remembered where the transfer rests on explicit consent (art49)', () => {
    const site = openSite({}, { country: 'US', transfer: { tool: 'art49' } });
    site.grant('clinic', source);
    expect(site.decision()).toMatchObject({ scope: 'once' });
  });

  it.each([
    ['no source', undefined],
    ['a source without a name', { source: 'cmp' }],
    ['an empty name', { source: 'cmp', name: ' ' }],
    ['the visitor as source', { source: 'visitor', name: 'me' }],
    ['a text', 'cmp'],
  ])('is refused with %s', (_name, wrong) => {
    const site = openSite();
    for (const act of [site.grant, site.decline]) {
      expect(() => act('clinic', wrong as DecisionSource)).toThrow(GateError);
      expect(() => act('clinic', wrong as DecisionSource)).toThrow(/source: expected/);
    }
    expect(storedDecisions()).toBeUndefined();
  });

  it('is refused for an operator that is not declared', () => {
    const site = openTwo();
    for (const act of [() => site.grant('nobody', source), () => site.decision('nobody'), () => site.decline('constructor', source)]) {
      expect(act).toThrow(/operator: expected one of clinic, school/);
    }
  });
});

describe('a subscriber', () => {
  it('hears of every decision, the visitor’s too, until it stops', async () => {
    const site = openSite();
    const heard: unknown[] = [];
    const stop = site.subscribe(({ operator, record }: DecisionChange) => heard.push([operator, record?.decision, record?.source]));
    const gate = await addReached();
    site.grant('clinic', source);
    await reached(gate, 'ready');
    await pressTo(gate, 'withdraw', 'asking');
    stop();
    await pressTo(gate, 'decline', 'declined');
    expect(heard).toEqual([['clinic', 'granted', 'cmp'], ['clinic', 'withdrawn', 'visitor']]);
  });
});

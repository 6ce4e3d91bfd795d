import { describe, expect, it } from 'vitest';
import type { Standing } from '../../src/consent/standing.js';
import { GATE_STATES, type GateEffect, type GateEvent, type GateState } from '../../src/gate/states.js';
import { transition } from '../../src/gate/transition.js';

/**
 * Everything that can happen to a gate: rows are events, columns are states. A cell is the next state with its effects
 * in order, or `·` where the event means nothing. Effects: g record-grant, d record-decline, w record-withdrawal,
 * a agree-to-recording, r refuse-recording, u unload, l load.
 */
const TABLES: Readonly<Record<Standing, string>> = {
  none: `
                invalid    asking      ready      loading    live        ended      declined   failed
    accept      ·          loading:gl  asking     ·          ·           asking     ·          ·
    decline     ·          declined:d  ·          ·          ·           ·          ·          ·
    reconsider  ·          ·           ·          ·          ·           ·          asking     ·
    cancel      ·          ·           ·          asking:u   ·           ·          ·          ·
    withdraw    ·          ·           asking:wu  asking:wu  asking:rwu  asking:wu  ·          asking:wu
    retry       ·          ·           ·          ·          ·           ·          ·          asking
    leave       ·          ·           ·          ·          ended:ru    ·          ·          ·
    stay        ·          ·           ·          ·          live:a      ·          ·          ·
    set-up      asking:u   asking:u    asking:u   asking:u   asking:u    asking:u   asking:u   asking:u
    other-room  asking:u   asking:u    asking:u   asking:u   asking:u    asking:u   asking:u   asking:u
    reject      invalid:u  invalid:u   invalid:u  invalid:u  invalid:u   invalid:u  invalid:u  invalid:u
    standing    ·          ·           asking     asking:u   asking:u    asking:u   asking     asking:u
    joined      ·          ·           ·          live       ·           ·          ·          ·
    ended       ·          ·           ·          ended:u    ended:u     ·          ·          ·
    failed      ·          ·           ·          failed:u   failed:u    ·          ·          ·`,
  granted: `
                invalid    asking      ready      loading    live        ended      declined   failed
    accept      ·          loading:gl  loading:l  ·          ·           loading:l  ·          ·
    decline     ·          declined:d  ·          ·          ·           ·          ·          ·
    reconsider  ·          ·           ·          ·          ·           ·          asking     ·
    cancel      ·          ·           ·          ready:u    ·           ·          ·          ·
    withdraw    ·          ·           asking:wu  asking:wu  asking:rwu  asking:wu  ·          asking:wu
    retry       ·          ·           ·          ·          ·           ·          ·          loading:l
    leave       ·          ·           ·          ·          ended:ru    ·          ·          ·
    stay        ·          ·           ·          ·          live:a      ·          ·          ·
    set-up      ready:u    ready:u     ready:u    ready:u    ready:u     ready:u    ready:u    ready:u
    other-room  ready:u    ready:u     ready:u    loading:ul loading:ul  ready:u    ready:u    ready:u
    reject      invalid:u  invalid:u   invalid:u  invalid:u  invalid:u   invalid:u  invalid:u  invalid:u
    standing    ·          ready       ·          ·          ·           ·          ready      ·
    joined      ·          ·           ·          live       ·           ·          ·          ·
    ended       ·          ·           ·          ended:u    ended:u     ·          ·          ·
    failed      ·          ·           ·          failed:u   failed:u    ·          ·          ·`,
  declined: `
                invalid     asking      ready       loading     live        ended       declined    failed
    accept      ·           loading:gl  asking      ·           ·           asking      ·           ·
    decline     ·           declined:d  ·           ·           ·           ·           ·           ·
    reconsider  ·           ·           ·           ·           ·           ·           asking      ·
    cancel      ·           ·           ·           declined:u  ·           ·           ·           ·
    withdraw    ·           ·           asking:wu   asking:wu   asking:rwu  asking:wu   ·           asking:wu
    retry       ·           ·           ·           ·           ·           ·           ·           asking
    leave       ·           ·           ·           ·           ended:ru    ·           ·           ·
    stay        ·           ·           ·           ·           live:a      ·           ·           ·
    set-up      declined:u  declined:u  declined:u  declined:u  declined:u  declined:u  declined:u  declined:u
    other-room  declined:u  declined:u  declined:u  declined:u  declined:u  declined:u  declined:u  declined:u
    reject      invalid:u   invalid:u   invalid:u   invalid:u   invalid:u   invalid:u   invalid:u   invalid:u
    standing    ·           declined    declined    declined:u  declined:u  declined:u  ·           declined:u
    joined      ·           ·           ·           live        ·           ·           ·           ·
    ended       ·           ·           ·           ended:u     ended:u     ·           ·           ·
    failed      ·           ·           ·           failed:u    failed:u    ·           ·           ·`,
};

const EFFECTS: Readonly<Record<string, GateEffect>> = {
  g: 'record-grant', d: 'record-decline', w: 'record-withdrawal', a: 'agree-to-recording', r: 'refuse-recording', u: 'unload', l: 'load',
};
const STANDINGS = ['none', 'granted', 'declined'] as const;

interface Case {
  readonly state: GateState;
  readonly type: GateEvent['type'];
  readonly standing: Standing;
  readonly cell: string;
}

function eventOf(type: GateEvent['type']): GateEvent {
  return type === 'failed' ? { type, failure: { code: 'timeout', message: 'no sign of life' } } : { type };
}

function readTable(standing: Standing): Case[] {
  const [head = [], ...rows] = TABLES[standing].trim().split('\n').map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([type, ...cells]) => cells.map((cell, index): Case => ({
    state: head[index] as GateState, type: type as GateEvent['type'], standing, cell,
  })));
}

const cases = STANDINGS.flatMap(readTable);
const results = cases.map((row) => ({ ...row, result: transition(row.state, eventOf(row.type), row.standing) }));
const moves = results.flatMap(({ result, ...row }) => (result ? [{ ...row, ...result }] : []));

describe('a gate', () => {
  it('is described for all states, events and standings', () => {
    expect(cases).toHaveLength(8 * 15 * 3);
    expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(GATE_STATES));
    expect(new Set(cases.map(({ type }) => type)).size).toBe(15);
  });

  it.each(results)('in $state, on $type, with standing $standing: $cell', ({ cell, result }) => {
    const [to, effects = ''] = cell.split(':');
    expect(result).toEqual(cell === '·' ? undefined : { to, effects: [...effects].map((letter) => EFFECTS[letter]) });
  });
});

describe('whatever happens', () => {
  it('a meeting is loaded only on the visitor’s word, or in place of one that runs, and only with a grant', () => {
    const loads = moves.filter(({ effects }) => effects.includes('load'));
    expect(loads.length).toBeGreaterThan(0);
    for (const { state, type, standing, effects, to } of loads) {
      expect(/loading|live/.test(state) ? ['other-room'] : ['accept', 'retry']).toContain(type);
      expect(standing === 'granted' || effects.indexOf('record-grant') === effects.indexOf('load') - 1).toBe(true);
      expect(to).toBe('loading');
    }
  });

  it('a gate is loading only where a meeting is loaded', () => {
    for (const { to, state, effects } of moves) if (to === 'loading' && state !== 'loading') expect(effects).toContain('load');
  });

  it('a grant is put on record only when the visitor agrees', () => {
    for (const { type, state, effects } of moves) if (effects.includes('record-grant')) expect([state, type]).toEqual(['asking', 'accept']);
  });

  it('a gate becomes live only by the word of the meeting that it loads', () => {
    expect(moves.filter(({ to, state }) => to === 'live' && state !== 'live').map(({ state, type }) => `${state} ${type}`)).toEqual(Array(3).fill('loading joined'));
  });

  it('nothing is left running: every way out of loading and live unloads', () => {
    const exits = moves.filter(({ state, to }) => /loading|live/.test(state) && !/loading|live/.test(to));
    expect(exits.length).toBeGreaterThan(0);
    for (const { effects } of exits) expect(effects).toContain('unload');
  });

  it('a withdrawal is on record before the meeting is taken away', () => {
    const withdrawals = moves.filter(({ type }) => type === 'withdraw');
    expect(withdrawals.length).toBeGreaterThan(0);
    for (const { effects, to, state } of withdrawals) {
      expect([to, ...effects]).toEqual(['asking', ...(state === 'live' ? ['refuse-recording'] : []), 'record-withdrawal', 'unload']);
    }
  });

  it('a recording is agreed to only by staying, and refused by whatever act ends a live meeting, before anything else', () => {
    expect(moves.filter(({ effects }) => effects.includes('agree-to-recording')).map(({ state, type }) => `${state} ${type}`)).toEqual(Array(3).fill('live stay'));
    const refusals = moves.filter(({ effects }) => effects.includes('refuse-recording'));
    expect(new Set(refusals.map(({ state, type }) => `${state} ${type}`))).toEqual(new Set(['live leave', 'live withdraw']));
    for (const { effects } of refusals) expect(effects.indexOf('refuse-recording')).toBe(0);
  });

  it('an invalid gate is left only by a new and usable set-up', () => {
    const exits = moves.filter(({ state, to }) => state === 'invalid' && to !== 'invalid');
    expect(exits.map(({ type }) => type)).toEqual(['set-up', 'other-room', 'set-up', 'other-room', 'set-up', 'other-room']);
  });

  it('a running meeting ends as soon as the grant does not stand any more', () => {
    for (const standing of ['none', 'declined'] as const) {
      for (const state of ['loading', 'live'] as const) {
        expect(transition(state, { type: 'standing' }, standing)?.effects).toContain('unload');
      }
    }
  });
});

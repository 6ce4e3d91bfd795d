import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Told, mergeTold } from '../../src/consent/merge.js';
import type { DecisionRecord } from '../../src/consent/record.js';

type Decision = DecisionRecord['decision'];

/** A decision made in the given second. */
function made(decision: Decision, second: number): DecisionRecord {
  const at = new Date(Date.parse('2026-11-01T10:00:00.000Z') + second * 1000).toISOString();
  return { decision, scope: 'remembered', purposes: ['load'], at, until: '2027-05-02T10:00:00.000Z', terms: 'x', notice: '1', lang: 'de', source: 'visitor' };
}

/** Merges at a time after all that was decided, in tests that say no other. */
const merge = (known: Omit<Told, 'time'>, second = 100) => mergeTold({ ...known, time: made('granted', second).at });

const refusals = ['declined', 'withdrawn'] as const;
const decisions = ['granted', ...refusals] as const;
const none = undefined;

describe('what has to be written after another tab has', () => {
  it.each(decisions)('is the own decision that the other removed or that was never stored: %s', (decision) => {
    const own = made(decision, 1);
    expect(merge({ told: made('granted', 0), stored: none, own })).toBe(own);
  });

  it.each(decisions)('is the own decision that is later than the one stored: %s', (decision) => {
    const own = made(decision, 2);
    const theirs = made('granted', 1);
    expect(merge({ told: theirs, stored: theirs, own })).toBe(own);
  });

  it.each(decisions)('is nothing where a later decision stands: %s', (decision) => {
    const theirs = made(decision, 2);
    expect(merge({ told: theirs, stored: theirs, own: made('granted', 1) })).toBeUndefined();
  });

  it('is nothing where the own decision stands', () => {
    const own = made('granted', 1);
    expect(merge({ told: own, stored: own, own })).toBeUndefined();
  });

  it.each(refusals)('is a refusal of a store that is not shared: %s', (decision) => {
    const stored = made('granted', 1);
    const told = made(decision, 2);
    expect(merge({ told, stored, own: stored })).toBe(told);
  });

  it.each(refusals)('is a refusal even where nothing was decided here: %s', (decision) => {
    const told = made(decision, 2);
    expect(merge({ told, stored: none, own: none })).toBe(told);
  });

  it.each(refusals)('is no refusal that came before what stands here: %s', (decision) => {
    const stored = made('granted', 3);
    expect(merge({ told: made(decision, 2), stored, own: stored })).toBeUndefined();
  });

  it('is never a yes of a store that is not shared', () => {
    const told = made('granted', 2);
    expect(merge({ told, stored: none, own: none })).toBeUndefined();
    expect(merge({ told, stored: made('declined', 1), own: none })).toBeUndefined();
  });

  it('is the later one of an own decision and a refusal that both are missing', () => {
    const own = made('granted', 2);
    expect(merge({ told: made('withdrawn', 3), stored: none, own })?.decision).toBe('withdrawn');
    expect(merge({ told: made('withdrawn', 1), stored: none, own })?.decision).toBe('granted');
  });

  it.each(refusals)('is the refusal of two decisions of the same moment: %s', (decision) => {
    const [grant, refusal] = [made('granted', 1), made(decision, 1)];
    expect(merge({ told: grant, stored: grant, own: refusal })).toBe(refusal);
    expect(merge({ told: refusal, stored: grant, own: grant })).toBe(refusal);
    expect(merge({ told: grant, stored: refusal, own: grant })).toBeUndefined();
    expect(merge({ told: refusal, stored: refusal, own: grant })).toBeUndefined();
  });

  it.each(decisions)('is no own decision from the future, which a wrong clock made: %s', (decision) => {
    const theirs = made('withdrawn', 1);
    expect(merge({ told: theirs, stored: theirs, own: made(decision, 9) }, 5)).toBeUndefined();
  });

  it.each(refusals)('is no refusal from the future: %s', (decision) => {
    const stored = made('granted', 1);
    expect(merge({ told: made(decision, 9), stored, own: none }, 5)).toBeUndefined();
  });

  it('is a refusal of now where a decision from the future stands, and no yes of now', () => {
    const theirs = made('granted', 9);
    const own = made('withdrawn', 1);
    expect(merge({ told: theirs, stored: theirs, own }, 5)).toBe(own);
    expect(merge({ told: theirs, stored: theirs, own: made('granted', 1) }, 5)).toBeUndefined();
  });

  it('is nothing where the other removed the entry, or wrote what cannot be read', () => {
    expect(merge({ told: undefined, stored: none, own: made('granted', 1) })).toBeUndefined();
  });
});

describe('any merge', () => {
  const anyRecord = fc.option(fc.tuple(fc.constantFrom(...decisions), fc.nat(5)).map(([decision, second]) => made(decision, second)), { nil: undefined });
  const told = fc.record({ told: anyRecord, stored: anyRecord, own: anyRecord });

  it('loses nothing that is stored but to something as late', () => {
    fc.assert(fc.property(told, (known) => {
      const after = merge(known) ?? known.stored;
      expect((after?.at ?? '') >= (known.stored?.at ?? '')).toBe(true);
    }));
  });

  it('makes no yes that this store or this view did not know', () => {
    fc.assert(fc.property(told, (known) => {
      const merged = merge(known);
      if (merged?.decision === 'granted') expect(merged).toBe(known.own);
    }));
  });

  it('leaves nothing to merge again, and no later refusal unheard', () => {
    fc.assert(fc.property(told, (known) => {
      const stored = merge(known) ?? known.stored;
      expect(merge({ ...known, stored })).toBeUndefined();
      if (known.told && known.told.decision !== 'granted') expect((stored?.at ?? '') >= known.told.at).toBe(true);
    }));
  });

  it('changes none of what it is given', () => {
    fc.assert(fc.property(told, (known) => {
      const before = structuredClone(known);
      merge(known);
      expect(known).toEqual(before);
    }));
  });
});

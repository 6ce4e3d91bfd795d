import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Told, mergeTold } from '../../src/consent/merge.js';
import type { DecisionRecord, DecisionRecords } from '../../src/consent/record.js';

type Decision = DecisionRecord['decision'];

/** A decision made in the given second. */
function made(decision: Decision, second: number): DecisionRecord {
  const at = new Date(Date.parse('2026-11-01T10:00:00.000Z') + second * 1000).toISOString();
  return { decision, scope: 'remembered', purposes: ['load'], at, until: '2027-05-02T10:00:00.000Z', terms: 'x', notice: '1', lang: 'de', source: 'visitor' };
}

/** Merges at a time after all that was decided, in tests that say no other. */
const merge = (known: Omit<Told, 'time'>, second = 100) => mergeTold({ ...known, time: made('granted', second).at });

const records = (entries: Readonly<Record<string, DecisionRecord>>): DecisionRecords => new Map(Object.entries(entries));
const none = records({});
const refusals = ['declined', 'withdrawn'] as const;
const decisions = ['granted', ...refusals] as const;

describe('what has to be written after another tab has', () => {
  it.each(decisions)('is the own decision that the other went over: %s', (decision) => {
    const own = records({ clinic: made(decision, 1) });
    const theirs = records({ school: made('granted', 1) });
    expect(merge({ told: theirs, stored: theirs, own })).toEqual(new Map([...theirs, ...own]));
  });

  it.each(decisions)('is the own decision that is later than the one stored: %s', (decision) => {
    const own = records({ clinic: made(decision, 2) });
    const theirs = records({ clinic: made('granted', 1) });
    expect(merge({ told: theirs, stored: theirs, own })).toEqual(own);
  });

  it.each(decisions)('is nothing where a later decision stands: %s', (decision) => {
    const own = records({ clinic: made('granted', 1) });
    const theirs = records({ clinic: made(decision, 2) });
    expect(merge({ told: theirs, stored: theirs, own })).toBeUndefined();
  });

  it('is nothing where the own decision stands', () => {
    const own = records({ clinic: made('granted', 1) });
    expect(merge({ told: own, stored: own, own })).toBeUndefined();
  });

  it.each(refusals)('is a refusal of a store that is not shared: %s', (decision) => {
    const stored = records({ clinic: made('granted', 1), school: made('granted', 1) });
    const told = records({ clinic: made(decision, 2) });
    expect(merge({ told, stored, own: stored })).toEqual(new Map([...stored, ...told]));
  });

  it.each(refusals)('is a refusal even where nothing was decided here: %s', (decision) => {
    const told = records({ clinic: made(decision, 2) });
    expect(merge({ told, stored: none, own: none })).toEqual(told);
  });

  it.each(refusals)('is no refusal that came before what stands here: %s', (decision) => {
    const stored = records({ clinic: made('granted', 3) });
    expect(merge({ told: records({ clinic: made(decision, 2) }), stored, own: stored })).toBeUndefined();
  });

  it('is never a yes of a store that is not shared', () => {
    const told = records({ clinic: made('granted', 2), school: made('granted', 2) });
    expect(merge({ told, stored: none, own: none })).toBeUndefined();
    expect(merge({ told, stored: records({ clinic: made('declined', 1) }), own: none })).toBeUndefined();
  });

  it('is the later one of an own decision and a refusal that both are missing', () => {
    const own = records({ clinic: made('granted', 2) });
    expect(merge({ told: records({ clinic: made('withdrawn', 3) }), stored: none, own })?.get('clinic')?.decision).toBe('withdrawn');
    expect(merge({ told: records({ clinic: made('withdrawn', 1) }), stored: none, own })?.get('clinic')?.decision).toBe('granted');
  });

  it.each(refusals)('is the refusal of two decisions of the same moment: %s', (decision) => {
    const [grant, refusal] = [records({ clinic: made('granted', 1) }), records({ clinic: made(decision, 1) })];
    expect(merge({ told: grant, stored: grant, own: refusal })).toEqual(refusal);
    expect(merge({ told: refusal, stored: grant, own: grant })).toEqual(refusal);
    expect(merge({ told: grant, stored: refusal, own: grant })).toBeUndefined();
    expect(merge({ told: refusal, stored: refusal, own: grant })).toBeUndefined();
  });

  it.each(decisions)('is no own decision from the future, which a wrong clock made: %s', (decision) => {
    const theirs = records({ clinic: made('withdrawn', 1) });
    expect(merge({ told: theirs, stored: theirs, own: records({ clinic: made(decision, 9) }) }, 5)).toBeUndefined();
  });

  it('is a decision of now where one from the future stands', () => {
    const own = records({ clinic: made('withdrawn', 1) });
    const theirs = records({ clinic: made('granted', 9) });
    expect(merge({ told: theirs, stored: theirs, own }, 5)).toEqual(own);
  });

  it('is nothing where the other cleared everything, or wrote what cannot be read', () => {
    const own = records({ clinic: made('granted', 1) });
    expect(merge({ told: undefined, stored: none, own })).toBeUndefined();
  });
});

describe('any merge', () => {
  const anyRecord = fc.tuple(fc.constantFrom(...decisions), fc.nat(5)).map(([decision, second]) => made(decision, second));
  const anyRecords = fc.dictionary(fc.constantFrom('clinic', 'school', 'choir'), anyRecord).map(records);
  const told = fc.record({ told: anyRecords, stored: anyRecords, own: anyRecords });

  it('loses nothing that is stored but to something as late', () => {
    fc.assert(fc.property(told, (known) => {
      const merged = merge(known) ?? known.stored;
      for (const [key, { at }] of known.stored) expect((merged.get(key)?.at ?? '') >= at).toBe(true);
    }));
  });

  it('makes no yes that this store or this view did not know', () => {
    fc.assert(fc.property(told, (known) => {
      for (const [key, record] of merge(known) ?? []) {
        if (record.decision === 'granted') expect([known.stored.get(key), known.own.get(key)]).toContain(record);
      }
    }));
  });

  it('leaves nothing to merge again, and no later refusal unheard', () => {
    fc.assert(fc.property(told, (known) => {
      const stored = merge(known) ?? known.stored;
      expect(merge({ ...known, stored })).toBeUndefined();
      for (const [key, { decision, at }] of known.told) {
        if (decision !== 'granted') expect((stored.get(key)?.at ?? '') >= at).toBe(true);
      }
    }));
  });

  it('changes none of what it is given', () => {
    fc.assert(fc.property(told, (known) => {
      const before = [known.told, known.stored, known.own].map((map) => [...map]);
      merge(known);
      expect([known.told, known.stored, known.own].map((map) => [...map])).toEqual(before);
    }));
  });
});

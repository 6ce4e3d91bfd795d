import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseRecord } from '../../src/consent/record.js';
import { NOON, no, once, visit, withdrawn, yes } from '../support/page-view.js';
import { type RacingEntries, createRacingEntries } from '../support/racing-entries.js';

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

const inputs = [yes, once, no, withdrawn] as const;
const pairs = inputs.flatMap((one) => inputs.map((other) => ({ one, other, what: `${one.decision} ${one.scope}, ${other.decision} ${other.scope}` })));
const standingsOf = ({ ledger, operator, other }: ReturnType<typeof visit>) => [ledger.standing(operator), ledger.standing(other)];
const kept = (entries: RacingEntries) => [...entries.kept()].map(([key, text]) => {
  const record = parseRecord(text);
  return typeof record === 'object' ? `${key} ${record.decision} ${record.scope}` : `${key} ${text}`;
}).toSorted();

/** Lets every write arrive, in the order of the choices; fails where tabs write for ever. */
function settle(entries: RacingEntries, choices: readonly number[] = []): void {
  for (let step = 0; entries.step(choices[step] ?? 0); step += 1) expect(step, 'writes that follow each other').toBeLessThan(100);
}

const tell = (entries: RacingEntries) => ({ here: visit(entries.open()), there: visit(entries.open()) });

describe('two tabs that decide in the same moment', () => {
  it.each(pairs.flatMap((pair) => [0, 1].map((first) => ({ ...pair, first }))))('on two operators lose no record: $what, tab $first first', ({ one, other, first }) => {
    const entries = createRacingEntries();
    const { here, there } = tell(entries);
    here.ledger.record(here.operator, one);
    there.ledger.record(there.other, other);
    settle(entries, [first]);
    expect(kept(entries)).toEqual([`clinic ${one.decision} ${one.scope}`, `school ${other.decision} ${other.scope}`]);
    // Each touched its own entry, so nothing had to be put right.
    expect(entries.writes()).toBe(2);
  });

  it.each(pairs)('on one operator keep the later decision, whichever write arrives last: $what', ({ one, other }) => {
    for (const first of [0, 1]) {
      const entries = createRacingEntries();
      const { here, there } = tell(entries);
      here.ledger.record(here.operator, one);
      vi.advanceTimersByTime(1);
      there.ledger.record(there.operator, other);
      settle(entries, [first]);
      expect(kept(entries), `tab ${first} first`).toEqual([`clinic ${other.decision} ${other.scope}`]);
      expect(entries.writes()).toBeLessThanOrEqual(4);
    }
  });

  it.each([no, withdrawn])('on one operator to the millisecond keep the refusal: $decision', (refusal) => {
    for (const grant of [yes, once]) for (const first of [0, 1]) {
      const entries = createRacingEntries();
      const { here, there } = tell(entries);
      here.ledger.record(here.operator, grant);
      there.ledger.record(there.operator, refusal);
      settle(entries, [first]);
      expect(kept(entries)).toEqual([`clinic ${refusal.decision} remembered`]);
      expect([here, there].map(({ ledger, operator }) => ledger.grant(operator))).toEqual([undefined, undefined]);
    }
  });

  it.each([no, withdrawn])('leave no meeting open after a refusal that came later: $decision', (refusal) => {
    for (const grant of [yes, once]) for (const first of [0, 1]) {
      const entries = createRacingEntries();
      const { here, there } = tell(entries);
      here.ledger.record(here.operator, grant);
      vi.advanceTimersByTime(1);
      there.ledger.record(there.operator, refusal);
      settle(entries, [first]);
      expect([here, there].map(({ ledger, operator }) => ledger.grant(operator))).toEqual([undefined, undefined]);
    }
  });

  // What a tab decides, or undefined where it decides nothing.
  const act = fc.option(fc.record({ school: fc.boolean(), input: fc.constantFrom(yes, no, withdrawn) }), { nil: undefined });
  const moment = fc.record({ acts: fc.tuple(act, act), choices: fc.array(fc.nat(2), { maxLength: 12 }) });

  it('agree with the other tabs and with a new visit on the latest decisions, moment after moment, in any order', () => {
    fc.assert(fc.property(fc.array(moment, { minLength: 1, maxLength: 4 }), (moments) => {
      const entries = createRacingEntries();
      const tabs = [0, 1, 2].map(() => visit(entries.open()));
      const latest = new Map<string, string>();
      for (const { acts, choices } of moments) {
        const before = entries.writes();
        for (const [index, view] of tabs.entries()) {
          const decided = acts[index];
          if (!decided) continue;
          vi.advanceTimersByTime(1);
          const operator = decided.school ? view.other : view.operator;
          view.ledger.record(operator, decided.input);
          latest.set(operator.key, `${operator.key} ${decided.input.decision} ${decided.input.scope}`);
        }
        settle(entries, choices);
        expect(kept(entries)).toEqual([...latest.values()].toSorted());
        const [first, ...others] = [...tabs, visit(entries.open())].map(standingsOf);
        for (const standings of others) expect(standings).toEqual(first);
        expect(entries.writes() - before).toBeLessThanOrEqual(12);
      }
    }), { numRuns: 300 });
  });

  it('lose no yes to an earlier refusal that arrives late, when a third tab writes as well', () => {
    const entries = createRacingEntries();
    const [one, two, three] = [visit(entries.open()), visit(entries.open()), visit(entries.open())];
    one.ledger.record(one.operator, no);
    vi.advanceTimersByTime(1);
    two.ledger.record(two.operator, yes);
    vi.advanceTimersByTime(1);
    three.ledger.record(three.other, yes);
    settle(entries);
    expect(kept(entries)).toEqual(['clinic granted remembered', 'school granted remembered']);
  });

  it('never let a yes stand that is older than a refusal, however many decisions are on their way', () => {
    const busy = fc.record({ tab: fc.nat(2), input: fc.constantFrom(...inputs), steps: fc.array(fc.nat(2), { maxLength: 3 }) });
    fc.assert(fc.property(fc.array(busy, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(2), { maxLength: 12 }), (acts, choices) => {
      const entries = createRacingEntries();
      const tabs = [0, 1, 2].map(() => visit(entries.open()));
      for (const { tab, input, steps } of acts) {
        vi.advanceTimersByTime(1);
        for (const view of tabs.slice(tab, tab + 1)) view.ledger.record(view.operator, input);
        for (const step of steps) entries.step(step);
      }
      settle(entries, choices);
      const isRefused = acts.at(-1)?.input.decision !== 'granted';
      const grants = [...tabs, visit(entries.open())].filter(({ ledger, operator }) => ledger.grant(operator));
      if (isRefused) expect(grants).toEqual([]);
    }), { numRuns: 300 });
  });
});

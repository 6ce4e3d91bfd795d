import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LedgerWorld, type Step, createLedgerWorld } from '../support/ledger-world.js';
import { NOON } from '../support/page-view.js';

const DAY = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const tab = fc.nat(1);
const decide = fc.record({ type: fc.constant('decide' as const), tab, operator: fc.nat(1), input: fc.constantFrom('yes', 'once', 'no', 'withdrawn') });
const reload = fc.record({ type: fc.constant('reload' as const), tab, notice: fc.constantFrom('1', '2') });
const passing = (...times: number[]) => fc.record({ type: fc.constant('pass' as const), time: fc.constantFrom(...times) });
const pass = passing(DAY, 29 * DAY, 30 * DAY);
// A clock that is set back, as when a wrong one is put right.
const wrongClock = passing(DAY, 30 * DAY, -DAY);
const freeze = fc.record({ type: fc.constantFrom('freeze' as const, 'thaw' as const), tab });
const clear = fc.record({ type: fc.constant('clear' as const), tab });
const trouble = fc.record({ type: fc.constant('trouble' as const), trouble: fc.constantFrom('none', 'full', 'blocked') });

const choose = (at: number, input: string): Step => ({ type: 'decide', tab: at, operator: 0, input });
const [back, forth] = [-DAY, DAY].map((time): Step => ({ type: 'pass', time })) as [Step, Step];

/** Takes the steps one by one, and looks at everything after each. */
function holds(steps: readonly Step[], look: (world: LedgerWorld) => void): void {
  vi.setSystemTime(NOON);
  const world = createLedgerWorld();
  for (const step of steps) {
    world.take(step);
    look(world);
  }
  world.end();
}

const noUnfoundedGrant = (world: LedgerWorld): void => expect(world.unfoundedGrants()).toEqual([]);
const noLostDecision = (world: LedgerWorld): void => expect(world.lostDecisions()).toEqual([]);

describe('after any sequence of decisions, reloads, changed terms, passing time, frozen pages and cleared storage', () => {
  const steps = fc.array(fc.oneof({ arbitrary: decide, weight: 4 }, reload, pass, freeze, clear), { maxLength: 25 });

  it('there is no grant without a current yes', () => {
    fc.assert(fc.property(steps, (sequence) => holds(sequence, noUnfoundedGrant)), { numRuns: 400 });
  });

  it('a new visit reads the latest decision, and it counts while it is current', () => {
    fc.assert(fc.property(steps, (sequence) => holds(sequence, noLostDecision)), { numRuns: 400 });
  });
});

describe('after any sequence in which the clock is set back and forth', () => {
  const steps = fc.array(fc.oneof({ arbitrary: decide, weight: 3 }, reload, wrongClock), { maxLength: 15 });

  it('there is no grant without a current yes', () => {
    const examples = ['no', 'withdrawn'].map((refusal): [Step[]] => [[choose(0, 'yes'), back, choose(1, refusal), forth]]);
    fc.assert(fc.property(steps, (sequence) => holds(sequence, noUnfoundedGrant)), { numRuns: 400, examples });
  });

  it('a new visit reads the latest decision, and it counts while it is current', () => {
    const examples: [Step[]][] = [[[choose(0, 'yes'), back, choose(1, 'yes')]]];
    fc.assert(fc.property(steps, (sequence) => holds(sequence, noLostDecision)), { numRuns: 400, examples });
  });
});

describe('after any sequence in which storage fails and heals as well', () => {
  const steps = fc.array(fc.oneof({ arbitrary: decide, weight: 4 }, reload, pass, trouble), { maxLength: 25 });

  it('there is no grant without a current yes', () => {
    const full: Step = { type: 'trouble', trouble: 'full' };
    const healed: Step = { type: 'trouble', trouble: 'none' };
    const examples = ['no', 'withdrawn'].map((refusal): [Step[]] => [[full, choose(1, 'yes'), choose(0, 'yes'), healed, choose(0, refusal)]]);
    fc.assert(fc.property(steps, (sequence) => holds(sequence, noUnfoundedGrant)), { numRuns: 400, examples });
  });

  it('a new visit reads the latest decision that was made while storage worked', () => {
    const trouble = (is: string): Step => ({ type: 'trouble', trouble: is });
    const examples = ['full', 'blocked'].map((is): [Step[]] => [[trouble(is), choose(0, 'yes'), trouble('none'), choose(0, 'no')]]);
    fc.assert(fc.property(steps, (sequence) => holds(sequence, noLostDecision)), { numRuns: 400, examples });
  });
});

describe('the check itself', () => {
  it('has grants and decisions to look at', () => {
    let grants = 0;
    const steps = fc.array(fc.oneof({ arbitrary: decide, weight: 4 }, reload, pass), { minLength: 5, maxLength: 25 });
    fc.assert(fc.property(steps, (sequence) => holds(sequence, (world) => {
      grants += world.grants().length;
    })), { numRuns: 50 });
    expect(grants).toBeGreaterThan(100);
  });
});

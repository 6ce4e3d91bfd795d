import * as fc from 'fast-check';

/** Property tests that count what they try. */
export interface CountedCases {
  /** Tries a property on so many values. `holds` throws where it does not hold. */
  check<Value>(runs: number, arbitrary: fc.Arbitrary<Value>, holds: (value: Value) => void): void;
  /** How many values have been tried to their end. */
  count(): number;
}

/** Starts counting at none. */
export function countCases(): CountedCases {
  let tried = 0;
  return {
    check(runs, arbitrary, holds) {
      fc.assert(fc.property(arbitrary, (value) => {
        holds(value);
        tried += 1;
      }), { numRuns: runs });
    },
    count: () => tried,
  };
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AIMING, refusalOf } from '../../src/gate/judge-press.js';
import type { Aim, Place, Surroundings } from '../../src/gate/press.js';

/** When every press of this table happens. */
const NOW = 1000;
const BEFORE = NOW - AIMING;
const POINT = { x: 50, y: 20 };
const UNDER = { left: 0, top: 0, right: 100, bottom: 40 };
const ELSEWHERE = { left: 0, top: 200, right: 100, bottom: 240 };

type Box = Place['box'];

/** Places as `[since when, where]`. */
type Places = readonly (readonly [time: number, box: Box])[];

const QUIET: Surroundings = { otherPress: -Infinity, visibleSince: 0 };

function press(how: 'key' | 'pointer', places: Places, around: Partial<Surroundings> = {}): string | undefined {
  const aim: Aim = { button: {} as Element, time: NOW, point: how === 'pointer' ? POINT : undefined, places: places.map(([time, box]) => ({ time, box })) };
  return refusalOf(aim, { ...QUIET, ...around });
}

/** A box that floats up and down by a few pixels, ten times a second. */
const floating = Array.from({ length: 11 }, (_, step): readonly [number, Box] => [step * 100, { ...UNDER, top: step % 2 ? 4 : 0, bottom: step % 2 ? 44 : 40 }]);

const COUNTS = undefined;
const NOT_IN_VIEW = /^the button was not in view for 400 ms$/;
const HIDDEN = /^the page was hidden less than 400 ms before$/;
const MOVED = /^the button was elsewhere 400 ms before$/;
const OTHER = /^something else was pressed less than 400 ms before$/;

interface Row {
  readonly title: string;
  readonly places: Places;
  readonly around?: Partial<Surroundings>;
  readonly key: RegExp | undefined;
  readonly pointer: RegExp | undefined;
}

const rows: readonly Row[] = [
  { title: 'in view all the time', places: [[0, UNDER]], key: COUNTS, pointer: COUNTS },
  { title: 'in view for exactly 400 ms', places: [[BEFORE, UNDER]], key: COUNTS, pointer: COUNTS },
  { title: 'in view for 399 ms', places: [[BEFORE + 1, UNDER]], key: NOT_IN_VIEW, pointer: NOT_IN_VIEW },
  { title: 'followed by nobody', places: [], key: NOT_IN_VIEW, pointer: NOT_IN_VIEW },
  { title: 'never in view', places: [[0, undefined]], key: NOT_IN_VIEW, pointer: NOT_IN_VIEW },
  { title: 'come into view long ago', places: [[0, undefined], [500, UNDER]], key: COUNTS, pointer: COUNTS },
  { title: 'come into view just now', places: [[0, undefined], [700, UNDER]], key: NOT_IN_VIEW, pointer: NOT_IN_VIEW },
  { title: 'left and come back long ago', places: [[0, UNDER], [400, undefined], [500, UNDER]], key: COUNTS, pointer: COUNTS },
  { title: 'left long ago and come back just now', places: [[0, UNDER], [400, undefined], [700, UNDER]], key: NOT_IN_VIEW, pointer: NOT_IN_VIEW },
  { title: 'left and come back just now', places: [[0, UNDER], [700, undefined], [701, UNDER]], key: NOT_IN_VIEW, pointer: NOT_IN_VIEW },
  { title: 'out of view at the press', places: [[0, UNDER], [NOW, undefined]], key: NOT_IN_VIEW, pointer: NOT_IN_VIEW },
  { title: 'out of view only after the press', places: [[0, UNDER], [NOW + 1, undefined]], key: COUNTS, pointer: COUNTS },
  { title: 'moved under the pointer long ago', places: [[0, ELSEWHERE], [500, UNDER]], key: COUNTS, pointer: COUNTS },
  { title: 'moved under the pointer just now', places: [[0, ELSEWHERE], [700, UNDER]], key: COUNTS, pointer: MOVED },
  { title: 'moved under the pointer step by step, and never out of view', places: [[0, ELSEWHERE], [700, { ...UNDER, top: 100, bottom: 140 }], [900, UNDER]], key: COUNTS, pointer: MOVED },
  { title: 'moved away and back again, always in view', places: [[0, UNDER], [700, ELSEWHERE], [900, UNDER]], key: COUNTS, pointer: COUNTS },
  { title: 'moved by less than its size', places: [[0, { ...UNDER, top: 15, bottom: 55 }], [700, UNDER]], key: COUNTS, pointer: COUNTS },
  { title: 'touching the pointer with its edge before', places: [[0, { ...UNDER, top: 20, bottom: 60 }], [700, UNDER]], key: COUNTS, pointer: COUNTS },
  { title: 'missing the pointer by a pixel before', places: [[0, { ...UNDER, top: 21, bottom: 61 }], [700, UNDER]], key: COUNTS, pointer: MOVED },
  { title: 'floating by a few pixels', places: floating, key: COUNTS, pointer: COUNTS },
  { title: 'with another press before', places: [[0, UNDER]], around: { otherPress: BEFORE }, key: COUNTS, pointer: COUNTS },
  { title: 'with another press in between', places: [[0, UNDER]], around: { otherPress: BEFORE + 1 }, key: COUNTS, pointer: OTHER },
  { title: 'with another press right before', places: [[0, UNDER]], around: { otherPress: NOW - 1 }, key: COUNTS, pointer: OTHER },
  { title: 'with another press after', places: [[0, UNDER]], around: { otherPress: NOW + 1 }, key: COUNTS, pointer: COUNTS },
  { title: 'in a page that was hidden long ago', places: [[0, UNDER]], around: { visibleSince: BEFORE }, key: COUNTS, pointer: COUNTS },
  { title: 'in a page that was hidden just now', places: [[0, UNDER]], around: { visibleSince: BEFORE + 1 }, key: HIDDEN, pointer: HIDDEN },
];

describe('a press of a button', () => {
  const cases = rows.flatMap(({ title, places, around, ...how }) => (['key', 'pointer'] as const).map((kind) => ({ title, places, around, kind, refusal: how[kind] })));

  it.each(cases)('$title, by $kind: $refusal', ({ places, around, kind, refusal }) => {
    if (refusal) expect(press(kind, places, around)).toMatch(refusal);
    else expect(press(kind, places, around)).toBeUndefined();
  });

  const number = fc.oneof(fc.double(), fc.integer({ min: -50, max: 1100 }));
  const box: fc.Arbitrary<Box> = fc.option(fc.record({ left: number, top: number, right: number, bottom: number }), { nil: undefined });
  const placeIn = (time: fc.Arbitrary<number>): fc.Arbitrary<Place> => fc.record({ time, box });
  const surroundings = fc.record({ otherPress: number, visibleSince: number });
  const point = fc.option(fc.record({ x: number, y: number }), { nil: undefined });

  it('never counts where no place of the button is older than 400 ms, whatever else is true', () => {
    const young = fc.array(placeIn(fc.double({ min: BEFORE, minExcluded: true })));
    fc.assert(fc.property(young, point, surroundings, (places, at, around) => {
      expect(refusalOf({ button: {} as Element, time: NOW, point: at, places }, around)).toBeDefined();
    }), { numRuns: 2000 });
  });

  it('never counts by pointer where no older place was under it', () => {
    const away = fc.record({ time: fc.integer({ min: 0, max: BEFORE }), box: fc.record({ left: number, top: fc.integer({ min: POINT.y + 1 }), right: number, bottom: number }) });
    const young = placeIn(fc.integer({ min: BEFORE + 1, max: NOW }));
    fc.assert(fc.property(fc.array(away), fc.array(young), surroundings, (old, places, around) => {
      expect(refusalOf({ button: {} as Element, time: NOW, point: POINT, places: [...old, ...places] }, around)).toBeDefined();
    }), { numRuns: 2000 });
  });
});

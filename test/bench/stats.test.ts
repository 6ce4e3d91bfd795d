import { describe, expect, test } from 'vitest';
import { grouped, median, medianOfAll, ratio, rotated } from '../../bench/stats.js';

describe('median', () => {
  test('is the middle of an odd count, in whatever order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  test('lies halfway between the two in the middle of an even count', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  test('of numbers is by size, not by their text', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  test('of nothing is undefined', () => {
    expect(median([])).toBeUndefined();
  });

  test('leaves its input as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test('of all is undefined as soon as one run has nothing to say', () => {
    expect(medianOfAll([1, undefined, 3])).toBeUndefined();
    expect(medianOfAll([1, 2, 3])).toBe(2);
  });
});

describe('ratio', () => {
  test('says how many times the base, with a decimal below ten', () => {
    expect(ratio(96, 42)).toBe('2.3×');
    expect(ratio(420, 42)).toBe('10×');
  });

  test('says nothing without a base, on a base of next to nothing, and of a value that is less than the empty page', () => {
    expect(ratio(96, undefined)).toBe('');
    expect(ratio(96, 0.1)).toBe('');
    expect(ratio(0, 42)).toBe('');
    expect(ratio(-3, 42)).toBe('');
  });
});

test('thousands are apart', () => {
  expect(grouped(40324.4)).toBe('40,324');
});

describe('whose turn it is', () => {
  test('begins one later in each round', () => {
    expect(rotated(['a', 'b', 'c'], 0)).toEqual(['a', 'b', 'c']);
    expect(rotated(['a', 'b', 'c'], 1)).toEqual(['b', 'c', 'a']);
    expect(rotated(['a', 'b', 'c'], 4)).toEqual(['b', 'c', 'a']);
  });

  test('of nobody is nobody', () => {
    expect(rotated([], 3)).toEqual([]);
  });
});

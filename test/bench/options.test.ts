import { expect, test } from 'vitest';
import { readOptions } from '../../bench/options.js';

test('seven rounds are usual, three of what takes long', () => {
  const { local, slow, json } = readOptions([]);
  expect(local).toContainEqual({ size: 100, rounds: 7 });
  expect(local).toContainEqual({ size: 1000, rounds: 3 });
  expect(slow).toContainEqual({ size: 1, rounds: 7 });
  expect(json).toBe(false);
});

test('quick means three rounds of fewer sizes', () => {
  expect(readOptions(['--quick']).local).toEqual([{ size: 1, rounds: 3 }, { size: 100, rounds: 3 }]);
});

test('rounds can be chosen, and those of large pages follow downwards only', () => {
  expect(readOptions(['--rounds', '2']).local.map(({ rounds }) => rounds)).toEqual([2, 2, 2, 2, 2]);
  expect(readOptions(['--rounds', '9']).local).toContainEqual({ size: 1000, rounds: 3 });
});

test('a number that is none is refused', () => {
  expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds wants a whole number');
});

test('an option that does not exist is refused', () => {
  expect(() => readOptions(['--fast'])).toThrow('--fast');
});

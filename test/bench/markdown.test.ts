import { expect, test } from 'vitest';
import { markdownTable } from '../../bench/markdown.js';

test('a table has its titles left and its figures right', () => {
  expect(markdownTable(['', 'a', 'b'], [['bytes', '1', '2']])).toBe('|  | a | b |\n|---|--:|--:|\n| bytes | 1 | 2 |');
});

test('a bar in a cell does not end the cell', () => {
  expect(markdownTable(['x'], [['a|b']])).toContain('| a\\|b |');
});

import { describe, expect, it } from 'vitest';
import { alphaOf } from '../../src/lib/alpha-of.js';

describe('alphaOf', () => {
  it.each([
    ['rgb(1, 2, 3)', 1],
    ['rgba(0, 0, 0, 0)', 0],
    ['rgba(255, 255, 255, 0.6)', 0.6],
    ['color(srgb 1 0.5 0)', 1],
    ['color(srgb 1 0.5 0 / 0.25)', 0.25],
    ['oklab(0.5 0.1 0.1 / 0.4)', 0.4],
    ['oklch(0.5 0.1 200)', 1],
  ])('of %s is %d', (color, alpha) => {
    expect(alphaOf(color)).toBe(alpha);
  });
});

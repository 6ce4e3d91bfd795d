import { beforeAll, describe, expect, it, vi } from 'vitest';

describe('alphaOf', () => {
  let alphaOf: (color: string) => number;
  beforeAll(async () => {
    // The module takes methods of the page's prototypes, which are not here; a colour needs none of them.
    vi.stubGlobal('Element', class { matches(): void { /* Never asked. */ } });
    vi.stubGlobal('Node', class { getRootNode(): void { /* Never asked. */ } });
    ({ alphaOf } = await import('../../src/elements/in-sight.js'));
  });

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

// @vitest-environment happy-dom
import { afterEach, it, vi } from 'vitest';
import { mountGates } from './mount-gates.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('gates ask and become ready under happy-dom, without a line in the console, and leave no timer, script or frame', mountGates);

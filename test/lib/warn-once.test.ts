import { afterEach, describe, expect, it, vi } from 'vitest';
import { warnOnce } from '../../src/lib/warn-once.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a warning', () => {
  it('is printed once for the same text, with its code', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    warnOnce('storage', 'is full');
    warnOnce('storage', 'is full');
    warnOnce('storage', 'is blocked');
    expect(warn.mock.calls).toEqual([['[jitsi-gate] storage: is full'], ['[jitsi-gate] storage: is blocked']]);
  });

  it('is an error where it says so', () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    warnOnce('config', 'is wrong', 'error');
    expect(error.mock.calls).toEqual([['[jitsi-gate] config: is wrong']]);
  });
});

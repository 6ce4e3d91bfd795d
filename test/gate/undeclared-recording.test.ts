import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OperatorInput } from '../../src/config/schema.js';
import { tellUndeclared } from '../../src/gate/undeclared-recording.js';
import { sampleOperator } from '../support/sample-config.js';

afterEach(() => {
  vi.restoreAllMocks();
});

function linesAfter(facts: Partial<OperatorInput>, mode: Parameters<typeof tellUndeclared>[1]): unknown[] {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  tellUndeclared(sampleOperator(facts), mode);
  return warn.mock.calls.map(([line]) => line as unknown);
}

describe('a recording that an operator is declared never to make', () => {
  it.each([
    ['recording', 'file'],
    ['livestream', 'stream'],
    ['transcription', 'transcription'],
  ] as const)('is told to the owner: %s', (option, mode) => {
    expect(linesAfter({ [option]: 'never' }, mode)).toEqual([`[jitsi-gate] recording: operators.clinic.${option} is "never", and a meeting there was recorded (${mode})`]);
  });

  it.each([
    [{ recording: 'possible' }, 'file'],
    [{ recording: 'never' }, 'stream'],
    [{}, 'transcription'],
    [{ recording: 'never', livestream: 'never', transcription: 'never' }, 'local'],
  ] as const)('is not what %j says of %s', (facts, mode) => {
    expect(linesAfter(facts, mode)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { takeTurn } from '../../src/gate/turns.js';

/** Notes when a turn begins and ends; what comes up in between is handed in before it ends. */
function noteTurns(): { readonly log: string[]; readonly turn: (name: string, ...then: (() => void)[]) => () => void } {
  const log: string[] = [];
  const turn = (name: string, ...then: (() => void)[]) => (): void => {
    log.push(`${name} begins`);
    for (const next of then) takeTurn(next);
    log.push(`${name} ends`);
  };
  return { log, turn };
}

const fail = (reason: string, ...then: (() => void)[]) => (): void => {
  for (const next of then) takeTurn(next);
  throw new Error(reason);
};

describe('a turn', () => {
  it('runs at once where no other runs', () => {
    const { log, turn } = noteTurns();
    takeTurn(turn('a'));
    expect(log).toEqual(['a begins', 'a ends']);
  });

  it('runs to its end before one begins that came up in it, and those run in their order', () => {
    const { log, turn } = noteTurns();
    takeTurn(turn('a', turn('b', turn('d')), turn('c')));
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends', 'd begins', 'd ends']);
  });

  it('that throws is told of, and keeps no other from running in the same call', () => {
    const { log, turn } = noteTurns();
    expect(() => takeTurn(fail('broken', turn('b', turn('d')), turn('c')))).toThrow('broken');
    expect(log).toEqual(['b begins', 'b ends', 'c begins', 'c ends', 'd begins', 'd ends']);
  });

  it('that throws in the midst of others keeps none of them waiting', () => {
    const { log, turn } = noteTurns();
    expect(() => takeTurn(turn('a', fail('broken'), turn('b')))).toThrow('broken');
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    takeTurn(turn('c'));
    expect(log.slice(4)).toEqual(['c begins', 'c ends']);
  });

  it('runs also where several throw', () => {
    const { log, turn } = noteTurns();
    expect(() => takeTurn(fail('first', fail('second'), turn('b')))).toThrow(/first|second/);
    expect(log).toEqual(['b begins', 'b ends']);
  });
});

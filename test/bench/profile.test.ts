import { describe, expect, test } from 'vitest';
import { addCosts, type Cost } from '../../bench/cpu-profile.js';
import { spentIn, tasksOf, type TraceEvent } from '../../bench/trace.js';

function event(name: string, [ts, dur]: readonly [number, number], more: Partial<TraceEvent> = {}): TraceEvent {
  return { name, ph: 'X', ts, dur, pid: 1, tid: 1, ...more };
}

describe('a trace', () => {
  test('counts what is nested once, for the kind of work that it is', () => {
    const spent = spentIn([event('RunTask', [0, 10_000]), event('FunctionCall', [1000, 6000]), event('Layout', [2000, 4000])]);
    expect(spent).toEqual({ other: 4, script: 2, layout: 4 });
  });

  test('leaves what has no kind of its own to what it is nested in', () => {
    expect(spentIn([event('Layout', [0, 3000]), event('something', [500, 1000])])).toEqual({ layout: 3 });
  });

  test('counts the time that the thread ran, not that it waited for the processor', () => {
    expect(spentIn([event('Layout', [0, 30_000], { tdur: 2000 })])).toEqual({ layout: 2 });
  });

  test('has the tasks of the page from its navigation on, each once', () => {
    const events = [
      event('thread_name', [0, 0], { ph: 'M', args: { name: 'CrRendererMain' } }),
      event('RunTask', [500, 100]),
      event('navigationStart', [1000, 0], { ph: 'R', args: { data: { documentLoaderURL: 'http://127.0.0.1/klaro/1.html' } } }),
      event('ThreadControllerImpl::RunTask', [3000, 2000]),
      event('RunTask', [3000, 1900]),
      event('Layout', [3500, 1000]),
    ];
    const tasks = tasksOf(events, '/klaro/');
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ start: 2, duration: 2, spent: { layout: 1 }, inside: ['Layout 1.0'] });
  });

  test('without the navigation is refused', () => {
    expect(() => tasksOf([], '/klaro/')).toThrow('no navigation');
  });
});

describe('a CPU profile', () => {
  const frame = (functionName: string) => ({ functionName, url: '', lineNumber: 0, columnNumber: 0 });

  test('adds up own times, and those of what is called, without counting a recursion twice', () => {
    const costs = new Map<string, Cost>();
    const profile = {
      nodes: [
        { id: 1, callFrame: frame('root'), children: [2] },
        { id: 2, callFrame: frame('draw'), children: [3] },
        { id: 3, callFrame: frame('draw'), children: [4] },
        { id: 4, callFrame: frame('measure') },
      ],
      samples: [2, 3, 4, 4],
      timeDeltas: [1000, 1000, 2000, 3000],
    };
    addCosts(costs, profile, ({ functionName }) => functionName);
    expect(costs.get('draw')).toEqual({ self: 2, total: 7 });
    expect(costs.get('measure')).toEqual({ self: 5, total: 5 });
    expect(costs.get('root')).toEqual({ self: 0, total: 7 });
  });

  test('of another visit is added to what is there', () => {
    const costs = new Map<string, Cost>([['draw', { self: 1, total: 1 }]]);
    addCosts(costs, { nodes: [{ id: 1, callFrame: frame('draw') }], samples: [1], timeDeltas: [1000] }, () => 'draw');
    expect(costs.get('draw')).toEqual({ self: 2, total: 2 });
  });
});

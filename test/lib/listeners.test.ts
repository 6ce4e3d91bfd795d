import { afterEach, describe, expect, it, vi } from 'vitest';
import { createListeners } from '../../src/lib/listeners.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('listeners', () => {
  it('hear every value in the order in which they came', () => {
    const heard: string[] = [];
    const listeners = createListeners<number>();
    listeners.subscribe((value) => heard.push(`a${value}`));
    listeners.subscribe((value) => heard.push(`b${value}`));
    listeners.notify(1);
    listeners.notify(2);
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('hear nothing after they stopped, however often they stop', () => {
    const heard: number[] = [];
    const listeners = createListeners<number>();
    const stop = listeners.subscribe((value) => heard.push(value));
    listeners.notify(1);
    stop();
    stop();
    listeners.notify(2);
    expect(heard).toEqual([1]);
  });

  it.each([
    ['an error', new Error('site code broke')],
    ['a text', 'site code broke'],
    ['undefined', undefined],
    ['null', null],
  ])('are not stopped by one that throws %s', (_, thrown) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const heard: string[] = [];
    const listeners = createListeners<string>();
    listeners.subscribe(() => {
      throw thrown;
    });
    listeners.subscribe((value) => heard.push(value));
    expect(() => listeners.notify('news')).not.toThrow();
    expect(heard).toEqual(['news']);
  });

  it('tell the owner what one of them threw', () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const listeners = createListeners<void>();
    listeners.subscribe(() => {
      throw new Error('only in this test');
    });
    listeners.notify();
    expect(error.mock.calls.flat().join()).toContain('only in this test');
  });

  it('may stop one another while they are told', () => {
    const heard: string[] = [];
    const listeners = createListeners<void>();
    const stops: (() => void)[] = [];
    stops.push(listeners.subscribe(() => {
      heard.push('first');
      for (const stop of stops) stop();
    }));
    stops.push(listeners.subscribe(() => heard.push('second')));
    expect(() => listeners.notify()).not.toThrow();
    listeners.notify();
    expect(heard.filter((name) => name === 'first')).toEqual(['first']);
  });
});

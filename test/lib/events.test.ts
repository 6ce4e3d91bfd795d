import { describe, expect, it } from 'vitest';
import { emit } from '../../src/lib/events.js';
import { emitCancelable } from '../../src/lib/emit-cancelable.js';

describe('an event', () => {
  it('bubbles out of shadow roots with its detail', () => {
    const target = new EventTarget();
    const events: Event[] = [];
    target.addEventListener('jitsi-gate-state', (event) => events.push(event));
    emit(target, 'jitsi-gate-state', { from: null, to: 'asking', operator: 'clinic' });
    expect(events[0]).toMatchObject({ bubbles: true, composed: true, cancelable: false, detail: { from: null, to: 'asking', operator: 'clinic' } });
  });

  it('that may be cancelled says whether nobody did', () => {
    const target = new EventTarget();
    expect(emitCancelable(target, 'jitsi-gate-before-load', { operator: 'clinic' })).toBe(true);
    target.addEventListener('jitsi-gate-before-load', (event) => event.preventDefault());
    expect(emitCancelable(target, 'jitsi-gate-before-load', { operator: 'clinic' })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { emit, emitCancelable } from '../../src/lib/events.js';

describe('an event', () => {
  it('bubbles out of shadow roots with its detail', () => {
    const target = new EventTarget();
    const events: Event[] = [];
    target.addEventListener('jitsi-gate-state', (event) => events.push(event));
    emit(target, 'jitsi-gate-state', { to: 'asking' });
    expect(events[0]).toMatchObject({ bubbles: true, composed: true, cancelable: false, detail: { to: 'asking' } });
  });

  it('that may be cancelled says whether nobody did', () => {
    const target = new EventTarget();
    expect(emitCancelable(target, 'jitsi-gate-before-load', { operator: 'clinic' })).toBe(true);
    target.addEventListener('jitsi-gate-before-load', (event) => event.preventDefault());
    expect(emitCancelable(target, 'jitsi-gate-before-load', { operator: 'clinic' })).toBe(false);
  });
});

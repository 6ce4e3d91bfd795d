import type { JitsiGateElement, JitsiGateSettingsElement } from 'jitsi-gate/define';
import type { GateState } from '../../src/gate/states.js';
import { type GateEvents, emit } from '../../src/lib/events.js';
import { emitCancelable } from '../../src/lib/emit-cancelable.js';
import type { FailureCode, RecordingMode } from '../../src/providers/provider.js';

/** Only compiled (`tsc -p tsconfig.json`): the types of events and elements, and what they refuse. */

type Same<A, B> = [A, B] extends [B, A] ? true : false;

// The unions of `lib` are those of the layers that they come from.
export const unions: readonly true[] = [
  true satisfies Same<GateEvents['jitsi-gate-state']['to'], GateState>,
  true satisfies Same<GateEvents['jitsi-gate-state']['from'], GateState | null>,
  true satisfies Same<GateEvents['jitsi-gate-recording']['mode'], RecordingMode>,
  true satisfies Same<GateEvents['jitsi-gate-error']['code'], FailureCode | 'embed'>,
];

type EventOf<Name extends keyof GateEvents> = CustomEvent<GateEvents[Name]>;

// The maps of the browser's own types know them, however a framework looks there.
export const maps: readonly true[] = [
  true satisfies Same<HTMLElementEventMap['jitsi-gate-state'], EventOf<'jitsi-gate-state'>>,
  true satisfies Same<DocumentEventMap['jitsi-gate-meeting'], EventOf<'jitsi-gate-meeting'>>,
  true satisfies Same<WindowEventMap['jitsi-gate-error'], EventOf<'jitsi-gate-error'>>,
  true satisfies Same<keyof GateEvents, Extract<keyof HTMLElementEventMap, `jitsi-gate-${string}`>>,
  true satisfies Same<HTMLElementTagNameMap['jitsi-gate'], JitsiGateElement>,
  true satisfies Same<HTMLElementTagNameMap['jitsi-gate-settings'], JitsiGateSettingsElement>,
];

/** What a site may write where it listens. */
export function listen(): void {
  const gate = document.createElement('jitsi-gate');
  gate.jwt = 'a.b.c';
  const settings = document.querySelector('jitsi-gate-settings');
  settings?.addEventListener('click', () => undefined);
  document.body.addEventListener('jitsi-gate-state', ({ detail }) => detail.to === 'live');
  document.addEventListener('jitsi-gate-decision', ({ detail }) => detail.purpose === 'recording');
  window.addEventListener('jitsi-gate-error', ({ detail }) => detail.code === 'unreachable');
  gate.addEventListener('jitsi-gate-meeting', ({ detail: { api, iframe, operator } }) => {
    api?.addListener('videoConferenceJoined', ({ roomName }: { roomName: string }) => roomName.length + operator.length);
    return iframe?.title;
  });
  // @ts-expect-error -- such a state is never reached
  document.addEventListener('jitsi-gate-state', ({ detail }) => detail.to === 'open');
  // @ts-expect-error -- no event carries the room's name
  window.addEventListener('jitsi-gate-decision', ({ detail }) => detail.room);
  // @ts-expect-error -- a frame has no API, so one has to look
  gate.addEventListener('jitsi-gate-meeting', ({ detail }) => detail.api.dispose());
  // @ts-expect-error -- an event that does not exist brings no detail
  document.body.addEventListener('jitsi-gate-status', ({ detail }) => detail);
  gate.room = 'a-room';
  gate.jwt = async ({ operator, room }) => `${operator}.${room}.x`;
  // @ts-expect-error -- the gate has no such property
  gate.rooms = 'a-room';
}

/** What the gate may dispatch. */
export function dispatch(target: EventTarget): void {
  emit(target, 'jitsi-gate-decision', { decision: 'granted', operator: 'clinic' });
  emit(target, 'jitsi-gate-decision', { decision: 'declined', operator: 'clinic', purpose: 'recording' });
  emitCancelable(target, 'jitsi-gate-before-load', { operator: 'clinic' });
  // @ts-expect-error -- no such event
  emit(target, 'jitsi-gate-open', { operator: 'clinic' });
  // @ts-expect-error -- another event's detail
  emit(target, 'jitsi-gate-state', { operator: 'clinic' });
  // @ts-expect-error -- no such decision
  emit(target, 'jitsi-gate-decision', { decision: 'maybe', operator: 'clinic' });
  // @ts-expect-error -- no such code
  emit(target, 'jitsi-gate-error', { code: 'broken', message: '' });
  // @ts-expect-error -- a room's name is in no event
  emitCancelable(target, 'jitsi-gate-before-load', { operator: 'clinic', room: 'a-room' });
}

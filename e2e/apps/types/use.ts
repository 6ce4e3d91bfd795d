/// <reference types="jitsi-gate/types/script" />
import { type Gate, GateError, configure, createRoomName, verifyReceipt } from 'jitsi-gate';
import { JitsiGateElement } from 'jitsi-gate/define';
import { JitsiGate, type JitsiGateProps } from 'jitsi-gate/react';

/** What an application writes, in every way in which TypeScript finds modules. */
export async function use(): Promise<Gate> {
  const gate = document.querySelector('jitsi-gate');
  gate?.addEventListener('jitsi-gate-state', ({ detail }) => detail.to === 'live');
  document.addEventListener('jitsi-gate-error', ({ detail: { code, message } }) => console.log(code, message));
  if (gate instanceof JitsiGateElement) Object.assign(gate, { room: createRoomName(), jwt: async () => 'a.b.c' });
  const props: JitsiGateProps = { room: 1, headingLevel: 3, onMeeting: ({ detail }) => detail.api?.executeCommand('subject', 'x') };
  // @ts-expect-error -- a room is a text or a number
  const wrong: JitsiGateProps = { room: {} };
  console.log(JitsiGate, props, wrong, await verifyReceipt({}));
  window.JitsiGateCallbacks = { getToken: ({ operator, room }) => `${operator}.${room}.x` };
  try {
    return configure({ privacyUrl: '/privacy', operators: { clinic: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
  } catch (error) {
    if (error instanceof GateError) console.log(error.code, error.issues);
    return window.JitsiGate.ready;
  }
}

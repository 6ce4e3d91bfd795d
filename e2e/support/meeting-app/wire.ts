import { PostMessageTransportBackend, Transport } from '@jitsi/js-utils/transport';
import type { ReceivedMessage, SentEvent } from './stand-in.js';

/** What the meeting does with a command, e.g. `video-hangup` with the arguments the site gave. */
export type CommandHandler = (name: string, args: readonly unknown[]) => void;

/** The answer to a request of the site; `undefined` leaves the request unanswered. */
export type RequestHandler = (name: string) => unknown;

/** The meeting's end of the wire. */
export interface Wire {
  readonly received: ReceivedMessage[];
  readonly sent: SentEvent[];
  send(name: string, data?: Record<string, unknown>): void;
}

function asMessage(value: unknown): Record<string, unknown> & { name: string } {
  const data = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...data, name: typeof data['name'] === 'string' ? data['name'] : '' };
}

/**
 * Opens the wire with Jitsi's own transport, constructed as jitsi-meet does inside the iframe
 * (modules/transport/index.js): only a scope, no allowed origin, the parent window as the other end.
 */
export function openWire(apiId: number, onCommand: CommandHandler, onRequest: RequestHandler): Wire {
  const received: ReceivedMessage[] = [];
  const sent: SentEvent[] = [];
  const postisOptions = { scope: `jitsi_meet_external_api_${apiId}` };
  const transport = new Transport({ backend: new PostMessageTransportBackend({ postisOptions }) });
  transport.on('event', (raw: unknown) => {
    const { name, ...data } = asMessage(raw);
    received.push({ type: 'event', name, data });
    onCommand(name, Array.isArray(data['data']) ? data['data'] : []);
    return true;
  });
  transport.on('request', (raw: unknown, reply: (result: unknown) => void) => {
    const { name, ...data } = asMessage(raw);
    received.push({ type: 'request', name, data });
    const answer = onRequest(name);
    if (answer !== undefined) reply(answer);
    return true;
  });
  return {
    received,
    sent,
    send: (name, data = {}) => {
      const event = { ...data, name };
      sent.push(event);
      transport.sendEvent(event);
    },
  };
}

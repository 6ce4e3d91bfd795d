/** A message the meeting page got from the site: a command (`type: 'event'`) or a request. */
export interface ReceivedMessage {
  readonly type: 'event' | 'request';
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event the meeting page sent to the site, as it went over the wire. */
export type SentEvent = Readonly<Record<string, unknown>> & { readonly name: string };

/** What a test can see of the meeting page and do to it, as `window.standIn`. */
export interface StandIn {
  /** Room name as Jitsi understands it: decoded, NFKC, lower case. */
  readonly room: string;
  /** False when the URL asks for no API (no numeric `jitsi_meet_external_api_id`) or the room stalls on purpose. */
  readonly apiEnabled: boolean;
  /** Every parameter of the hash, parsed: `config.*`, `userInfo.*`, `appData.localStorageContent` and so on. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly received: ReceivedMessage[];
  readonly sent: SentEvent[];
  /** Sends any event of the wire protocol, e.g. `emit('recording-status-changed', { on: true, mode: 'file' })`. */
  emit(name: string, data?: Record<string, unknown>): void;
  join(): void;
  leave(): void;
}

declare global {
  interface Window {
    standIn?: StandIn;
  }
}

/**
 * What a meeting offers to scripts of the page: the part of `JitsiMeetExternalAPI` that the gate itself relies on. A server's
 * version may have more; say which in a type of your own.
 */
export interface MeetingApi {
  addListener(event: string, listener: (payload: never) => void): unknown;
  removeListener(event: string, listener: (payload: never) => void): unknown;
  executeCommand(command: string, ...args: unknown[]): void;
  isAudioMuted(): Promise<boolean>;
  isVideoMuted(): Promise<boolean>;
  getIFrame(): HTMLIFrameElement;
  dispose(): void;
}

/** What a gate shows. */
type State = 'invalid' | 'asking' | 'ready' | 'loading' | 'live' | 'ended' | 'declined' | 'failed';

/** Why a placeholder cannot be loaded (`embed`), or a meeting could not start or broke off. */
type ErrorCode =
  | 'embed' | 'unreachable' | 'no-api' | 'policy' | 'refused' | 'timeout' | 'connection-lost' | 'kicked' | 'suspended' | 'meeting-error' | 'internal';

/** Every event of a gate and what it carries; `operator` is the operator's key. None carries the room's name. */
export interface GateEvents {
  /** After each change of state; `from` is null for the first one, `operator` is undefined while the gate is invalid. */
  'jitsi-gate-state': { readonly from: State | null; readonly to: State; readonly operator: string | undefined };
  /** After a decision is on record; with `purpose` where the visitor answered about a recording. */
  'jitsi-gate-decision': {
    readonly decision: 'granted' | 'declined' | 'withdrawn';
    readonly operator: string;
    readonly purpose?: 'recording' | 'transcription';
  };
  /** Before anything of the operator is loaded; cancelable. */
  'jitsi-gate-before-load': { readonly operator: string };
  /** A meeting is in the page: `api` with `mode: api`, `iframe` with `mode: frame`. */
  'jitsi-gate-meeting': { readonly api?: MeetingApi; readonly iframe?: HTMLIFrameElement; readonly operator: string };
  /** A recording begins or ends. */
  'jitsi-gate-recording': { readonly mode: 'file' | 'stream' | 'local' | 'transcription'; readonly on: boolean; readonly operator: string };
  /** Something went wrong; the message is for the owner. */
  'jitsi-gate-error': { readonly code: ErrorCode; readonly message: string };
}

declare global {
  // `HTMLElementEventMap`, `DocumentEventMap` and `WindowEventMap` take these in.
  interface GlobalEventHandlersEventMap {
    'jitsi-gate-state': CustomEvent<GateEvents['jitsi-gate-state']>;
    'jitsi-gate-decision': CustomEvent<GateEvents['jitsi-gate-decision']>;
    'jitsi-gate-before-load': CustomEvent<GateEvents['jitsi-gate-before-load']>;
    'jitsi-gate-meeting': CustomEvent<GateEvents['jitsi-gate-meeting']>;
    'jitsi-gate-recording': CustomEvent<GateEvents['jitsi-gate-recording']>;
    'jitsi-gate-error': CustomEvent<GateEvents['jitsi-gate-error']>;
  }
}

/** Dispatches a bubbling, composed event. */
export function emit<Name extends keyof GateEvents>(target: EventTarget, name: Name, detail: GateEvents[Name]): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

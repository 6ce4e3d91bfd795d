import type { Embed } from '../config/embed.js';
import type { GetToken, GetUserInfo, UserInfo } from '../config/schema.js';
import type { Settings } from '../config/settings.js';
import type { Grant } from '../consent/grant.js';
import type { GateEvents } from '../lib/events.js';

/**
 * `providers`: the only layer that puts something of an operator into the page, and only against a Grant.
 * It records nothing and decides nothing; it reports what the meeting itself says.
 */

/** Why a meeting could not start or broke off. Each has a text for the visitor. */
export type FailureCode =
  /** The operator's script could not be fetched. */
  | 'unreachable'
  /** What was fetched is no Jitsi script. */
  | 'no-api'
  /** The page's own policy refuses the operator's script or frame. */
  | 'policy'
  /** The meeting's page was fetched and said nothing: most likely it may not be framed here. */
  | 'refused'
  /** Nothing came in time. */
  | 'timeout'
  /** The network or the server went away during the call. */
  | 'connection-lost'
  /** A moderator removed the visitor. */
  | 'kicked'
  /** The device slept. */
  | 'suspended'
  /** The meeting reported another fatal error. */
  | 'meeting-error'
  /** Something on this side went wrong. */
  | 'internal';

/** A failure with words for the owner. */
export interface MeetingFailure {
  readonly code: FailureCode;
  readonly message: string;
}

/** A way in which a meeting is recorded: to a file, as a live stream, on this device, or as a text. */
export type RecordingMode = 'file' | 'stream' | 'local' | 'transcription';

/** One running recording, as long as it runs. */
export interface RecordingNotice {
  readonly mode: RecordingMode;
  /** When it was first heard of, in milliseconds since 1970. */
  readonly since: number;
  /** Whether it ran already when the visitor came in, so that it began before `since`. */
  readonly wasRunning: boolean;
}

/** What is recorded at this moment. */
export interface RecordingState {
  readonly notices: readonly RecordingNotice[];
  /** What the visitor is asked about (`recordingPolicy: ask`); microphone and camera stay off until the answer. */
  readonly asked: readonly RecordingMode[];
  /** The visitor stays and is recorded. Whoever leaves aborts the run instead. */
  stay(): void;
}

/** What the site is handed of a meeting: `{ api }`, the `JitsiMeetExternalAPI` instance, or `{ iframe }`. */
export type MeetingHandle = Omit<GateEvents['jitsi-gate-meeting'], 'operator'>;

/** What a meeting reports. Each callback may come late or repeatedly; the receiver drops what no longer matters. */
export interface MeetingListener {
  /** The meeting exists. Nothing has been shown yet. */
  created(meeting: MeetingHandle): void;
  /** The meeting's page is up: its own signal, never a guess. */
  joined(): void;
  /** The call is over by the meeting's own word. */
  ended(): void;
  failed(failure: MeetingFailure): void;
  /** What is recorded has changed; `changed` says what began or ended. */
  recording(state: RecordingState, changed: readonly { readonly mode: RecordingMode; readonly on: boolean }[]): void;
}

/** What a page may say about the visitor at one gate, as properties of its element. It wins over the site's callbacks. */
export interface OwnAnswers {
  readonly jwt?: string | GetToken | null | undefined;
  readonly userInfo?: UserInfo | GetUserInfo | null | undefined;
}

/** All that a provider needs to show one meeting. */
export interface MeetingOptions {
  /** Where the meeting goes: an empty element that is in the document and stays where it is. */
  readonly host: HTMLElement;
  readonly embed: Embed;
  readonly settings: Settings;
  readonly lang: string;
  /** Whose `jwt` and `userInfo` are asked for when the meeting is opened. */
  readonly own: OwnAnswers;
  /** Accessible name of the iframe. */
  readonly frameTitle: string;
  /** CSP nonce for the script, or an empty string. */
  readonly nonce: string;
  readonly listener: MeetingListener;
}

/** Shows meetings of one kind of server software. */
export interface Provider {
  /**
   * Runs one meeting. Aborting `signal` leaves: it hangs up, waits at most two seconds for the meeting's goodbye, and puts
   * nothing more into the page. Settles when every trace is gone; never rejects.
   */
  run(options: MeetingOptions, grant: Grant, signal: AbortSignal): Promise<void>;
}

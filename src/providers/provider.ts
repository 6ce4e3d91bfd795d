import type { Embed } from '../config/embed.js';
import type { Settings } from '../config/settings.js';
import type { Grant } from '../consent/grant.js';

/**
 * `providers`: the only layer that puts something of an operator into the page, and only against a Grant.
 * It records nothing and decides nothing; it reports what the meeting itself says.
 */

/** Why a meeting could not start or broke off. Each has a text for the visitor. */
export type FailureCode = 'unreachable' | 'timeout' | 'meeting-error' | 'internal';

/** A failure with words for the owner. */
export interface MeetingFailure {
  readonly code: FailureCode;
  readonly message: string;
}

/** What a meeting reports. Each callback may come late or repeatedly; the receiver drops what no longer matters. */
export interface MeetingListener {
  /** The meeting object exists: the `JitsiMeetExternalAPI` instance. Nothing has been shown yet. */
  created(api: unknown): void;
  /** The meeting's page is up: its own signal, never a guess. */
  joined(): void;
  /** The call is over by the meeting's own word. */
  ended(): void;
  failed(failure: MeetingFailure): void;
}

/** All that a provider needs to show one meeting. */
export interface MeetingOptions {
  /** Where the meeting goes: an empty element that is in the document and stays where it is. */
  readonly host: HTMLElement;
  readonly embed: Embed;
  readonly settings: Settings;
  readonly lang: string;
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

import type { MeetingFailure, MeetingHandle, MeetingOptions } from '../provider.js';
import type { SiteAnswers } from './ask-site.js';

/** What can be muted. */
export type MediaKind = 'audio' | 'video';

/** A meeting in the page that can be heard and spoken to, whichever way it is embedded. */
export interface Connection {
  readonly iframe: HTMLIFrameElement;
  /** What the site is handed by the event `jitsi-gate-meeting`. */
  readonly handle: MeetingHandle;
  /** Calls back with each event of that name (docs/jitsi.md §1.9). What it carries is unknown. */
  listen(event: string, listener: (payload: unknown) => void): void;
  /** Leaves the call; the meeting then says `readyToClose`. */
  hangUp(): void;
  /** Turns microphone or camera over. There is no command that only turns them off. */
  toggle(kind: MediaKind): void;
  /** Whether microphone or camera is off. May never settle. */
  isMuted(kind: MediaKind): Promise<boolean>;
  /** Takes the meeting out of the page and goes deaf. */
  close(): void;
}

/** What a meeting is opened with, beyond the site's own options. */
export interface OpenOptions extends MeetingOptions, Omit<SiteAnswers, 'room'> {
  readonly config: Readonly<Record<string, unknown>>;
}

/** Puts the meeting into the page, in one turn. May throw. */
export type Open = (options: OpenOptions) => Connection;

/**
 * Fetches what has to be there before a meeting can be opened, or says why that cannot be had. An aborted `signal` stops
 * the fetching; what was asked for then never comes.
 */
export type Connect = (options: MeetingOptions, signal: AbortSignal) => Promise<Open | MeetingFailure>;

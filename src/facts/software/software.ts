import type { StoredEntry } from './stored-entry.js';

/** Which meeting an address leads to. */
export interface MeetingPlace {
  /** Scheme and host of the meeting server. */
  readonly origin: string;
  readonly room: string;
  /** BCP 47 tag of the language that the visitor reads. */
  readonly lang: string;
  /** The owner's own address with `{room}` in it, where the software is one that they describe. */
  readonly template?: string | undefined;
}

/** What a meeting's page says of itself, in words that are no software's own. */
export type Heard =
  | { readonly type: 'joined' | 'ended' | 'kicked' }
  | { readonly type: 'recording'; readonly mode: 'file' | 'stream' | 'transcription'; readonly on: boolean };

/**
 * What is known of a meeting software whose page is shown in a frame. Each is one file here and one line in `others.ts`; nothing else of
 * the project knows it by name.
 */
export interface Software {
  /** The name under which visitors know it. */
  readonly name: string;
  /** The address of a meeting; undefined where only the site's own server can make it (`getUrl`). */
  readonly address?: (place: MeetingPlace) => string;
  /** What a room has to match, besides what holds for every room. */
  readonly room?: RegExp;
  /** That in words for the owner. */
  readonly roomIs?: string;
  /** What the frame may do, for the operator's origin alone (Permissions Policy). */
  readonly allow: readonly string[];
  /** What its page keeps in the visitor's browser. */
  readonly stored: readonly StoredEntry[];
  /** The key of the text that says so at the first look. */
  readonly storedIs: 'storedIs' | 'storedForTab' | 'storedWithAccount' | 'storedUnknown';
  /** Reads a message of the meeting's page; undefined for one that says nothing of interest. Without it the page says nothing at all. */
  readonly hear?: (message: Readonly<Record<string, unknown>>) => Heard | undefined;
  /** Whether that page may say nothing all the same: then it is there when its frame has loaded. */
  readonly mayBeSilent?: boolean;
  /** What the page is told when the visitor leaves; it then says that the call has ended. */
  readonly leave?: unknown;
}

/** What the page of any meeting needs: picture, sound, a shared screen, all of the screen. */
export const MEETING_ALLOW = ['autoplay', 'camera', 'display-capture', 'fullscreen', 'microphone'] as const;

/** A room's name as parts of a path, each encoded; Jitsi's `roomPath` is in a file that pages with other software need not have. */
export const pathOf = (room: string): string => room.split('/').map(encodeURIComponent).join('/');

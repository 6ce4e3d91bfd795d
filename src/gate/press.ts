import type { Embed } from '../config/embed.js';

/** What a visitor can do with a gate. */
export type GateAct = 'accept' | 'decline' | 'reconsider' | 'cancel' | 'withdraw' | 'retry' | 'leave' | 'stay';

/** What was shown when a button was pressed. */
export interface Shown {
  /** Language of the texts (ISO 639-1). */
  readonly lang: string;
  /** The text that the visitor could read. */
  readonly text: string;
}

/** Where a button was from a time on, in CSS pixels of the window; no box while it is out of view. */
export interface Place {
  /** Milliseconds since the page began (`performance.now()`), like all times here. */
  readonly time: number;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | undefined;
}

/** How a press came about. */
export interface Aim {
  readonly button: Element;
  /** When the button was pressed. */
  readonly time: number;
  /** Where the pointer was; undefined for a key. */
  readonly point: { readonly x: number; readonly y: number } | undefined;
  /** Where the button was, oldest place first. */
  readonly places: readonly Place[];
}

/** What else happened in the page. */
export interface Surroundings {
  /** When anything but the button was pressed last. */
  readonly otherPress: number;
  /** Since when the page is not hidden. */
  readonly visibleSince: number;
}

/**
 * A press of the visitor as it was when it happened. Whatever the page changes while a press waits for a file, the press
 * still means what the visitor saw.
 */
export interface Press {
  readonly act: GateAct;
  /** Whether the box to be remembered was ticked. */
  readonly remember: boolean;
  readonly embed: Embed;
  readonly shown: Shown;
  readonly aim: Aim;
}

/** Whether two placeholders ask for the same meeting. */
export function isSameMeeting(a: Embed | undefined, b: Embed | undefined): boolean {
  return a?.room === b?.room && a?.operator === b?.operator;
}

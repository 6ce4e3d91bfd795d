import { expect, type Frame, type Page } from 'playwright/test';
import type { ReceivedMessage, SentEvent } from './meeting-app/stand-in.js';

/** What went over the wire, seen from inside the meeting. */
export interface WireLog {
  /** Commands and requests of the site, oldest first. */
  readonly received: ReceivedMessage[];
  /** Events of the meeting, oldest first. */
  readonly sent: SentEvent[];
}

async function isMeeting(frame: Frame): Promise<boolean> {
  return frame.evaluate(() => window.standIn !== undefined).catch(() => false);
}

/**
 * The frame of the running meeting, also inside shadow roots; waits for it (5 s). With several meetings on the page
 * pass the part of the URL that tells them apart.
 */
export async function meetingFrame(page: Page, urlPart = ''): Promise<Frame> {
  const search = { found: undefined as Frame | undefined };
  const isThere = async (): Promise<boolean> => {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame() || !frame.url().includes(urlPart)) continue;
      if (await isMeeting(frame)) search.found = frame;
    }
    return search.found !== undefined;
  };
  await expect.poll(isThere, { message: 'a meeting frame on the page', timeout: 5000 }).toBe(true);
  if (search.found === undefined) throw new Error('the meeting frame has gone');
  return search.found;
}

/** Everything that went over the wire so far. */
export function wireLog(meeting: Frame): Promise<WireLog> {
  return meeting.evaluate(() => ({ received: window.standIn?.received ?? [], sent: window.standIn?.sent ?? [] }));
}

/** Lets the meeting send an event of the wire protocol, e.g. `recording-status-changed`. */
export function emitFromMeeting(meeting: Frame, name: string, data: Record<string, unknown> = {}): Promise<void> {
  return meeting.evaluate(([event, payload]) => window.standIn?.emit(event, payload), [name, data] as const);
}

/**
 * Lets the visitor leave from within the meeting. Not by a click of the test: the frame may be gone before the browser has said that
 * the click arrived, and the test would wait for that.
 */
export function leaveInMeeting(meeting: Frame): Promise<void> {
  return meeting.evaluate(() => void setTimeout(() => window.standIn?.leave()));
}

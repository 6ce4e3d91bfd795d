import { expect } from 'vitest';
import type { StandIn } from '../../e2e/support/meeting-app/stand-in.js';
import { inside } from './gate-on-page.js';

/** The iframes in a gate. */
export function framesOf(gate: Element): HTMLIFrameElement[] {
  return inside(gate, 'iframe').filter((frame) => frame instanceof HTMLIFrameElement);
}

/** The meeting page inside a gate, as it sees itself; waits for it. Same-origin operators only. */
export async function meetingOf(gate: Element): Promise<StandIn> {
  const find = (): StandIn | undefined => framesOf(gate)[0]?.contentWindow?.standIn;
  await expect.poll(find).toBeDefined();
  const found = find();
  if (!found) throw new Error('the meeting has gone');
  return found;
}

/** What is left of Jitsi in the page: an empty list once every trace is gone. */
export function traces(): string[] {
  const scripts = [...document.scripts].filter(({ src }) => src.includes('external_api')).map(() => 'script');
  const frames = [...document.querySelectorAll('*')].flatMap((element) => framesOf(element)).map(() => 'iframe');
  const globals = ['JitsiMeetExternalAPI', 'JitsiMeetJS'].filter((name) => name in window);
  const stored = Object.keys(localStorage).filter((key) => !key.startsWith('jitsi-gate'));
  return [...scripts, ...frames, ...globals, ...stored];
}

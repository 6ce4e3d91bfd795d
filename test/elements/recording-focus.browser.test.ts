import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { StandIn } from '../../e2e/support/meeting-app/stand-in.js';
import { aimedAt } from '../support/aim.js';
import { type JitsiGateElement, addReached, inside, part, pressTo, reached } from '../support/gate-on-page.js';
import { meetingOf } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

const record = (meeting: StandIn, on: boolean, mode = 'file'): void => meeting.emit('recording-status-changed', { on, mode, transcription: false });

/** A gate in whose meeting a recording runs, and the visitor has the focus on a button about it. */
async function openRecorded(recordingPolicy: 'ask' | 'notify', button: string): Promise<{ gate: JitsiGateElement; meeting: StandIn }> {
  openSite({ recordingPolicy });
  const gate = await addReached();
  await pressTo(gate, 'accept', 'live');
  const meeting = await meetingOf(gate);
  meeting.join();
  record(meeting, true);
  await expect.poll(() => inside(gate, `[part="${button}"]`).length).toBe(1);
  part(gate, button).focus();
  return { gate, meeting };
}

/** Waits until a question or notice has gone, and tells which part has the focus then. */
async function focusedWithout(gate: JitsiGateElement, selector: string): Promise<string | null | undefined> {
  await expect.poll(() => inside(gate, selector).length).toBe(0);
  return gate.shadowRoot?.activeElement?.getAttribute('part');
}

describe('the focus of a visitor who is asked about a recording', () => {
  it('lands on the line above the meeting after staying', async () => {
    const { gate } = await openRecorded('ask', 'stay');
    await aimedAt(() => part(gate, 'stay'));
    await userEvent.keyboard('{Enter}');
    expect(await focusedWithout(gate, '[part="stay"]')).toBe('heading');
  });

  it('lands there when the recording ends before an answer', async () => {
    const { gate, meeting } = await openRecorded('ask', 'stay');
    record(meeting, false);
    expect(await focusedWithout(gate, '[part="stay"]')).toBe('heading');
  });

  it('lands there when the button to leave goes with the recording', async () => {
    const { gate, meeting } = await openRecorded('notify', 'leave');
    record(meeting, false);
    expect(await focusedWithout(gate, '[part="leave"]')).toBe('heading');
  });

  it('stays where it is when a second recording begins', async () => {
    const { gate, meeting } = await openRecorded('ask', 'stay');
    record(meeting, true, 'stream');
    await expect.poll(() => inside(gate, '.notice').length).toBe(2);
    expect(gate.shadowRoot?.activeElement?.getAttribute('part')).toBe('stay');
  });

  it('is left alone elsewhere in the page when the meeting ends after staying', async () => {
    const { gate, meeting } = await openRecorded('ask', 'stay');
    await aimedAt(() => part(gate, 'stay'));
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => inside(gate, '[part="stay"]').length).toBe(0);
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    meeting.leave();
    await reached(gate, 'ended');
    expect(document.activeElement).toBe(field);
  });
});

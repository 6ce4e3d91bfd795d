import { type TemplateResult, html, nothing } from 'lit/html.js';
import type { RecordingNotice } from '../../providers/provider.js';
import { meetingTexts } from './meeting-texts.js';
import type { LaterLook } from './later.js';
import { isService } from './look.js';
import { meetingButton as button, noteSlot } from './meeting-parts.js';

function noticeText(look: LaterLook, { mode, since, wasRunning }: RecordingNotice): string {
  const time = new Intl.DateTimeFormat(look.lang, { timeStyle: 'short' }).format(since);
  return meetingTexts(look)(`${wasRunning ? 'recordedBefore' : 'recorded'}_${mode}`, { time });
}

/** Staying and leaving look alike (docs/law.md R22): a recording is agreed to as freely as loading. */
function questionView(look: LaterLook): TemplateResult {
  const t = meetingTexts(look);
  return html`<p role="alert">${t('askRecording')}</p>
    <div class="actions choice">${button(look, 'stay', t('stay'))} ${button(look, 'leave', t('leaveInstead'))}</div>
    ${noteSlot}`;
}

/**
 * What is recorded, since when, and how to leave: above the meeting, as long as it goes on. The region is there before
 * anything is recorded, because a screen reader speaks only of what changes in a region that it knows.
 */
export function recordingView(look: LaterLook): TemplateResult {
  const { notices = [], asked = [] } = look.recording ?? {};
  const isOver = look.recording && notices.length === 0;
  return html`<div class="recording ${isOver || notices.length > 0 ? '' : 'none'}" part="recording" ?data-on=${notices.length > 0}>
    <div role="status">
      ${notices.map((notice) => html`<p class="notice">${noticeText(look, notice)}</p>`)}
      ${isOver ? html`<p class="muted">${meetingTexts(look)('recordingOver')}</p>` : nothing}
    </div>
    ${asked.length > 0 ? questionView(look) : notices.length > 0 ? button(look, 'leave', meetingTexts(look)(isService(look) ? 'withdrawService' : 'leaveCall')) : nothing}
  </div>`;
}

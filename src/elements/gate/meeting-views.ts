import { type TemplateResult, html, nothing, render } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import type { GateState } from '../../gate/states.js';
import { alternativesView } from './alternatives-view.js';
import { operatorParams } from './first-facts.js';
import { h } from '../h.js';
import { meetingTexts as tm } from './meeting-texts.js';
import type { FailureCode } from '../../providers/provider.js';
import { meetingStyles } from './meeting.styles.js';
import { noticeLink } from './notice-link.js';
import { recordingView } from './recording-view.js';
import type { Later, LaterLook } from './later.js';
import { isService } from './look.js';
import { meetingButton as button, meetingHeading as heading, noteSlot, withdrawButton } from './meeting-parts.js';

type MeetingView = (look: LaterLook) => TemplateResult;

const loading: MeetingView = (look) => html`<div class="bar" part="bar">
  ${heading(look, tm(look)('loading', operatorParams(look)))}
  ${button(look, 'cancel', look.t('cancel'))}
  <progress aria-labelledby="heading"></progress>
</div>`;

const live: MeetingView = (look) => html`<div class="bar" part="bar">
  <p id="heading" part="heading" tabindex="-1">${tm(look)('live', operatorParams(look))}</p>
  ${guard([look.lang, look.settings], () => noticeLink(look))}
  ${withdrawButton(look, tm(look)('leave'))}
  ${guard([look.lang, look.embed], () => look.beside?.() ?? nothing)}
  ${recordingView(look)}
</div>`;

const ended: MeetingView = (look) => html`<div class="view">
  ${heading(look, tm(look)('ended'))}
  <p>${tm(look)('endedIs', operatorParams(look))}</p>
  <div class="actions single">${button(look, 'accept', tm(look)('rejoin'))} ${withdrawButton(look)}</div>
  ${noteSlot}
</div>`;

/** Where trying again would change nothing. */
const FINAL: readonly FailureCode[] = ['policy', 'kicked'];
/** What can only happen to a meeting that was there. */
const BROKE_OFF: readonly FailureCode[] = ['connection-lost', 'kicked', 'suspended', 'meeting-error'];

const failed: MeetingView = (look) => {
  const t = tm(look);
  const code = look.failure ?? 'internal';
  return html`<div class="view">
    ${heading(look, t(BROKE_OFF.includes(code) ? 'brokeOff' : 'failed'))}
    <p role="alert">${t(`failed_${code}`, operatorParams(look))}</p>
    <div class="actions single">${FINAL.includes(code) ? nothing : button(look, 'retry', t('retry'))} ${withdrawButton(look)}</div>
    ${noteSlot}
    ${alternativesView(look)}
  </div>`;
};

/** The views of the states that a gate reaches only after a yes. */
export const MEETING_VIEWS: { readonly [name in GateState]?: MeetingView } = { loading, live, ended, failed };

/** Why a gate asks again. */
function askingText(before: GateState, look: LaterLook): string {
  const t = tm(look);
  // Where no consent is claimed there is none to withdraw: the call was left.
  if (isService(look)) return before === 'live' ? t('ended') : '';
  if (!look.record) return before === 'live' || before === 'loading' ? t('cleared') : '';
  return look.record.decision === 'withdrawn' ? t('withdrawn') : '';
}

/** Says to a screen reader that a state is reached; an empty text where the focus says it already. */
function statusText(state: GateState, before: GateState | undefined, look: LaterLook): string {
  const t = tm(look);
  if (before === undefined || state === 'failed' || state === 'invalid') return '';
  if (state === 'asking') return askingText(before, look);
  if (state === 'ready') return before === 'loading' ? '' : t('join');
  return t(state, operatorParams(look));
}

/** Draws a gate from the first yes on. */
export const meetingViews: NonNullable<Later['meeting']> = {
  draw: (box, state, look) => void render(MEETING_VIEWS[state]?.(look) ?? nothing, box),
  statusText,
  styles: meetingStyles,
};

/**
 * Draws something into nothing. An element named like a method of the document stands in front of it, and lit needs that
 * (docs/law.md R75): a meeting whose bar cannot be drawn must not begin.
 * @throws where lit cannot draw
 */
export function tryToDraw(): void {
  render(heading({ embed: {} } as LaterLook, ''), h('div'));
}

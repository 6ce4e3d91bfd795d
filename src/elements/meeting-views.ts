import { type TemplateResult, html, nothing } from 'lit/html.js';
import { changesSince } from '../consent/changes.js';
import type { GateState } from '../gate/states.js';
import { operatorParams } from './facts.js';
import { meetingTexts as tm } from './meeting-texts.js';
import type { FailureCode } from '../providers/provider.js';
import { meetingStyles } from './meeting.styles.js';
import { printStyles } from './print.styles.js';
import { recordingView } from './recording-view.js';
import { type GateLook, type View, alternatives, button, heading, isService, withdrawButton } from './view-parts.js';

const loading: View = (look) => html`<div class="bar" part="bar">
  <h2 id="heading" part="heading" tabindex="-1">${tm(look)('loading', operatorParams(look))}</h2>
  ${button(look, 'cancel', tm(look)('cancel'))}
  <progress aria-labelledby="heading"></progress>
</div>`;

const live: View = (look) => html`<div class="bar" part="bar">
  <p id="heading" part="heading" tabindex="-1">${tm(look)('live', operatorParams(look))}</p>
  ${withdrawButton(look, tm(look)('leave'))}
  ${recordingView(look)}
</div>`;

const ended: View = (look) => html`<div class="view">
  ${heading(look, tm(look)('ended'))}
  <p>${tm(look)('endedIs', operatorParams(look))}</p>
  <div class="actions single">${button(look, 'accept', tm(look)('rejoin'))} ${withdrawButton(look)}</div>
</div>`;

/** Where trying again would change nothing. */
const FINAL: readonly FailureCode[] = ['policy', 'kicked'];
/** What can only happen to a meeting that was there. */
const BROKE_OFF: readonly FailureCode[] = ['connection-lost', 'kicked', 'suspended', 'meeting-error'];

const failed: View = (look) => {
  const t = tm(look);
  const code = look.failure ?? 'internal';
  return html`<div class="view">
    ${heading(look, t(BROKE_OFF.includes(code) ? 'brokeOff' : 'failed'))}
    <p role="alert">${t(`failed_${code}`, operatorParams(look))}</p>
    <div class="actions single">${FINAL.includes(code) ? nothing : button(look, 'retry', t('retry'))} ${withdrawButton(look)}</div>
    ${alternatives(look)}
  </div>`;
};

/** The styles that are added after the first look. */
export const laterStyles = meetingStyles + printStyles;

/** The views of the states that a gate reaches only after a yes. */
export const MEETING_VIEWS: { readonly [name in GateState]?: View } = { loading, live, ended, failed };

/** What of the terms has changed since the visitor's last choice, in one line. */
export function changesView(look: GateLook): TemplateResult | typeof nothing {
  const t = tm(look);
  const lines = changesSince(look.record, look.embed.operator, look.settings).map((part) => t(`changed_${part}`, operatorParams(look)));
  return lines.length === 0 ? nothing : html`<p class="changed">${t('changed')}${lines.map((line) => [' ', line])}</p>`;
}

/** What a screen reader is told when a state is reached; an empty text where the focus says it already. */
export function statusText(state: GateState, before: GateState | undefined, look: GateLook): string {
  const t = tm(look);
  if (before === undefined || state === 'failed' || state === 'invalid') return '';
  // Where no consent is claimed there is none to withdraw: the call was left.
  if (state === 'asking' && isService(look)) return before === 'live' ? t('ended') : '';
  if (state === 'asking') return look.record?.decision === 'withdrawn' ? t('withdrawn') : '';
  if (state === 'ready') return before === 'loading' ? '' : t('join');
  return t(state, operatorParams(look));
}

import { type TemplateResult, html, nothing } from 'lit/html.js';
import type { GateAct } from '../../gate/states.js';
import { type GateLook, isService, styleOf, titleOf } from './look.js';

/** A control in the view of a meeting. */
export function meetingButton({ handle }: GateLook, act: GateAct, label: string): TemplateResult {
  const click = (event: Event): void => handle(act, event);
  return html`<button type="button" part=${act} class=${styleOf(act)} aria-describedby="heading" @click=${click}>${label}</button>`;
}

/** The heading of a view that is no bar. */
export function meetingHeading(look: GateLook, text = titleOf(look)): TemplateResult {
  return html`<p role="heading" aria-level=${look.embed.headingLevel} id="heading" part="heading" tabindex="-1">${text}</p>`;
}

/** The place where a press is answered. */
export const noteSlot = html`<div class="note"></div>`;

/** The control that ends meeting and permission. Where no consent is claimed, there is only a running meeting to leave: `text` is given. */
export function withdrawButton(look: GateLook, text?: string): TemplateResult | typeof nothing {
  if (!isService(look)) return meetingButton(look, 'withdraw', text ?? look.t('withdraw'));
  return text ? meetingButton(look, 'withdraw', look.t('withdrawService')) : nothing;
}

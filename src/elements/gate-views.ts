import { type TemplateResult, html, nothing } from 'lit/html.js';
import { mayRemember } from '../config/settings.js';
import type { GateState } from '../gate/states.js';
import { isInForeignFrame } from '../lib/foreign-frame.js';
import { firstFacts, operatorParams } from './facts.js';
import { linkView } from './link-view.js';
import { type GateLook, type View, alternatives, button, heading, isService, withdrawButton } from './view-parts.js';

const asking: View = (look) => {
  const { t, settings, embed, actions } = look;
  const params = operatorParams(look);
  const service = isService(look);
  return html`${embed.poster ? html`<img src=${embed.poster} alt="">` : nothing}
    <div class="view">
      ${heading(look)}
      ${look.meeting?.changesView(look)}
      <p>${t(service ? 'introService' : 'intro', params)}</p>
      <dl class="facts">${firstFacts(look).map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
      <p>${t(service ? 'withdrawalService' : 'withdrawal')} ${linkView(settings.privacyUrl, t('privacyNotice'))}</p>
      <div class="actions choice">
        ${button(look, 'accept', t(service ? 'acceptService' : 'accept', params))}
        ${button(look, 'decline', t('decline'))}
      </div>
      ${mayRemember(settings, embed.operator) && !isInForeignFrame()
        ? html`<label><input type="checkbox" part="remember" aria-describedby="heading" autocomplete="off"><span>${t('remember', params)}</span></label>`
        : nothing}
      ${alternatives(look)}
      <details part="details" @toggle=${actions.details}>
        <summary>${t('details')}</summary>
        ${look.detailsView?.(look)}
      </details>
    </div>`;
};

const ready: View = (look) => html`<div class="view">
  ${heading(look)}
  <p>${look.t(isService(look) ? 'introService' : 'readyIs', operatorParams(look))}</p>
  <div class="actions single">
    ${button(look, 'accept', look.t('join'))} ${withdrawButton(look)}
  </div>
</div>`;

const declined: View = (look) => html`<div class="view">
  <p id="heading" part="heading" tabindex="-1">${look.t('declined', operatorParams(look))}</p>
  ${alternatives(look)}
  <div class="actions single">${button(look, 'reconsider', look.t('reconsider'))}</div>
</div>`;

/** The view of a state; nothing for `invalid`, where the author's content shows. The states of a meeting are drawn by a file of their own, which is there before a meeting can be. */
export function gateView(state: GateState, look: GateLook): TemplateResult {
  const first: { readonly [name in GateState]?: View } = { asking, ready, declined };
  const view = first[state] ?? look.meeting?.MEETING_VIEWS[state];
  return view ? view(look) : html``;
}

/** The box that a meeting fills. It stays the same element in every state: a moved iframe would reload and go deaf. */
export function stageView(isShown: boolean): TemplateResult {
  return html`<div class="stage" part="meeting" ?hidden=${!isShown}></div>`;
}

import { type TemplateResult, html, nothing } from 'lit/html.js';
import { mayRemember } from '../config/settings.js';
import type { GateAct, GateState } from '../gate/states.js';
import type { FailureCode } from '../providers/provider.js';
import { type Look, firstFacts, operatorParams } from './facts.js';
import { linkView } from './link-view.js';

/** What a view may ask for. */
export interface GateActions {
  /** An act of the visitor; `event` is what the browser sent. */
  act(type: GateAct, event: Event): void;
  /** The details were opened. */
  details(): void;
}

/** All that a gate's view is drawn from. */
export interface GateLook extends Look {
  readonly actions: GateActions;
  readonly failure: FailureCode | undefined;
  /** Whether the latest decision is a withdrawal. */
  readonly isWithdrawn: boolean;
  /** Draws the details; undefined until they are loaded. */
  readonly detailsView: ((look: Look) => TemplateResult) | undefined;
}

type View = (look: GateLook) => TemplateResult;

/** Agreeing and refusing look alike (law R22); what ends or undoes something stands back. */
const QUIET = /withdraw|cancel|reconsider/;

function button({ actions }: GateLook, act: GateAct, label: string): TemplateResult {
  const style = QUIET.test(act) ? 'quiet' : '';
  return html`<button type="button" part=${act} class=${style} @click=${(event: Event) => actions.act(act, event)}>${label}</button>`;
}

/** The heading, which takes the focus when the view it replaces had it. */
function heading(look: GateLook, text?: string): TemplateResult {
  const title = look.t(look.embed.title ? 'titleNamed' : 'title', operatorParams(look));
  return html`<h2 id="heading" part="heading" tabindex="-1">${text ?? title}</h2>`;
}

const isService = (look: GateLook): boolean => look.settings.basis === 'requested-service';

function alternatives({ t, embed }: GateLook): TemplateResult | typeof nothing {
  const links = embed.operator.alternatives ?? [];
  if (links.length === 0) return nothing;
  return html`<div>
    <p class="muted">${t('alternatives')}</p>
    <ul class="links">${links.map(({ label, url }) => html`<li>${linkView(url, label)}</li>`)}</ul>
  </div>`;
}

function withdrawButton(look: GateLook, text: 'withdraw' | 'leave'): TemplateResult {
  return button(look, 'withdraw', look.t(isService(look) ? 'withdrawService' : text));
}

const asking: View = (look) => {
  const { t, settings, embed, actions } = look;
  const params = operatorParams(look);
  const service = isService(look);
  return html`${embed.poster ? html`<img src=${embed.poster} alt="">` : nothing}
    <div class="view">
      ${heading(look)}
      <p>${t(service ? 'introService' : 'intro', params)}</p>
      <dl class="facts">${firstFacts(look).map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
      <p>${t(service ? 'withdrawalService' : 'withdrawal')} ${linkView(settings.privacyUrl, t('privacyNotice'))}</p>
      <div class="actions choice">
        ${button(look, 'accept', t(service ? 'acceptService' : 'accept', params))}
        ${button(look, 'decline', t('decline'))}
      </div>
      ${mayRemember(settings, embed.operator)
        ? html`<label><input type="checkbox" part="remember" autocomplete="off"><span>${t('remember', params)}</span></label>`
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
    ${button(look, 'accept', look.t('join'))} ${isService(look) ? nothing : withdrawButton(look, 'withdraw')}
  </div>
</div>`;

const loading: View = (look) => html`<div class="bar" part="bar">
  <h2 id="heading" part="heading" tabindex="-1">${look.t('loading', operatorParams(look))}</h2>
  ${button(look, 'cancel', look.t('cancel'))}
  <progress aria-labelledby="heading"></progress>
</div>`;

const live: View = (look) => html`<div class="bar" part="bar">
  <p id="heading" part="heading" tabindex="-1">${look.t('live', operatorParams(look))}</p>
  ${withdrawButton(look, 'leave')}
</div>`;

const ended: View = (look) => html`<div class="view">
  ${heading(look, look.t('ended'))}
  <p>${look.t('endedIs', operatorParams(look))}</p>
  <div class="actions single">${button(look, 'accept', look.t('rejoin'))} ${withdrawButton(look, 'withdraw')}</div>
</div>`;

const declined: View = (look) => html`<div class="view">
  <p id="heading" part="heading" tabindex="-1">${look.t('declined', operatorParams(look))}</p>
  ${alternatives(look)}
  <div class="actions single">${button(look, 'reconsider', look.t('reconsider'))}</div>
</div>`;

const failed: View = (look) => html`<div class="view">
  ${heading(look, look.t('failed'))}
  <p role="alert">${look.t(`failed_${look.failure ?? 'internal'}`, operatorParams(look))}</p>
  <div class="actions single">${button(look, 'retry', look.t('retry'))} ${withdrawButton(look, 'withdraw')}</div>
  ${alternatives(look)}
</div>`;

const invalid: View = () => html`<slot></slot>`;

const VIEWS: Readonly<Record<GateState, View>> = { invalid, asking, ready, loading, live, ended, declined, failed };

/** The view of a state. */
export function gateView(state: GateState, look: GateLook): TemplateResult {
  return VIEWS[state](look);
}

/** The box that a meeting fills. It stays the same element in every state: a moved iframe would reload and go deaf. */
export function stageView(isShown: boolean): TemplateResult {
  return html`<div class="stage" part="meeting" ?hidden=${!isShown}></div>`;
}

/** What a screen reader is told when a state is reached; an empty text where the focus says it already. */
export function statusText(state: GateState, before: GateState | undefined, { t, ...look }: GateLook): string {
  if (before === undefined || state === 'failed' || state === 'invalid') return '';
  if (state === 'asking') return look.isWithdrawn ? t('withdrawn') : '';
  if (state === 'ready') return before === 'loading' ? '' : t('join');
  return t(state, operatorParams(look));
}

import { type TemplateResult, html, nothing } from 'lit/html.js';
import type { Embed } from '../config/embed.js';
import type { DecisionRecord } from '../consent/record.js';
import type { GateAct } from '../gate/states.js';
import type { FailureCode, RecordingState } from '../providers/provider.js';
import { type Look, operatorParams } from './facts.js';
import { labelWithTarget, linkView } from './link-view.js';

/** What a view may ask for. */
export interface GateActions {
  /** An act of the visitor; `event` is what the browser sent. */
  act(type: GateAct, event: Event): unknown;
  /** The details were opened. */
  details(): void;
}

/** All that a gate's view is drawn from. */
export interface GateLook extends Look {
  readonly dir: 'ltr' | 'rtl';
  readonly embed: Embed;
  readonly actions: GateActions;
  readonly failure: FailureCode | undefined;
  /** What is recorded; undefined where nothing ever was. */
  readonly recording: RecordingState | undefined;
  /** The visitor's latest decision. */
  readonly record: DecisionRecord | undefined;
  /** Draws what comes after a choice; undefined until it is loaded. */
  readonly meeting: typeof import('./meeting-views.js') | undefined;
  /** Draws the details; undefined until they are loaded. */
  readonly detailsView: ((look: Look) => TemplateResult) | undefined;
}

/** The view of one state. */
export type View = (look: GateLook) => TemplateResult;

/** Agreeing and refusing look alike (law R22); what ends or undoes something stands back. */
const QUIET = /withdraw|cancel|reconsider/;

/** A control of the gate. */
export function button({ actions }: GateLook, act: GateAct, label: string): TemplateResult {
  const style = QUIET.test(act) ? 'quiet' : '';
  return html`<button type="button" part=${act} class=${style} aria-describedby="heading" @click=${(event: Event) => actions.act(act, event)}>${label}</button>`;
}

/** What the meeting is called. */
export const titleOf = (look: GateLook): string => look.t(look.embed.title ? 'titleNamed' : 'title', operatorParams(look));

/** The heading, which takes the focus when the view it replaces had it. */
export function heading(look: GateLook, text = titleOf(look)): TemplateResult {
  return html`<h2 id="heading" part="heading" tabindex="-1">${text}</h2>`;
}

/** Whether the meeting is a service that the visitor asked for, and no consent is claimed. */
export const isService = (look: GateLook): boolean => look.settings.basis === 'requested-service';

/** Ways to take part without loading the meeting, each with whom it reaches (law R57, R58). */
export function alternatives({ t, embed: { operator } }: GateLook): TemplateResult | typeof nothing {
  const links = operator.alternatives ?? [];
  if (links.length === 0) return nothing;
  return html`<div>
    <p class="muted">${t('alternatives')}</p>
    <ul class="links">${links.map(({ label, url }) => html`<li>${linkView(url, labelWithTarget(label, url, operator))}</li>`)}</ul>
  </div>`;
}

/** The control that ends meeting and permission. Where no consent is claimed, there is only a running meeting to leave: `text` is given. */
export function withdrawButton(look: GateLook, text?: string): TemplateResult | typeof nothing {
  if (!isService(look)) return button(look, 'withdraw', text ?? look.t('withdraw'));
  return text ? button(look, 'withdraw', look.t('withdrawService')) : nothing;
}

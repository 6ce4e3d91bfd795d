import type { Embed } from '../../config/embed.js';
import type { GateAct } from '../../gate/states.js';
import { h } from '../h.js';
import { type Look, operatorParams } from './first-facts.js';

/** All that the views before a yes are built from. */
export interface GateLook extends Look {
  /** The language of the texts (ISO 639-1). */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly embed: Embed;
  /** Drawn in every state, where there is nothing that the gate could load. */
  readonly view?: View;
  /** What stands in the bar beside the operator. */
  readonly beside?: () => Node[];
  /** Takes a click on a button. */
  handle(act: GateAct, event: Event): void;
  /** The details were opened. */
  openDetails(): void;
}

/** Builds the view of one state. */
export type View = (look: GateLook) => Node[];

/** Agreeing and refusing look alike (docs/law.md R22); a button that ends or undoes something stands back. */
export const styleOf = (act: GateAct): string => (/withdraw|cancel|reconsider/.test(act) ? 'quiet' : '');

/** A control of the gate. */
export function button({ handle }: GateLook, act: GateAct, label: string): HTMLElement {
  return h('button', { type: 'button', part: act, class: styleOf(act), 'aria-describedby': 'heading', click: (event) => handle(act, event) }, label);
}

/** How the meeting is called. */
export const titleOf = (look: GateLook): string => look.t(look.embed.label ? 'titleNamed' : 'title', operatorParams(look));

/** The heading, which takes the focus when the view that it replaces had it. */
export function heading(look: GateLook): HTMLElement {
  return h('p', { id: 'heading', part: 'heading', tabindex: -1, role: 'heading', 'aria-level': look.embed.headingLevel }, titleOf(look));
}

/** Everything beyond the first look, closed. */
export const detailsBox = ({ t, openDetails }: GateLook): HTMLElement => h('details', { part: 'details', toggle: openDetails }, h('summary', {}, t('details')));

/** Whether the meeting is a service that the visitor asked for, and no consent is claimed. */
export const isService = ({ settings }: GateLook): boolean => settings.basis === 'requested-service';

/** What is said about a press, by the key of its text: it waits, it did not count, or nothing came in time; empty for nothing. */
export type Answer = '' | 'waiting' | 'pressAgain' | 'stuck';

/** Answers a press where the visitor looks. One that waits can be cancelled. */
export function answerPress(box: Element, look: GateLook, answer: Answer): void {
  const { t } = look;
  const note = box.querySelector<HTMLElement>('.note');
  // A button that has the focus must stay.
  if (!note || note.dataset.answer === answer) return;
  note.dataset.answer = answer;
  note.replaceChildren(answer && t(answer), ...answer === 'waiting' ? [button(look, 'cancel', t('cancel'))] : []);
}

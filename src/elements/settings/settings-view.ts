import { type TemplateResult, html, nothing } from 'lit/html.js';
import type { Operator } from '../../config/operator.js';
import type { DecisionRecord } from '../../consent/record.js';
import type { Standing } from '../../consent/standing.js';
import type { ChoiceKey } from '../../i18n/choice-messages.js';
import type { Translate } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/messages.js';
import type { SettingsKey } from '../../i18n/settings-messages.js';
import { detailsView } from '../gate/details-view.js';
import { type Look, factsView, firstFacts, operatorParams } from '../gate/first-facts.js';
import { noticeLink } from '../gate/notice-link.js';

/** What a visitor can do in the settings. */
export type SettingsAct = 'allow' | 'refuse' | 'withdraw';

/** One operator as the settings show it. */
export interface SettingsRow extends Look {
  readonly operator: Operator;
  readonly record: DecisionRecord | undefined;
  readonly standing: Standing;
  /** Whether a yes counts on later page views. */
  readonly isLasting: boolean;
  /** Whether the last press at its buttons did not count. */
  readonly isRefused: boolean;
}

/** All that the settings are drawn from. */
export interface SettingsLook {
  readonly t: Translate<SettingsKey | ChoiceKey | MessageKey>;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly rows: readonly SettingsRow[];
  readonly receipts: number;
  readonly status: string;
  act(type: SettingsAct, operator: Operator, event: Event): void;
  withdrawAll(event: Event): void;
  download(): void;
  /** Closes the dialog that the settings are in; undefined where they are in the page. */
  readonly close: (() => void) | undefined;
}

/** Whether there is something to withdraw: also what counts in another tab alone, where its meeting may be running. */
export function isGranted({ record }: SettingsRow): boolean {
  return record?.decision === 'granted';
}

/** What is so for an operator, in one sentence. */
function decisionText({ t, lang }: SettingsLook, { record, standing }: SettingsRow): string {
  if (!record) return t('notDecided');
  const date = (time: string): string => new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date(time));
  const params = { at: date(record.at), until: date(record.until), notice: record.notice };
  if (record.decision === 'withdrawn') return t('taken', params);
  if (record.decision === 'declined') return standing === 'declined' ? t('refused', params) : t('notDecided');
  if (record.scope === 'once') return t('grantedOnce', params);
  return t(standing === 'granted' ? 'granted' : 'grantedOld', params);
}

function button(part: string, label: string, click: (event: Event) => void): TemplateResult {
  return html`<button type="button" part=${part} class=${part.startsWith('withdraw') || /^(download|close)$/.test(part) ? 'quiet' : ''} @click=${click}>${label}</button>`;
}

function rowView(look: SettingsLook, row: SettingsRow): TemplateResult {
  const { t } = look;
  const { operator, standing, settings } = row;
  const params = operatorParams(row);
  const isService = settings.basis !== 'consent';
  const act = (type: SettingsAct) => (event: Event): void => look.act(type, operator, event);
  return html`<article aria-labelledby="name-${operator.key}">
    <h3 id="name-${operator.key}">${t('operatorIs', params)}</h3>
    <p class="muted"><bdi>${operator.domain}</bdi></p>
    ${isService ? nothing : html`<p>${decisionText(look, row)}</p>`}
    <details ?open=${standing !== 'granted'}>
      <summary>${t(isService ? 'details' : 'facts')}</summary>
      ${factsView(firstFacts(row))}
      <p>${noticeLink(row)}</p>
      ${isService ? detailsView(row) : html`<details><summary>${t('details')}</summary>${detailsView(row)}</details>`}
    </details>
    ${isService ? nothing : html`<div class="row">
      ${isGranted(row) ? button('withdraw', t('withdrawOne', params), act('withdraw')) : nothing}
      ${standing === 'granted' ? nothing : button('allow', t(row.isLasting ? 'allow' : 'allowOnce', params), act('allow'))}
      ${standing === 'none' ? button('refuse', t('refuse', params), act('refuse')) : nothing}
    </div>
    ${row.isRefused ? html`<p class="note">${t('pressAgain')}</p>` : nothing}`}
  </article>`;
}

/** The settings: every operator, then what concerns all of them. */
export function settingsView(look: SettingsLook): TemplateResult {
  const { t, rows, receipts } = look;
  const isService = rows[0]?.settings.basis === 'requested-service';
  return html`<section aria-labelledby="heading" lang=${look.lang} dir=${look.dir}>
    <p class="status" role="status">${look.status}</p>
    <div class="view">
      <p role="heading" aria-level="2" id="heading" part="heading" tabindex="-1">${t('settings')}</p>
      <p>${t(isService ? 'settingsService' : 'settingsIntro')}</p>
      ${rows.map((row) => rowView(look, row))}
      ${isService ? nothing : html`<div class="row">
        ${rows.some(isGranted) ? button('withdraw-all', t('withdrawAll'), (event) => look.withdrawAll(event)) : nothing}
        ${receipts > 0 ? button('download', t('receipts', { count: receipts }), () => look.download()) : html`<p class="muted">${t('noReceipts')}</p>`}
      </div>`}
      ${look.close ? html`<div class="row end">${button('close', t('close'), look.close)}</div>` : nothing}
    </div>
  </section>`;
}

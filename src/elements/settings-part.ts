import { type TemplateResult, html } from 'lit/html.js';
import type { Operator } from '../config/operator.js';
import { type Settings, mayRemember } from '../config/settings.js';
import type { DecisionRecord } from '../consent/record.js';
import { type GateContext, currentContext, onContext } from '../gate/context.js';
import { decide } from '../gate/decide.js';
import { createTranslate } from '../i18n/format.js';
import { loadTexts, textsOf } from '../i18n/load.js';
import { en } from '../i18n/messages.js';
import { type Locale, resolveLocale } from '../i18n/resolve-locale.js';
import { enSettings } from '../i18n/settings-messages.js';
import { isInForeignFrame } from '../lib/foreign-frame.js';
import { warnOnce } from '../lib/warn-once.js';
import { type ClickGuard, guardClicks } from './click-guard.js';
import { createDrawing } from './drawing.js';
import { gateStyles } from './gate.styles.js';
import { downloadJson } from './download.js';
import { pressAgain } from './meeting-texts.js';
import { printStyles } from './print.styles.js';
import { settingsStyles } from './settings.styles.js';
import { type SettingsAct, type SettingsLook, type SettingsRow, isGranted, settingsView } from './settings-views.js';
import { tokens } from './tokens.styles.js';
import { wantedLanguages } from './wanted-languages.js';

const DECISIONS: Readonly<Record<SettingsAct, DecisionRecord['decision']>> = { allow: 'granted', refuse: 'declined', withdraw: 'withdrawn' };

/** What a `<jitsi-gate-settings>` looks like and does. */
export class SettingsPart {
  readonly #root: ShadowRoot;
  readonly #draw: () => Promise<void>;
  #stops: (() => void)[] = [];
  #status = '';
  readonly #guard: ClickGuard;

  constructor(root: ShadowRoot) {
    this.#root = root;
    const styles = tokens + gateStyles + settingsStyles + printStyles;
    this.#draw = createDrawing(root, { styles, view: () => this.#view(), drawn: () => undefined });
    this.#guard = guardClicks(root, performance.now());
  }

  connect(): void {
    this.#stops.push(onContext(() => this.#setUp()));
    this.#setUp();
  }

  disconnect(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #setUp(): void {
    for (const stop of this.#stops.splice(1)) stop();
    const context = currentContext();
    if (typeof context === 'object') {
      this.#stops.push(context.ledger.subscribe(() => void this.#draw()));
      void context.whenReceipts.then(() => this.#draw());
    }
    void this.#draw();
  }

  #view(): TemplateResult {
    const context = currentContext();
    const look = typeof context === 'object' ? this.#look(context) : undefined;
    return look ? settingsView(look) : html`<slot></slot>`;
  }

  #look(context: GateContext): SettingsLook | undefined {
    const { settings, ledger } = context;
    const { language, tag: lang, dir } = this.#locale(settings);
    const [first, more] = [textsOf(language, 'first'), textsOf(language, 'more')];
    if (!first || !more) {
      void Promise.all([loadTexts(language, 'first'), loadTexts(language, 'more')]).then(() => this.#draw());
      return undefined;
    }
    const texts = { ...first, ...more };
    const own = { ...settings.messages[language], ...settings.messages[lang] };
    const t = createTranslate({ ...en, ...enSettings, ...texts }, own);
    const rows = [...settings.operators.values()].map((operator): SettingsRow => ({
      t, own, lang, texts, settings, operator,
      embed: { operator, title: '' },
      record: ledger.decision(operator),
      standing: ledger.standing(operator),
    }));
    return {
      t, lang, dir, rows,
      receipts: context.receipts?.list().length ?? 0,
      status: this.#status,
      act: (type, operator, event) => void this.#act(context, { type, operator, event }),
      withdrawAll: (event) => {
        for (const row of rows) if (isGranted(row)) void this.#act(context, { type: 'withdraw', operator: row.operator, event });
      },
      download: () => downloadJson('jitsi-gate-receipts.json', context.receipts?.list() ?? []),
    };
  }

  #locale(settings: Settings): Locale {
    return resolveLocale(wantedLanguages(this.#root.host, settings));
  }

  async #act(context: GateContext, { type, operator, event }: { type: SettingsAct; operator: Operator; event: Event }): Promise<void> {
    // Only a real click or key press is the visitor's decision (law R88).
    if (!event.isTrusted) return warnOnce('untrusted', 'a click made by a script was ignored');
    if (!this.#guard({ path: event.composedPath(), event })) {
      this.#status = pressAgain(this.#look(context)?.rows[0], this.#status);
      return this.#draw();
    }
    if (type === 'allow' && context.isChecked !== true && !(await context.isChecked)) return;
    this.#decide(context, operator, DECISIONS[type]);
  }

  #decide(context: GateContext, operator: Operator, decision: DecisionRecord['decision']): void {
    const mayLast = mayRemember(context.settings, operator) && !isInForeignFrame();
    const scope = decision !== 'granted' || mayLast ? 'remembered' : 'once';
    const text = this.#root.querySelector('section')?.textContent ?? '';
    decide(context, operator, { decision, scope, source: 'visitor', sourceName: null, lang: this.#locale(context.settings).language, text });
    const saved = this.#look(context)?.t('saved') ?? '';
    // A screen reader speaks of a change only: the same words again need some difference.
    this.#status = this.#status === saved ? `${saved}\u00a0` : saved;
    this.#root.querySelector<HTMLElement>('#heading')?.focus();
    void this.#draw();
  }
}

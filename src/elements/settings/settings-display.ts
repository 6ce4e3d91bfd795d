import { type TemplateResult, html, render } from 'lit/html.js';
import type { Operator } from '../../config/operator.js';
import { type Settings, mayRemember } from '../../config/settings.js';
import type { DecisionRecord } from '../../consent/record.js';
import { refusalOf } from '../../gate/judge-press.js';
import { recordDecision } from '../../gate/record-decision.js';
import { type Site, onSite, usableSite } from '../../gate/site.js';
import { enChoice } from '../../i18n/choice-messages.js';
import { createTranslate } from '../../i18n/format.js';
import { loadTexts, textsOf } from '../../i18n/load.js';
import { en } from '../../i18n/messages.js';
import { type Locale, resolveLocale } from '../../i18n/resolve-locale.js';
import { enSettings } from '../../i18n/settings-messages.js';
import { isInForeignFrame } from '../../lib/foreign-frame.js';
import { warnOnce } from '../../lib/warn-once.js';
import { choiceStyles } from '../gate/choice.styles.js';
import { later } from '../gate/later.js';
import { detailsStyles } from '../gate/details.styles.js';
import { gateStyles } from '../gate/gate.styles.js';
import type { Display } from '../lazy-element.js';
import { surroundingsOf } from '../press/moves.js';
import { aimOf, followPlace } from '../press/places.js';
import { addStyles } from '../add-styles.js';
import { tokens } from '../tokens.js';
import { followLanguage } from '../follow-language.js';
import { followLinks } from '../follow-links.js';
import { wantedLanguages } from '../wanted-languages.js';
import { download } from './download.js';
import { settingsStyles } from './settings.styles.js';
import { type SettingsAct, type SettingsLook, type SettingsRow, isGranted, settingsView } from './settings-view.js';

const DECISIONS: Readonly<Record<SettingsAct, DecisionRecord['decision']>> = { allow: 'granted', refuse: 'declined', withdraw: 'withdrawn' };

const styles = tokens + gateStyles + choiceStyles + detailsStyles + settingsStyles;

/** Whether a yes counts on later page views. */
const mayLast = (settings: Settings, operator: Operator): boolean => mayRemember(settings, operator) && !isInForeignFrame();

/** Shows a `<jitsi-gate-settings>`. */
export class SettingsDisplay implements Display {
  readonly #element: HTMLElement;
  readonly #root: ShadowRoot;
  #drawing: Promise<void> | undefined;
  #stops: (() => void)[] = [];
  #status = '';
  /** The language that is shown. */
  #shown: Locale | undefined;
  /** The operator at whose buttons a press did not count. */
  #refused: Operator | undefined;

  constructor(element: HTMLElement, root: ShadowRoot) {
    this.#element = element;
    this.#root = root;
    root.replaceChildren();
    followLinks();
    followLanguage();
  }

  /** Draws at the end of this turn, once however often it is asked for. */
  #draw(): Promise<void> {
    this.#drawing ??= Promise.resolve().then(() => {
      this.#drawing = undefined;
      render(this.#view(), this.#root);
      this.#root.querySelectorAll('[part=allow]').forEach(followPlace);
    }).catch((error: unknown) => warnOnce('settings', String(error), 'error'));
    return this.#drawing;
  }

  connect(): void {
    this.#stops.push(onSite((news) => void (news ? this.#draw() : this.#setUp())));
    this.#setUp();
  }

  disconnect(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #setUp(): void {
    for (const stop of this.#stops.splice(1)) stop();
    const site = usableSite();
    void this.#draw();
    site?.prepareChoice().then(({ ledger }) => {
      if (site !== usableSite() || this.#stops.length !== 1) return undefined;
      this.#stops.push(ledger.subscribe(() => void this.#draw()));
      return this.#draw();
    }).catch((error: unknown) => warnOnce('settings', String(error), 'error'));
  }

  #view(): TemplateResult {
    const site = usableSite();
    // In another document nobody can tell an aimed press from a stray one, and these styles are not allowed there.
    const look = site && this.#element.ownerDocument === document && this.#look(site);
    if (!look) return html`<slot></slot>`;
    addStyles(this.#root, styles);
    return settingsView(look);
  }

  #look(site: Site): SettingsLook | undefined {
    const { settings, choice } = site;
    const locale = this.#speak(this.#locale(settings));
    if (!locale || !choice) return undefined;
    const { language, tag: lang, dir } = locale;
    const [first, more] = [textsOf(language, 'first'), textsOf(language, 'more')];
    const { ledger, receipts } = choice;
    const dialog = this.#element.closest<HTMLDialogElement>('dialog[data-jitsi-gate]');
    const texts = { ...first, ...more };
    const own = { ...settings.messages[language], ...settings.messages[lang] };
    const t = createTranslate({ ...en, ...enChoice, ...enSettings, ...texts }, own);
    // One that can only be linked to has nothing to decide.
    const operators = [...settings.operators.values()].filter((operator) => operator.embeddable !== false || ledger.decision(operator));
    const words = new Map(operators.map((operator) => [operator, this.#wordsOf({ t, own, lang, language, texts, settings, embed: { operator, label: '' } })]));
    // The texts about another software are on their way.
    if ([...words.values()].includes(undefined)) return undefined;
    const rows = operators.map((operator): SettingsRow => ({
      t: createTranslate({ ...en, ...enChoice, ...enSettings, ...texts }, words.get(operator)),
      own: words.get(operator),
      lang, texts, settings, operator,
      embed: { operator, label: '' },
      record: ledger.decision(operator),
      standing: ledger.standing(operator),
      isLasting: mayLast(settings, operator),
      isRefused: operator === this.#refused,
    }));
    return {
      t, lang, dir, rows,
      receipts: receipts?.list().length ?? 0,
      status: this.#status,
      act: (type, operator, event) => this.#act(site, { type, operator, event }),
      withdrawAll: (event) => {
        for (const row of rows) if (isGranted(row)) this.#act(site, { type: 'withdraw', operator: row.operator, event });
      },
      download: () => download('jitsi-gate-receipts.json', JSON.stringify(receipts?.list() ?? [], null, 2), 'application/json'),
      close: dialog ? () => dialog.close() : undefined,
    };
  }

  /** The words in which an operator is told of; undefined until they are there. */
  #wordsOf(look: Parameters<NonNullable<typeof later.wordsFor>>[0]): Readonly<Record<string, string>> | undefined {
    return later.wordsFor ? later.wordsFor(look, () => void this.#draw()) : look.own;
  }

  /** The language to be shown: the wanted one as soon as all of its texts are there, and until then the one before it. */
  #speak(wanted: Locale): Locale | undefined {
    const parts = ['first', 'more'] as const;
    if (parts.every((part) => textsOf(wanted.language, part))) this.#shown = wanted;
    else void Promise.all(parts.map((part) => loadTexts(wanted.language, part))).then(() => this.#draw());
    return this.#shown;
  }

  #locale(settings: Settings): Locale {
    return resolveLocale(wantedLanguages(this.#element, settings), settings.messages);
  }

  #act(site: Site, { type, operator, event }: { type: SettingsAct; operator: Operator; event: Event }): void {
    // Only a real click or key press is the visitor's decision (docs/law.md R88).
    if (!event.isTrusted) return warnOnce('untrusted', 'a click made by a script was ignored');
    const aim = aimOf(event as MouseEvent);
    const refusal = type === 'allow' ? refusalOf(aim, surroundingsOf(aim.button)) : undefined;
    this.#refused = refusal ? operator : undefined;
    if (refusal) {
      warnOnce('click', `a press was ignored: ${refusal}`);
      this.#say(this.#look(site)?.t('pressAgain') ?? '');
      return void this.#draw();
    }
    this.#decide(site, operator, DECISIONS[type]);
  }

  #decide(site: Site, operator: Operator, decision: DecisionRecord['decision']): void {
    const scope = decision !== 'granted' || mayLast(site.settings, operator) ? 'remembered' : 'once';
    const text = this.#root.querySelector('section')?.innerText ?? '';
    recordDecision(site, operator, { decision, scope, source: 'visitor', sourceName: null, lang: this.#shown?.language ?? 'en', text });
    this.#say(this.#look(site)?.t('saved') ?? '');
    this.#root.querySelector<HTMLElement>('#heading')?.focus();
    void this.#draw();
  }

  /** A screen reader speaks of a change only: the same words again need some difference. */
  #say(text: string): void {
    this.#status = this.#status === text ? `${text}\u00a0` : text;
  }
}

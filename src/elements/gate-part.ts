import { type TemplateResult, html } from 'lit/html.js';
import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../config/embed-attributes.js';
import { type Embed, type EmbedInput, resolveEmbed } from '../config/embed.js';
import type { Settings } from '../config/settings.js';
import { GateController, type GateHost } from '../gate/controller.js';
import type { GateAct, GateState } from '../gate/states.js';
import { createTranslate } from '../i18n/format.js';
import { loadTexts, textsOf } from '../i18n/load.js';
import { en } from '../i18n/messages.js';
import { type Locale, resolveLocale } from '../i18n/resolve-locale.js';
import type { GateIssue } from '../lib/errors.js';
import { warnOnce } from '../lib/warn-once.js';
import type { ClickGuard } from './click-guard.js';
import { addStyles, createDrawing } from './drawing.js';
import type { JitsiGateElement } from './gate-element.js';
import { gateStyles } from './gate.styles.js';
import { gateView, stageView } from './gate-views.js';
import { type GateLook, titleOf } from './view-parts.js';
import { tokens } from './tokens.styles.js';
import { wantedLanguages } from './wanted-languages.js';

/** What a `<jitsi-gate>` looks like and does: reads its attributes, draws its state, and hands on the visitor's acts. */
export class GatePart implements GateHost {
  readonly element: JitsiGateElement;
  /** Draws the gate anew at the end of this turn; settles when it is drawn. */
  readonly requestUpdate: () => Promise<void>;
  readonly #root: ShadowRoot;
  readonly #controller: GateController;
  #movesFocus = false;
  /** What had the focus when a drawing was asked for. */
  #focused: Element | null = null;
  #shown: GateState | undefined;
  #wanted = 'en';
  /** The language that is shown. */
  #locale: Locale | undefined;
  #status = '';
  #detailsView: GateLook['detailsView'];
  #meeting: typeof import('./after-first-look.js') | undefined;
  #guard: ClickGuard | undefined;
  #shownAt = 0;

  constructor(element: JitsiGateElement, root: ShadowRoot) {
    this.element = element;
    this.#root = root;
    const styles = tokens + gateStyles;
    const draw = createDrawing(root, { styles, view: () => this.#view(), drawn: () => this.#drawn() });
    this.requestUpdate = () => {
      this.#noteFocus();
      return draw();
    };
    this.#controller = new GateController(this);
  }

  connect(): void {
    this.#controller.connect();
    void this.requestUpdate();
    // After the first look, before the first choice.
    setTimeout(() => {
      this.prepare().catch((error: unknown) => warnOnce('gate', String(error), 'error'));
    });
  }

  /** Fetches what is drawn after a choice. */
  async prepare(): Promise<void> {
    if (this.#meeting) return;
    await loadTexts(this.#wanted, 'first');
    const [meeting] = await Promise.all([import('./after-first-look.js'), loadTexts(this.#wanted, 'more')]);
    if (this.#meeting) return;
    addStyles(this.#root, meeting.laterStyles);
    this.#guard = meeting.guardClicks(this.#root, this.#shownAt);
    // Last: a gate that could not be guarded is not prepared, so nothing can be agreed to.
    this.#meeting = meeting;
    await this.requestUpdate();
  }

  disconnect(): void {
    this.#controller.disconnect();
  }

  /** Reads attributes and configuration anew. */
  setUp(): void {
    this.#controller.setUp();
  }

  get stage(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('.stage');
  }

  /** What the gate shows; undefined before the site is configured. */
  get state(): GateState | undefined {
    return this.#controller.state;
  }

  /** The language in which the gate is shown. */
  get shownLang(): string {
    return this.#locale?.language ?? 'en';
  }

  /** What the visitor reads at this moment. */
  get shownText(): string {
    return this.#root.querySelector('section')?.textContent ?? '';
  }

  get frameTitle(): string {
    const look = this.#look();
    return look ? titleOf(look) : '';
  }

  /** Reads what the placeholder says; issues name attributes the way they were written. */
  readEmbed(settings: Settings): Embed | GateIssue[] {
    const { source } = this.element;
    const fromUrl = source.read?.(settings) ?? {};
    const embed = Array.isArray(fromUrl) ? fromUrl : resolveEmbed({ ...this.#attributes(), ...fromUrl }, settings);
    const issues = [...source.issues, ...(Array.isArray(embed) ? embed : [])];
    for (const name of ['jwt', 'token']) {
      if (this.element.hasAttribute(name)) issues.push({ path: name, expected: 'no token in markup; use getToken in JavaScript', found: 'one' });
    }
    if (!Array.isArray(embed) && issues.length === 0) return embed;
    return issues.map(({ path, expected, found }) => ({ path: source.prefix + path, expected, found }));
  }

  #attributes(): EmbedInput {
    const input: { [name in EmbedAttribute]?: string } = {};
    for (const name of EMBED_ATTRIBUTES) {
      const value = this.element.getAttribute(name);
      if (value !== null) input[name] = value;
    }
    return input;
  }

  #look(): GateLook | undefined {
    const { embed, context, failure, run } = this.#controller;
    if (!embed || !context) return undefined;
    const { settings, ledger } = context;
    this.#speak(resolveLocale(wantedLanguages(this.element, settings)));
    if (!this.#locale) return undefined;
    const { language, tag: lang, dir } = this.#locale;
    const texts = { ...textsOf(language, 'first'), ...textsOf(language, 'more') };
    const own = { ...settings.messages[language], ...settings.messages[lang] };
    const t = createTranslate({ ...en, ...texts }, own);
    const actions = { act: this.#act, details: this.#loadDetails };
    return { meeting: this.#meeting, record: ledger.decision(embed.operator), t, own, lang, dir, texts, embed, settings, actions, failure: failure?.code, recording: run?.recording, detailsView: this.#detailsView };
  }

  /** Shows a language as soon as its texts are there. Until then nothing flashes up, and what is shown already stays. */
  #speak(wanted: Locale): void {
    const { language } = wanted;
    this.#wanted = language;
    const missing = textsOf(language, 'first') ? this.#meeting && !textsOf(language, 'more') && 'more' : 'first';
    if (missing) void loadTexts(language, missing).then(() => this.requestUpdate());
    else this.#locale = wanted;
  }

  #act = async (type: GateAct, event: Event): Promise<void> => {
    // Only a real click or key press may grant (law R10, R88); a script's click() means nothing.
    if (!event.isTrusted) return warnOnce('untrusted', 'a click made by a script was ignored');
    const path = event.composedPath();
    // What tells real presses from early ones comes after the first look. Where it cannot be had, the controller refuses.
    if (type === 'accept') await this.prepare().catch(() => undefined);
    if (this.#guard?.({ path, event }) === false) {
      this.#status = this.#meeting?.pressAgain(this.#look(), this.#status) ?? '';
      return this.requestUpdate();
    }
    // Staying leads to no other view: nothing may take the focus later on.
    this.#movesFocus = type !== 'stay';
    void this.#controller.act(type, this.#root.querySelector<HTMLInputElement>('[part=remember]')?.checked);
  };

  #loadDetails = (): void => {
    if (this.#detailsView) return;
    Promise.all([import('./details-view.js'), loadTexts(this.shownLang, 'more')]).then(([{ detailsView }]) => {
      this.#detailsView = detailsView;
      return this.requestUpdate();
    }).catch((error: unknown) => {
      // The first look has what matters, and the next opening tries again.
      warnOnce('details', String(error));
    });
  };

  /** Focus on what the next drawing replaces must not fall to the page; focus in a meeting that goes on is left alone. */
  #noteFocus(): void {
    const { activeElement } = this.#root;
    const staysInMeeting = this.state === 'live' && this.stage?.contains(activeElement);
    if (activeElement && this.state !== this.#shown && !staysInMeeting) this.#movesFocus = true;
    this.#focused = activeElement;
  }

  #view(): TemplateResult {
    const look = this.#look();
    const { state } = this;
    if (!state || state === 'invalid' || !look) return html`<slot></slot>`;
    if (state !== this.#shown || !this.#shownAt) this.#shownAt = performance.now();
    if (state !== this.#shown) this.#status = look.meeting?.statusText(state, this.#shown, look) ?? '';
    return html`<section aria-labelledby="heading" lang=${look.lang} dir=${look.dir}>
      <p class="status" role="status">${this.#status}</p>
      ${gateView(state, look)} ${stageView(state === 'loading' || state === 'live')}
    </section>`;
  }

  #drawn(): void {
    const { stage, state } = this;
    const { embed } = this.#controller;
    if (stage && embed) stage.style.height = `${embed.height}px`;
    if (embed) this.#meeting?.tellRoomHint(embed.room);
    const isLost = this.#focused?.isConnected === false;
    if (state === this.#shown && !isLost) return;
    if (this.#movesFocus || isLost) this.#root.querySelector<HTMLElement>('#heading')?.focus();
    this.#movesFocus = false;
    this.#shown = state;
  }
}

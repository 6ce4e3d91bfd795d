import { type Embed, type EmbedInput, resolveEmbed } from '../../config/embed.js';
import type { Operator } from '../../config/operator.js';
import { type Settings, entryPrefix } from '../../config/settings.js';
import { type Press, isSameMeeting } from '../../gate/press.js';
import { type Choice, type Site, currentSite, onSite, usableSite } from '../../gate/site.js';
import type { GateAct, GateState } from '../../gate/states.js';
import { countryName, createTranslate } from '../../i18n/format.js';
import { type Part, loadTexts, textsOf } from '../../i18n/load.js';
import { en } from '../../i18n/messages.js';
import { type Locale, resolveLocale } from '../../i18n/resolve-locale.js';
import { emit } from '../../lib/events.js';
import { warnOnce } from '../../lib/warn-once.js';
import { hasEntry } from '../../storage/has-entry.js';
import { h } from '../h.js';
import { aimOf, followPlace, isBlind } from '../press/places.js';
import { addStyles } from '../add-styles.js';
import { tokens } from '../tokens.js';
import { wantedLanguages } from '../wanted-languages.js';
import { askingView } from './asking-view.js';
import { isRare } from './first-facts.js';
import { type GateDisplaying, type JitsiGateElement, type Said, saidBy } from './gate-element.js';
import { gateStyles } from './gate.styles.js';
import { type ConductedGate, type GateConduct, type GateFiles, type GateFrame, later } from './later.js';
import { type Answer, type GateLook, answerPress } from './look.js';

const styles = tokens + gateStyles;

function createFrame(): GateFrame {
  const [status, box, stage] = [h('p', { class: 'status', role: 'status' }), h('div', { class: 'box' }), h('div', { class: 'stage', part: 'meeting', hidden: '' })];
  return { status, box, stage, section: h('section', { 'aria-labelledby': 'heading' }, status, box, stage) };
}

/**
 * Shows a `<jitsi-gate>` from the first look on. As long as the visitor has never chosen, it only asks; everything else is
 * drawn by its conduct, which comes with what a choice needs.
 */
export class GateDisplay implements GateDisplaying, ConductedGate {
  readonly element: JitsiGateElement;
  readonly root: ShadowRoot;
  readonly files: GateFiles;
  readonly frame = createFrame();
  embed: Embed | undefined;
  language = 'en';
  #site: Site | undefined;
  #conduct: GateConduct | undefined;
  /** The state until the gate is conducted. */
  #first: GateState | undefined;
  /** A press from before the gate was conducted. */
  #early: Press | undefined;
  /** What is said about the last press. */
  #answer: Answer = '';
  /** The language that is shown. */
  #locale: Locale | undefined;
  /** The language in which the gate asks; undefined where it does not. */
  #asks: string | undefined;
  #drawing: Promise<void> | undefined;
  #stop: (() => void) | undefined;

  constructor(element: JitsiGateElement, root: ShadowRoot, files: GateFiles) {
    this.element = element;
    this.root = root;
    this.files = files;
  }

  /** The state of the gate; undefined before the site is configured. */
  get state(): GateState | undefined {
    return this.#conduct ? this.#conduct.state : this.#first;
  }

  connect(): void {
    this.#stop = onSite((news) => void (news ? this.draw() : this.setUp()));
    this.setUp();
    this.#drawNow();
  }

  disconnect(): void {
    this.#stop?.();
    this.element.source.showContent?.(true);
    this.#early = undefined;
    this.#conduct?.close();
  }

  draw(): Promise<void> {
    this.#drawing ??= Promise.resolve().then(() => this.#drawing && this.#drawNow())
      .catch((error: unknown) => warnOnce('gate', String(error), 'error'));
    return this.#drawing;
  }

  /** Reads attributes and configuration anew. */
  setUp(): void {
    if (!this.element.isConnected) return;
    const site = usableSite();
    if (site !== this.#site) this.#leave(site);
    const before = this.embed;
    this.embed = site && this.#read(site.settings);
    // A press means what was shown.
    if (!isSameMeeting(before, this.embed)) this.#take();
    if (this.#conduct) return this.#conduct.read();
    if (site && this.embed) this.#show(site, this.embed);
    else this.#rest(currentSite() && 'invalid');
  }

  #leave(site: Site | undefined): void {
    this.#first = this.state;
    this.#conduct?.close();
    this.#conduct = undefined;
    this.#site = site;
  }

  #show(site: Site, embed: Embed): void {
    if (site.choice) return this.#attach(site, site.choice);
    this.#asks = undefined;
    // Whoever has chosen before sees what follows from that, and nothing else before.
    if (this.#hasChosen(site, embed)) this.#prepareChoice(site);
    else this.#rest('asking');
  }

  #hasChosen({ settings, ledger }: Site, { operator }: Embed): boolean {
    const { basis, storage } = settings;
    return ledger ? ledger.decision(operator) !== undefined : basis === 'consent' && hasEntry(storage, entryPrefix(settings) + operator.key);
  }

  /**
   * Once a choice can be made, every gate of the page is told. Where our own file cannot be had, nothing is on record: agreeing
   * can be tried again, and refusing loads nothing.
   */
  #prepareChoice(site: Site): void {
    site.prepareChoice().catch((error: unknown) => {
      // A configuration that is wrong has ended this site.
      if (this.#site !== site || !this.embed) return;
      warnOnce('gate', String(error), 'error');
      const isRefusal = this.#early?.act === 'decline';
      this.#take(undefined, this.#early && 'stuck');
      this.#rest(isRefusal ? 'declined' : 'asking');
    });
  }

  /** Keeps a press in place of the one before, and says something about it. */
  #take(press?: Press, answer: Answer = press ? 'waiting' : ''): void {
    this.#early = press;
    this.#answer = answer;
  }

  #attach(site: Site, choice: Choice): void {
    const isShown = this.#first === 'asking';
    this.#conduct = later.conduct?.(this, site, choice);
    // What is shown already need not be drawn again.
    if (!isShown) this.#conduct?.read();
    const early = this.#early;
    this.#early = undefined;
    if (early) this.#conduct?.press(early);
  }

  #rest(state: GateState | undefined): void {
    const from = this.#first ?? null;
    this.#first = state;
    if (!state) this.element.removeAttribute('state');
    else if (from !== state) {
      this.element.setAttribute('state', state);
      emit(this.element, 'jitsi-gate-state', { from, to: state, operator: this.embed?.operator.key });
    }
    void this.draw();
  }

  /** Reads the placeholder; undefined where it cannot be used. */
  #read(settings: Settings): Embed | undefined {
    const { element } = this;
    const { source } = element;
    const fromUrl = source.read?.(settings) ?? {};
    // In another document than its own, too, nobody can tell an aimed press from a stray one.
    const isOdd = source.isOdd || isBlind() || element.ownerDocument !== document || Array.isArray(fromUrl);
    const embed = isOdd ? undefined : resolveEmbed({ ...saidBy(element), ...element.misread as Said, ...fromUrl as EmbedInput }, settings);
    if (!embed) this.files.tellInvalid(element, settings);
    return embed;
  }

  look(): GateLook | undefined {
    const { embed } = this;
    const { settings } = this.#site ?? {};
    if (!embed || !settings) return undefined;
    this.#speak(resolveLocale(wantedLanguages(this.element, settings), settings.messages), embed.operator, settings);
    if (!this.#locale) return undefined;
    const { language, tag: lang, dir } = this.#locale;
    const texts = { ...textsOf(language, 'first'), ...textsOf(language, 'more') };
    const own = { ...settings.messages[language], ...settings.messages[lang] };
    const look: GateLook = { t: createTranslate({ ...later.texts, ...en, ...texts }, own), own, language, lang, dir, texts, embed, settings, handle: this.#handle, openDetails: () => later.openDetails?.(this) };
    return later.drawnAs(look, this);
  }

  /** Shows a language as soon as all of its texts that may be shown are there. Until then nothing flashes up, and the language before it stays. */
  #speak(wanted: Locale, operator: Operator, settings: Settings): void {
    const parts: Part[] = later.meeting ? ['more'] : [];
    if (wanted.language !== 'en' || isRare(operator, settings)) parts.push('first');
    if (!parts.every((part) => textsOf(wanted.language, part))) {
      void Promise.all(parts.map((part) => loadTexts(wanted.language, part))).then(() => this.draw());
      return void countryName(operator.country, wanted.tag); // The browser makes itself ready meanwhile.
    }
    this.#locale = wanted;
    this.language = wanted.language;
  }

  #handle = (act: GateAct, event: Event): void => {
    // Only a real click or key press may grant (docs/law.md R10, R88); a script's click() means nothing.
    if (!event.isTrusted) return warnOnce('untrusted', 'a click made by a script was ignored');
    const { embed, frame: { section }, language: lang } = this;
    if (!embed || !this.#site) return;
    const remember = section.querySelector<HTMLInputElement>('[part=remember]')?.checked ?? false;
    const press: Press = { act, embed, remember, shown: { lang, text: section.innerText }, aim: aimOf(event as MouseEvent) };
    if (this.#conduct) return this.#conduct.press(press);
    this.#take(act === 'cancel' ? undefined : press);
    this.#prepareChoice(this.#site);
    setTimeout(() => {
      // The visitor reads why nothing happens, and what comes later starts nothing.
      if (this.#early === press) this.#take(undefined, 'stuck');
      void this.draw();
    }, this.#site.settings.timeout);
    void this.draw();
  };

  /** Shows what is drawn, or the author's content. */
  #swap(look: GateLook | undefined): void {
    const { element, root, frame: { section } } = this;
    element.source.showContent?.(!look);
    // Again after a time in another document, which takes them away and takes none.
    if (element.ownerDocument === document) addStyles(root, styles);
    if (look) {
      Object.assign(section, { lang: look.lang, dir: look.dir });
      if (!section.isConnected) root.replaceChildren(section);
    } else if (section.isConnected || !root.firstChild) {
      root.replaceChildren(h('slot'));
    }
  }

  #drawNow(): void {
    this.#drawing = undefined;
    const { state, frame: { box } } = this;
    // A refusal that nothing can keep shows the author's content.
    const look = state && (this.#conduct ? state !== 'invalid' : state === 'asking') ? this.look() : undefined;
    this.#swap(look);
    if (this.#conduct) return this.#conduct.draw(look);
    if (!look) return;
    if (this.#asks !== look.lang) box.replaceChildren(...(look.view ?? askingView)(look));
    this.#asks = look.lang;
    answerPress(box, look, this.#answer);
    box.querySelectorAll('[part=accept]').forEach(followPlace);
  }
}

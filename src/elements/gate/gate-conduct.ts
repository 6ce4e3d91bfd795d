import { GateController } from '../../gate/controller.js';
import type { GateHost } from '../../gate/host.js';
import type { CreateMeetingRun } from '../../gate/meeting-run.js';
import type { Press } from '../../gate/press.js';
import type { Choice, Site } from '../../gate/site.js';
import type { GateState } from '../../gate/states.js';
import { loadTexts, textsOf } from '../../i18n/load.js';
import { lost } from '../../i18n/resolve-locale.js';
import { h } from '../h.js';
import { surroundingsOf } from '../press/moves.js';
import { followPlace } from '../press/places.js';
import { addStyles } from '../add-styles.js';
import { askingView } from './asking-view.js';
import { changesView } from './changes-view.js';
import { choiceStyles } from './choice.styles.js';
import type { JitsiGateElement } from './gate-element.js';
import { type ConductedGate, type GateConduct, type LaterLook, later } from './later.js';
import { type Answer, type GateLook, type View, answerPress, titleOf } from './look.js';
import { declinedView, readyView } from './resting-views.js';

const VIEWS: { readonly [name in GateState]?: View } = { asking: askingView, ready: readyView, declined: declinedView };

/** Conducts a gate from the first choice on: hands presses to the controller, and draws what it says. */
export class Conduct implements GateConduct, GateHost {
  readonly element: JitsiGateElement;
  readonly #gate: ConductedGate;
  readonly #controller: GateController;
  readonly #site: Site;
  /** Holds the views of a meeting, as long as there is one. */
  #meetingBox: HTMLElement | undefined;
  #movesFocus = false;
  /** The element that had the focus when a drawing was asked for. */
  #focused: Element | null = null;
  #drawnState: GateState | undefined;
  /** Says whether the view that stands there still fits. */
  #drawn = '';

  constructor(gate: ConductedGate, site: Site, choice: Choice) {
    this.element = gate.element;
    this.#gate = gate;
    this.#site = site;
    this.#drawnState = gate.state;
    this.#controller = new GateController(this, { site, choice, embed: gate.embed, state: gate.state });
    const look = gate.look();
    if (look && gate.state) this.#drawn = this.#keyOf(look);
    this.#follow();
    this.#controller.begin();
  }

  get state(): GateState | undefined {
    return this.#controller.state;
  }

  get stage(): HTMLElement {
    return this.#gate.frame.stage;
  }

  get shownLang(): string {
    return this.#gate.language;
  }

  get frameTitle(): string {
    const look = this.#gate.look();
    return look ? titleOf(look) : '';
  }

  read(): void {
    this.#controller.read(this.#gate.embed ?? 'invalid');
  }

  press(press: Press): void {
    // Staying leads to no other view: nothing may take the focus later on.
    this.#movesFocus = press.act !== 'stay';
    this.#controller.press(press, surroundingsOf(press.aim.button));
  }

  close(): void {
    this.#controller.close();
  }

  /** Draws the gate anew at the end of this turn; settles when it is drawn. */
  requestUpdate(): Promise<void> {
    this.#noteFocus();
    return this.#gate.draw();
  }

  /** Gives what runs a meeting: at once where all of its files are there. */
  prepareMeeting(): CreateMeetingRun | Promise<CreateMeetingRun> {
    const { language, files } = this.#gate;
    if (later.createRun && textsOf(language, 'more')) return later.createRun;
    return files.fetchMeeting(language).then((create) => {
      // A language that cannot be had has given way to another one.
      void this.requestUpdate();
      return create;
    });
  }

  draw(first: GateLook | undefined): void {
    const { state } = this;
    this.#focused = this.#gate.root.activeElement ?? this.#focused;
    if (first && state) this.#drawState(state, first);
    this.#follow();
    const isLost = this.#focused?.isConnected === false;
    if (state === this.#drawnState && !isLost) return;
    if (this.#movesFocus || isLost) this.#gate.root.querySelector<HTMLElement>('#heading')?.focus();
    this.#movesFocus = false;
    this.#drawnState = state;
  }

  #drawState(state: GateState, first: GateLook): void {
    const { frame: { box, stage }, root } = this.#gate;
    const { answer, failure, recording } = this.#controller;
    const look: LaterLook = { ...first, record: this.#site.ledger?.decision(first.embed.operator), failure: failure?.code, recording };
    this.#speak(look);
    this.#tell(state, look, answer);
    addStyles(root, choiceStyles);
    if (later.meeting) addStyles(root, later.meeting.styles);
    const view = look.view ?? VIEWS[state];
    if (!view) this.#drawMeeting(box, state, look);
    else if (this.#drawn !== this.#keyOf(look)) box.replaceChildren(...view(look));
    if (view) this.#meetingBox = undefined;
    this.#drawn = this.#keyOf(look);
    if (state === 'asking') this.#drawChanges(box, look);
    answerPress(box, look, answer);
    stage.hidden = state !== 'loading' && state !== 'live';
  }

  /** A view is built anew when its state, its meeting or its language is another one. */
  #keyOf({ lang, embed, settings }: GateLook): string {
    return JSON.stringify([this.state, lang, embed, settings.privacyUrl]);
  }

  #drawMeeting(box: HTMLElement, state: GateState, look: LaterLook): void {
    if (!this.#meetingBox) box.replaceChildren(this.#meetingBox = h('div', { class: 'box', translate: 'no' }));
    later.meeting?.draw(this.#meetingBox, state, look);
  }

  /** Tells why a meeting ended, or what of the terms has changed. */
  #drawChanges(box: HTMLElement, look: LaterLook): void {
    const why = this.#controller.isCutOff && later.meeting?.statusText('asking', 'live', look);
    const told = why ? [h('p', { class: 'changed' }, why)] : changesView(look, look.record);
    box.querySelector('.changed')?.remove();
    box.querySelector('#heading')?.after(...told);
  }

  /** Texts beyond those of the first look are fetched as soon as something may be drawn with them. A lost language is on its way out. */
  #speak({ language, record }: LaterLook): void {
    if ((later.createRun ?? later.areDetailsOpen ?? record) && !textsOf(language, 'more') && !lost.has(language)) void loadTexts(language, 'more').then(() => this.requestUpdate());
  }

  #tell(state: GateState, look: LaterLook, answer: Answer): void {
    const { status } = this.#gate.frame;
    if (answer) {
      const text = look.t(answer);
      // A screen reader speaks of a change only: the same words again need some difference.
      status.textContent = status.textContent === text ? `${text}\u00a0` : text;
    } else if (state !== this.#drawnState) {
      status.textContent = later.meeting?.statusText(state, this.#drawnState, look) ?? '';
    }
  }

  #follow(): void {
    this.#gate.root.querySelectorAll('[part=accept],[part=stay]').forEach(followPlace);
  }

  /** Focus on what the next drawing replaces must not fall to the page; focus in a meeting that goes on is left alone. */
  #noteFocus(): void {
    const { activeElement } = this.#gate.root;
    const staysInMeeting = this.state === 'live' && this.stage.contains(activeElement);
    if (activeElement && this.state !== this.#drawnState && !staysInMeeting) this.#movesFocus = true;
    this.#focused = activeElement;
  }
}

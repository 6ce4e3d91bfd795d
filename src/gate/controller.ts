import type { Embed } from '../config/embed.js';
import type { Settings } from '../config/settings.js';
import type { DecisionInput } from '../consent/create-record.js';
import type { Standing } from '../consent/ledger.js';
import { type GateIssue, describeIssue } from '../lib/errors.js';
import { emit, emitCancelable } from '../lib/events.js';
import { warnOnce } from '../lib/warn-once.js';
import type { MeetingFailure, OwnAnswers } from '../providers/provider.js';
import { type GateContext, currentContext, onContext } from './context.js';
import { decide } from './decide.js';
import type { MeetingRun } from './meeting-run.js';
import type { GateAct, GateEffect, GateEvent, GateState } from './states.js';
import { transition } from './transition.js';

/** What the controller needs to know of its element. */
export interface GateHost {
  readonly element: HTMLElement & OwnAnswers;
  /** Draws the gate anew; settles when it is drawn. */
  requestUpdate(): Promise<void>;
  /** The element in which meetings are put; it never moves. */
  readonly stage: HTMLElement | null;
  /** Reads the placeholder against the configuration. */
  readEmbed(settings: Settings): Embed | GateIssue[];
  /** Fetches what the host draws after a choice; rejects if that cannot be had. */
  prepare(): Promise<void>;
  /** The language in which the gate is shown. */
  readonly shownLang: string;
  /** The text that the gate shows. */
  readonly shownText: string;
  /** Accessible name of the meeting's frame. */
  readonly frameTitle: string;
}

/** Whatever follows a yes is not part of the first look. */
const loadRun = () => import('./meeting-run.js');

/** Runs one gate: turns events into transitions and carries out their effects. Results of an older run are dropped. */
export class GateController {
  /** Undefined until the site is configured. */
  state: GateState | undefined;
  embed: Embed | undefined;
  context: GateContext | undefined;
  failure: MeetingFailure | undefined;
  /** The latest meeting of this gate. */
  run: MeetingRun | undefined;
  readonly #host: GateHost;
  #stops: (() => void)[] = [];
  #run: AbortController | undefined;

  constructor(host: GateHost) {
    this.#host = host;
  }

  /** The element is in the page. */
  connect(): void {
    this.#stops.push(onContext(() => this.setUp()));
    this.setUp();
  }

  /** The element has left the page: so does its meeting. */
  disconnect(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#run?.abort();
    // Whatever comes back into the page starts anew.
    this.embed = undefined;
  }

  /**
   * Reads configuration and placeholder anew and shows what follows. A running meeting ends, unless it is still the one
   * that is asked for: a new title or language is no reason to end a call.
   */
  setUp(): void {
    const context = currentContext();
    for (const stop of this.#stops.splice(1)) stop();
    this.context = typeof context === 'object' ? context : undefined;
    if (!this.#host.element.isConnected) return;
    if (context === undefined) return this.#forget();
    if (context === 'unusable') return this.#reject([]);
    const embed = this.#host.readEmbed(context.settings);
    if (Array.isArray(embed)) return this.#reject(embed);
    this.#take(embed, context);
  }

  #take(embed: Embed, context: GateContext): void {
    const isRunning = this.state === 'loading' || this.state === 'live';
    const isSame = this.embed?.room === embed.room && this.embed.operator === embed.operator;
    this.embed = embed;
    this.#stops.push(context.ledger.subscribe(({ operator }) => {
      if (operator === embed.operator.key) this.dispatch({ type: 'standing' });
    }));
    if (isRunning && isSame) return void this.#host.requestUpdate();
    this.dispatch({ type: 'set-up' });
    // Without the file the visitor still has the button.
    if (this.state === 'ready' && embed.start === 'auto') this.#startInView().catch(() => undefined);
  }

  /** Without a configuration there is no gate, only the author's content. */
  #forget(): void {
    this.#run?.abort();
    this.embed = undefined;
    this.state = undefined;
    this.#host.element.removeAttribute('state');
    void this.#host.requestUpdate();
  }

  #reject(issues: readonly GateIssue[]): void {
    this.embed = undefined;
    const message = issues.map(describeIssue).join('\n');
    if (message) {
      warnOnce('embed', message, 'error');
      emit(this.#host.element, 'jitsi-gate-error', { code: 'embed', message });
    }
    this.dispatch({ type: 'reject' });
  }

  get #standing(): Standing {
    return this.context && this.embed ? this.context.ledger.standing(this.embed.operator) : 'none';
  }

  /**
   * Hands in an act of the visitor. Agreeing waits for what it needs, and deciding for the receipts, so that a page which
   * is closed at once leaves both or neither; all of that is all but always there. Only withdrawing waits for nothing.
   */
  async act(type: GateAct, remember = false): Promise<void> {
    if (this.state === 'live') this.run?.answer(type);
    if (type === 'accept' && !(await this.#isPrepared())) return;
    if (type !== 'withdraw' && !this.context?.receipts) await this.context?.whenReceipts;
    this.dispatch({ type, remember });
  }

  /** Whether everything is there that an agreement needs. Where our own files cannot be had, the author's content shows. */
  async #isPrepared(): Promise<boolean> {
    try {
      const [isRight] = await Promise.all([this.context?.isChecked, this.#host.prepare(), loadRun()]);
      return isRight === true;
    } catch {
      // Whoever fetches a file tells the owner if it cannot be had.
      this.dispatch({ type: 'reject' });
      return false;
    }
  }

  /** Hands in an event; what it means depends on the state, and most mean nothing in most states. */
  dispatch(event: GateEvent): void {
    const from = this.state;
    const next = transition(from ?? 'asking', event, this.#standing);
    if (!next) return;
    this.state = next.to;
    this.#host.element.setAttribute('state', next.to);
    if (event.type === 'failed') {
      this.failure = event.failure;
      warnOnce(event.failure.code, event.failure.message, 'error');
    }
    for (const effect of next.effects) this.#apply(effect, event);
    if (from !== next.to) {
      const operator = this.embed?.operator.key;
      emit(this.#host.element, 'jitsi-gate-state', { from: from ?? null, to: next.to, operator });
      if (event.type === 'failed') emit(this.#host.element, 'jitsi-gate-error', event.failure);
    }
    void this.#host.requestUpdate();
    if (next.effects.includes('load')) void this.#load();
  }

  /** Effects that are done in the same turn; `load` comes last, after the news is out. */
  #apply(effect: GateEffect, event: GateEvent): void {
    if (effect === 'record-grant') this.#record('granted', event.type === 'accept' && event.remember ? 'remembered' : 'once');
    else if (effect === 'record-decline') this.#record('declined', 'remembered');
    else if (effect === 'record-withdrawal') this.#record('withdrawn', 'remembered');
    else if (effect === 'unload') this.#run?.abort();
  }

  #record(decision: DecisionInput['decision'], scope: DecisionInput['scope']): void {
    if (!this.context || !this.embed) return;
    const { operator } = this.embed;
    const { shownLang: lang, shownText: text } = this.#host;
    decide(this.context, operator, { decision, scope, source: 'visitor', sourceName: null, lang, text });
    // Where no consent is claimed, a start is no decision (law R60).
    if (this.context.settings.basis === 'consent') emit(this.#host.element, 'jitsi-gate-decision', { decision, operator: operator.key });
  }

  /** A remembered grant with `start: auto` loads when the gate comes into view, one meeting a page. */
  async #startInView(): Promise<void> {
    const { inView } = await loadRun();
    await inView(this.#host.element);
    if (!(await this.#isPrepared())) return;
    // Much may have happened before anybody came here.
    if (this.state === 'ready' && this.embed?.start === 'auto' && this.context?.meetings.size === 0) this.dispatch({ type: 'accept' });
  }

  async #load(): Promise<void> {
    const { context, embed } = this;
    if (!context || !embed) return;
    const run = new AbortController();
    this.#run = run;
    this.failure = undefined;
    const mayLoad = emitCancelable(this.#host.element, 'jitsi-gate-before-load', { operator: embed.operator.key });
    if (!mayLoad) return this.dispatch({ type: 'cancel' });
    const meeting = { operator: embed.operator.key, gone: this.#meet(context, embed, run.signal) };
    context.meetings.add(meeting);
    await meeting.gone;
    context.meetings.delete(meeting);
  }

  /** Signals of a meeting count only while its run is the current one. */
  async #meet(context: GateContext, embed: Embed, signal: AbortSignal): Promise<void> {
    const tell = (event: GateEvent): void => {
      if (!signal.aborted) this.dispatch(event);
    };
    try {
      const { createMeetingRun } = await loadRun();
      if (signal.aborted) return;
      this.run = createMeetingRun({ host: this.#host, context, embed, signal, tell });
      await this.run.gone;
    } catch (error) {
      // Our own files could not be fetched, or a provider broke its word: the visitor can try again.
      tell({ type: 'failed', failure: { code: 'internal', message: String(error) } });
    }
  }
}

import type { Embed } from '../config/embed.js';
import type { DecisionInput } from '../consent/create-record.js';
import type { Standing } from '../consent/standing.js';
import { emitCancelable } from '../lib/emit-cancelable.js';
import { emit } from '../lib/events.js';
import { isPromise } from '../lib/is-promise.js';
import { isNotFetched } from '../lib/not-fetched.js';
import { warnOnce } from '../lib/warn-once.js';
import type { MeetingFailure, RecordingState } from '../providers/provider.js';
import type { GateHost } from './host.js';
import { refusalOf } from './judge-press.js';
import type { CreateMeetingRun, MeetingRun } from './meeting-run.js';
import { type Press, type Surroundings, isSameMeeting } from './press.js';
import { shownOf } from './shown-of.js';
import { recordDecision } from './record-decision.js';
import type { Choice, Site } from './site.js';
import type { GateEffect, GateEvent, GateState } from './states.js';
import { transition } from './transition.js';
import { takeTurn } from './turns.js';

/** How long a press may wait for a file before the gate says so, in milliseconds. */
const UNNOTICED = 80;

/** Settles when an element has come into view. */
function inView(element: Element, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  });
}

/** What a controller starts from. */
export interface GateStart {
  readonly site: Site;
  readonly choice: Choice;
  /** The meeting that the gate shows already, and the state in which it rests; undefined where it shows nothing yet. */
  readonly embed: Embed | undefined;
  readonly state: GateState | undefined;
}

/** Controls one gate: turns events into transitions and carries out their effects. Results of an older run are dropped. */
export class GateController {
  state: GateState | undefined;
  failure: MeetingFailure | undefined;
  /** Whether a meeting ended because of what happened to the decision elsewhere: in the settings, another tab, the browser. */
  isCutOff = false;
  /** What is said about the last press: it waits for a file, the visitor could not have aimed it, or the file did not come in time. */
  answer: '' | 'waiting' | 'pressAgain' | 'stuck' = '';
  readonly #host: GateHost;
  readonly #site: Site;
  readonly #choice: Choice;
  #embed: Embed | undefined;
  /** The press that waits for a file. Whatever comes after it takes its place. */
  #pending: Press | undefined;
  /** Aborted when the placeholder is read anew, or has left the page. */
  #reading = new AbortController();
  /** Runs the meetings; there before any can start. */
  #createRun: CreateMeetingRun | undefined;
  #meeting: MeetingRun | undefined;
  #loading: AbortController | undefined;

  constructor(host: GateHost, { site, choice, embed, state }: GateStart) {
    this.#host = host;
    this.#site = site;
    this.#choice = choice;
    this.state = state;
    if (state === 'asking') this.#embed = embed;
  }

  /** Takes charge of what the gate shows already: the ledger may know more than the first look. */
  begin(): void {
    if (!this.#embed) return;
    this.#subscribe(this.#embed);
    this.#dispatch({ type: 'standing' });
  }

  /** What is recorded of the running meeting; undefined where nothing ever was. */
  get recording(): RecordingState | undefined {
    return this.#meeting?.recording;
  }

  /**
   * Takes in what the placeholder says now. A new label or language is no reason to end a call; with a new room the next one starts, and
   * a new operator is asked about.
   */
  read(reading: Embed | 'invalid'): void {
    this.#restart();
    if (reading === 'invalid') {
      this.#embed = undefined;
      return this.#dispatch({ type: 'reject' });
    }
    const isRunning = this.state === 'loading' || this.state === 'live';
    const before = this.#embed;
    this.#embed = reading;
    this.#subscribe(reading);
    if (isRunning && isSameMeeting(before, reading)) return void this.#host.requestUpdate();
    this.#dispatch({ type: isRunning && before?.operator === reading.operator ? 'other-room' : 'set-up' });
    if (reading.start === 'auto') void this.#startInView(this.#reading.signal);
  }

  /** Takes in a press. Agreeing waits until everything is there that a meeting needs; any later event drops what waits. */
  press(press: Press, surroundings: Surroundings): void {
    this.#drop();
    // Only by these something is agreed to.
    const refusal = /^(accept|stay)$/.test(press.act) ? refusalOf(press.aim, surroundings) : undefined;
    if (refusal) this.answer = 'pressAgain';
    if (refusal) warnOnce('click', `a press was ignored: ${refusal}`);
    else if (isSameMeeting(press.embed, this.#embed)) this.#follow(press);
    void this.#host.requestUpdate();
  }

  /** The gate has left the page: its meeting ends. */
  close(): void {
    this.#restart();
    this.#loading?.abort();
    // A gate that comes back into the page starts anew.
    this.#embed = undefined;
  }

  #subscribe({ operator: { key } }: Embed): void {
    const stop = this.#choice.ledger.subscribe(({ operator }) => {
      if (operator === key) this.#dispatch({ type: 'standing' });
    });
    this.#reading.signal.addEventListener('abort', stop);
  }

  #restart(): void {
    this.#drop();
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  #drop(): void {
    this.#pending = undefined;
    this.answer = '';
  }

  /** Agreeing waits for all that a meeting needs; the other acts wait for nothing. */
  #follow(press: Press): void {
    const prepared = /^(accept|retry)$/.test(press.act) ? this.#host.prepareMeeting() : undefined;
    if (!isPromise(prepared)) return this.#carryOut(press, prepared);
    this.#pending = press;
    const say = (answer: 'waiting' | 'stuck'): void => {
      if (this.#pending !== press) return;
      this.answer = answer;
      // What comes too late starts nothing.
      if (answer === 'stuck') this.#pending = undefined;
      void this.#host.requestUpdate();
    };
    setTimeout(say, UNNOTICED, 'waiting');
    setTimeout(say, this.#site.settings.timeout, 'stuck');
    prepared.then((create) => this.#pending === press && this.#carryOut(press, create), (error: unknown) => {
      warnOnce('gate', String(error), 'error');
      // A file that did not come is asked for again by the next press. One that cannot run here never will: the author's content shows.
      if (isNotFetched(error)) say('stuck');
      else if (this.#pending === press) this.#dispatch({ type: 'reject' });
    });
  }

  #carryOut(press: Press, create?: CreateMeetingRun): void {
    this.#drop();
    if (create) this.#createRun = create;
    this.#dispatch({ type: press.act, press });
  }

  get #standing(): Standing {
    return this.#embed ? this.#choice.ledger.standing(this.#embed.operator) : 'none';
  }

  /** Hands in an event; what it means depends on the state, and most mean nothing in most states. */
  #dispatch(event: GateEvent): void {
    takeTurn(() => this.#handle(event));
  }

  #handle(event: GateEvent): void {
    const from = this.state;
    const next = transition(from ?? 'asking', event, this.#standing);
    if (!next) return;
    this.state = next.to;
    this.isCutOff = event.type === 'standing' && (from === 'loading' || from === 'live');
    const { element } = this.#host;
    element.setAttribute('state', next.to);
    if (event.type === 'failed') {
      this.failure = event.failure;
      warnOnce(event.failure.code, event.failure.message, 'error');
    }
    for (const effect of next.effects) this.#apply(effect, event);
    if (from !== next.to) {
      // A press waits for what was shown; now something else is.
      this.#drop();
      emit(element, 'jitsi-gate-state', { from: from ?? null, to: next.to, operator: this.#embed?.operator.key });
      if (event.type === 'failed') emit(element, 'jitsi-gate-error', event.failure);
    }
    void this.#host.requestUpdate();
    if (next.effects.includes('load')) void this.#load();
  }

  /** Carries out what is done in the same turn; `load` comes last, after the news is told. */
  #apply(effect: GateEffect, event: GateEvent): void {
    if (effect === 'unload') this.#loading?.abort();
    const press = 'press' in event ? event.press : undefined;
    if (!press) return;
    if (effect === 'record-grant') this.#record(press, 'granted', press.remember ? 'remembered' : 'once');
    else if (effect === 'record-decline') this.#record(press, 'declined', 'remembered');
    else if (effect === 'record-withdrawal') this.#record(press, 'withdrawn', 'remembered');
    else if (effect.endsWith('recording')) this.#meeting?.answer(effect === 'agree-to-recording', press.shown);
  }

  #record(press: Press, decision: DecisionInput['decision'], scope: DecisionInput['scope']): void {
    recordDecision(this.#site, press.embed.operator, { ...shownOf(press), decision, scope, source: 'visitor', sourceName: null });
    // Where no consent is claimed, a start is no decision (docs/law.md R60).
    if (this.#site.settings.basis === 'consent') emit(this.#host.element, 'jitsi-gate-decision', { decision, operator: press.embed.operator.key });
  }

  /** A remembered grant with `start: auto` loads when the gate comes into view, one meeting on a page. */
  async #startInView(signal: AbortSignal): Promise<void> {
    try {
      // A platform's yes starts nothing.
      if (this.state !== 'ready' || (this.#embed && this.#choice.ledger.decision(this.#embed.operator)?.source === 'cmp')) return;
      await inView(this.#host.element, signal);
      this.#createRun = await this.#host.prepareMeeting();
    } catch {
      return; // Our own file cannot be had; the visitor still has the button.
    }
    // Much may have happened before anybody came here.
    if (!signal.aborted && this.state === 'ready' && this.#choice.meetings.size === 0) this.#dispatch({ type: 'accept' });
  }

  async #load(): Promise<void> {
    const embed = this.#embed;
    const create = this.#createRun;
    if (!embed || !create) return;
    const loading = new AbortController();
    this.#loading = loading;
    this.failure = undefined;
    const operator = embed.operator.key;
    if (!emitCancelable(this.#host.element, 'jitsi-gate-before-load', { operator })) return this.#dispatch({ type: 'cancel' });
    // A listener of the site may have ended it already.
    if (loading.signal.aborted) return;
    const meeting = { operator, removed: this.#meet(embed, loading.signal, create) };
    this.#choice.meetings.add(meeting);
    await meeting.removed;
    this.#choice.meetings.delete(meeting);
  }

  /** Signals of a meeting count only while its run is the current one. */
  async #meet(embed: Embed, signal: AbortSignal, create: CreateMeetingRun): Promise<void> {
    const tell = (event: GateEvent): void => {
      if (!signal.aborted) this.#dispatch(event);
    };
    try {
      this.#meeting = create({ host: this.#host, site: this.#site, embed, signal, tell });
      await this.#meeting.removed;
    } catch (error) {
      // A provider broke its word: the visitor can try again.
      tell({ type: 'failed', failure: { code: 'internal', message: String(error) } });
    }
  }
}

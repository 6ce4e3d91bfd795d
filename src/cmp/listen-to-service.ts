import type { Operator } from '../config/operator.js';
import type { Answer } from '../config/platform.js';
import { type Settings, mayRemember } from '../config/settings.js';
import type { Ledger } from '../consent/ledger.js';
import type { DecisionRecord } from '../consent/record.js';
import { now } from '../lib/clock.js';
import { describeValue } from '../lib/errors.js';
import { isPromise } from '../lib/is-promise.js';
import { warnOnce } from '../lib/warn-once.js';
import type { Store } from '../storage/store.js';
import type { Bridge } from './bridge.js';
import { connect, noteOf } from './connect.js';
import { createWriteBack } from './write-back.js';

/** What keeps decisions, once it is there. */
export interface Choice {
  readonly ledger: Ledger;
  /** Puts on record what a platform says. */
  decide(operator: Operator, decision: 'granted' | 'withdrawn', platform: string): void;
}

/** What a connection works with. */
export interface Desk {
  readonly settings: Settings;
  /** What keeps decisions; undefined as long as nobody has needed it: without a decision only a yes matters. */
  readonly choice: Choice | undefined;
  /** Fetches that. */
  prepareChoice(): Promise<Choice>;
  /** Settles when it is there, whoever asked for it. */
  readonly whenChoice: Promise<Choice>;
  /** What platforms were seen to say, by the key of the operator. */
  readonly notes: Store;
  /** Aborted when the site is over, or another platform takes its place. */
  readonly ended: AbortSignal;
  /** Calls back with each decision that is made on this page view. */
  onDecision(decided: (operator: Operator, record: DecisionRecord) => void): void;
}

/** A service at a platform, and whose meetings it stands for. */
export interface Subject {
  readonly platform: string;
  /** What it is asked about, in words. */
  readonly service: string;
  readonly operator: Operator;
  readonly bridge: Bridge;
  /** Whether the service stands for this operator alone. */
  readonly isOwn: boolean;
}

/** How long a platform has to read what it keeps, once it and the page are there, in milliseconds. */
const SETTLING = 2000;

const isAnswer = (value: unknown): value is Answer => value === 'granted' || value === 'denied' || value === 'unknown';

/** A service, as this page view has heard of it so far. */
interface Heard {
  /** The last answer. */
  answer: Answer | undefined;
  /** Whether the visitor has decided there since it was read. */
  isWord: boolean;
  /** Whether it has had its time since the last answer that was taken in. */
  isSettled: boolean;
  /** When it was asked first, in milliseconds since 1970. */
  readonly since: number;
  /** Whether the console was told why there is no answer. */
  hasFailed: boolean;
}

const isKnown = ({ bridge }: Subject): boolean => bridge.known?.() !== false;
const say = ({ platform }: Subject, what: string): void => warnOnce('cmp', `${platform} ${what}; the gate asks by itself`);

/**
 * Takes in an answer before anything can be kept. A yes is taken in when there is something to keep it; where the file for that cannot be
 * had, the next answer asks for it again. A no is over: what the visitor decides from now on is later.
 */
function takeEarly(answer: Answer, subject: Subject, [heard, desk]: readonly [Heard, Desk]): void {
  if (answer !== 'granted' || !mayRemember(desk.settings, subject.operator)) Object.assign(heard, { answer, isWord: false });
  else desk.prepareChoice().catch((error: unknown) => say(subject, `is not followed (${String(error)})`));
}

/** Takes in an answer: puts on record what follows, and notes what the next page view has to know. */
function take(found: unknown, subject: Subject, [heard, desk]: readonly [Heard, Desk]): void {
  if (!isAnswer(found)) {
    heard.hasFailed = true;
    return say(subject, `answers ${describeValue(found)}`);
  }
  const answer = isKnown(subject) ? found : 'unknown';
  const { settings, choice, notes } = desk;
  if (!choice) return takeEarly(answer, subject, [heard, desk]);
  const { operator, platform } = subject;
  const { ledger } = choice;
  const text = notes.read(operator.key);
  const record = ledger.decision(operator);
  // What another tab has put on record since is no news to a platform that has not heard of it here.
  const isSettled = heard.isSettled && Date.parse(record?.at ?? '') < heard.since;
  const act = connect(
    { ...heard, isSettled, answer, before: heard.answer, isActive: navigator.userActivation?.hasBeenActive !== false },
    { record, standing: ledger.standing(operator), mayRemember: mayRemember(settings, operator), noted: isAnswer(text) ? text : undefined },
  );
  Object.assign(heard, { answer, isWord: false, isSettled: false });
  if (act) choice.decide(operator, act === 'grant' ? 'granted' : 'withdrawn', platform);
  note(answer, operator, { notes, ledger });
}

function note(answer: Answer | undefined, operator: Operator, { notes, ledger }: { readonly notes: Store; readonly ledger: Ledger }): void {
  // What is not known, or not known any more, changes nothing of what was seen.
  if (answer === undefined || answer === 'unknown') return;
  const value = noteOf(answer, ledger.decision(operator));
  if (value === undefined) notes.remove(operator.key);
  else if (value !== notes.read(operator.key)) notes.write(operator.key, value);
}

/** Makes what asks the platform and takes its answer in: at once where it can, as some reload the page right after a no. */
function createLook(subject: Subject, heard: Heard, desk: Desk): () => void {
  let turn = 0;
  const fail = (error: unknown): void => {
    heard.hasFailed = true;
    say(subject, `cannot be read (${error instanceof Error ? error.message : String(error)})`);
  };
  return () => {
    if (desk.ended.aborted) return;
    turn += 1;
    const mine = turn;
    try {
      const answer = subject.bridge.read();
      if (!isPromise(answer)) return take(answer, subject, [heard, desk]);
      // Of several answers under way the last one counts.
      answer.then((found) => {
        if (mine === turn && !desk.ended.aborted) take(found, subject, [heard, desk]);
      }).catch(fail);
    } catch (error) {
      fail(error);
    }
  };
}

/** Has every answer of a platform on one service taken in, and decisions at the gate written back where they may be. */
export function listenToService(subject: Subject, desk: Desk): void {
  const { bridge, operator, platform, service, isOwn } = subject;
  const { settings, ended, notes } = desk;
  const heard: Heard = { answer: undefined, isWord: false, isSettled: false, hasFailed: false, since: now() };
  const look = createLook(subject, heard, desk);
  if (settings.cmpWriteBack && bridge.write && isOwn) {
    const tell = createWriteBack({ platform, write: (granted) => bridge.write?.(granted), said: () => heard.answer, done: look, ended });
    desk.onDecision(({ key }, { source, scope, decision }) => {
      // Before an answer, a write would answer the whole banner.
      const isAnswered = isKnown(subject) && heard.answer !== undefined && heard.answer !== 'unknown';
      if (key === operator.key && source === 'visitor' && scope === 'remembered' && isAnswered) tell(decision === 'granted');
    });
  }
  const settle = (): void => {
    heard.isSettled = true;
    look();
    if (ended.aborted) return;
    if (!isKnown(subject)) say(subject, `knows no ${service}`);
    else if (heard.answer === undefined && !heard.hasFailed) say(subject, 'has not answered yet');
  };
  const stop = bridge.subscribe((word) => {
    heard.isWord ||= word === true;
    look();
    // Some tell of a change before they have made it.
    setTimeout(look);
  });
  ended.addEventListener('abort', stop);
  const followLedger = ({ ledger }: Choice): void => {
    if (ended.aborted) return;
    ended.addEventListener('abort', ledger.subscribe(({ operator: key }) => void (key === operator.key && note(heard.answer, operator, { notes, ledger }))));
    look();
  };
  if (desk.choice) followLedger(desk.choice);
  else void desk.whenChoice.then(followLedger);
  look();
  const later = (): unknown => setTimeout(settle, SETTLING);
  if (document.readyState === 'complete') later();
  else addEventListener('load', () => void (look(), later()), { once: true, signal: ended });
}

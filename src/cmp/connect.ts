import type { DecisionRecord } from '../consent/record.js';
import type { Standing } from '../consent/standing.js';
import type { Answer } from '../config/platform.js';

/** What is on record for an operator. */
export interface OnRecord {
  /** The latest decision, current or not. */
  readonly record: Pick<DecisionRecord, 'decision' | 'source'> | undefined;
  /** What counts of it now. */
  readonly standing: Standing;
  /** Whether a visitor may be remembered there; otherwise no platform's yes is taken. */
  readonly mayRemember: boolean;
  /** What the platform was last seen to say on an earlier page view, where a record alone does not tell. */
  readonly noted: Answer | undefined;
}

/** What a platform says now. */
export interface Heard {
  readonly answer: Answer;
  /** What it said before on this page view; undefined the first time. */
  readonly before: Answer | undefined;
  /** Whether it says that the visitor has just decided. */
  readonly isWord: boolean;
  /** Whether the visitor has pressed anything on this page view: nobody else can have answered a banner. */
  readonly isActive: boolean;
  /** Whether the platform has just had its time to read what it keeps itself, which is from before this page view. */
  readonly isSettled: boolean;
}

/** What follows for the operator. */
export type Act = 'grant' | 'withdraw' | undefined;

/** What a platform was seen to say, as far as a record tells: its own yes, or its own no or reset. */
function toldBy(record: OnRecord['record']): Answer | undefined {
  if (record?.source !== 'cmp') return undefined;
  return record.decision === 'granted' ? 'granted' : 'denied';
}

/** Whether an answer is a new word of the visitor, not what a platform has kept: it says so itself, or it was seen to say otherwise. */
function isNew({ answer, before, isWord, isActive }: Heard, { record, noted }: OnRecord): boolean {
  if (isWord || (before === 'unknown' && isActive)) return true;
  const last = before === undefined || before === 'unknown' ? noted ?? toldBy(record) : before;
  return last !== undefined && last !== answer;
}

/** What follows from a yes. Its own yes of an earlier day counts for the terms and the time for which it was taken, and no longer. */
function onYes(heard: Heard, on: OnRecord): Act {
  const { record, standing } = on;
  if (standing === 'granted') return undefined;
  const isFree = !record || toldBy(record) === 'denied';
  return isFree || isNew(heard, on) ? 'grant' : undefined;
}

/** What follows from all else: a no, or a reset, ends the platform's own yes, and so does a yes that may not be taken; a new no ends any. */
function onOther(heard: Heard, on: OnRecord): Act {
  if (on.standing !== 'granted') return undefined;
  const isTheirs = toldBy(on.record) === 'granted';
  if (heard.answer === 'denied') return isTheirs || isNew(heard, on) ? 'withdraw' : undefined;
  // What has not read its own storage yet says the same as after a reset.
  const isOver = heard.answer === 'granted' || (heard.before ?? 'unknown') !== 'unknown' || heard.isSettled;
  return isTheirs && isOver ? 'withdraw' : undefined;
}

/**
 * Whoever decided last decides. What a platform says when the page loads is old: it never overrides a decision at the gate. What it says
 * again is no news: another tab, where its own copy knows more, may have decided otherwise since.
 */
export function connect(heard: Heard, on: OnRecord): Act {
  const { answer, before, isWord, isSettled } = heard;
  if (answer === before && !isWord && !(isSettled && answer === 'unknown')) return undefined;
  return answer === 'granted' && on.mayRemember ? onYes(heard, on) : onOther(heard, on);
}

/**
 * What has to be noted for the next page views: what the platform said last, where the record alone does not tell. Undefined where
 * nothing has to be.
 */
export function noteOf(answer: Answer | undefined, record: OnRecord['record']): Answer | undefined {
  return record && answer !== 'unknown' && answer !== toldBy(record) ? answer : undefined;
}

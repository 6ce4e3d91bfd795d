import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../src/config/platform.js';
import type { ConfigInput } from '../../src/config/schema.js';
import { type Choice, type Desk, listenToService } from '../../src/cmp/listen-to-service.js';
import { createMemoryStore } from '../../src/storage/memory-store.js';
import { NOON, no, once, visit, withdrawn, yes } from '../support/page-view.js';

/**
 * All pairs of what a visitor does at the gate and at a platform, over two page views, with the real ledger. What should come of them
 * is said by a model that knows only the order of words.
 */

const AT_GATE = { nothing: undefined, 'yes for once': once, 'yes remembered': yes, no, withdrawn } as const;
type AtGate = keyof typeof AT_GATE;
const ANSWERS: readonly Answer[] = ['unknown', 'granted', 'denied'];

/** What two stores keep between page views. */
const emptyBrowser = () => ({ decisions: createMemoryStore(), notes: createMemoryStore() });

interface ViewOptions extends Partial<ConfigInput> {
  /** Whether the platform answers by promises. */
  readonly isLater?: boolean;
  /** Whether what keeps decisions has to be fetched first. */
  readonly hasNoChoice?: boolean;
}

/** A page view in which a platform is followed; it says what `answer` holds. */
function view(kept: ReturnType<typeof emptyBrowser>, answer: Answer, { isLater = false, hasNoChoice = false, ...options }: ViewOptions = {}) {
  const page = visit(kept.decisions, options);
  const end = new AbortController();
  const platform = { answer, hear: (_isWord?: boolean): void => undefined };
  let asked = 0;
  const decisions: string[] = [];
  const choice: Choice = {
    ledger: page.ledger,
    decide(operator, decision) {
      decisions.push(decision);
      page.ledger.record(operator, { decision, scope: 'remembered', source: 'cmp', lang: 'en' });
    },
  };
  let openChoice = (): void => undefined;
  const whenChoice = new Promise<Choice>((resolve) => {
    openChoice = () => {
      desk.choice = choice;
      resolve(choice);
    };
  });
  const desk: { -readonly [name in keyof Desk]: Desk[name] } = {
    settings: page.settings, choice: undefined, whenChoice, notes: kept.notes, ended: end.signal,
    onDecision: () => undefined,
    prepareChoice() {
      asked += 1;
      return whenChoice;
    },
  };
  if (!hasNoChoice) openChoice();
  const bridge = {
    read: () => (isLater ? Promise.resolve(platform.answer) : platform.answer),
    subscribe(listener: (isWord?: boolean) => void) {
      platform.hear = listener;
      return () => undefined;
    },
  };
  listenToService({ platform: 'a platform', service: 'service jitsi', operator: page.operator, isOwn: true, bridge }, desk);
  return {
    decisions,
    standing: () => page.ledger.standing(page.operator),
    record: () => page.ledger.decision(page.operator),
    decide: (act: AtGate) => void (AT_GATE[act] && page.ledger.record(page.operator, AT_GATE[act])),
    asked: () => asked,
    openChoice,
    say(now: Answer, isWord?: boolean) {
      platform.answer = now;
      platform.hear(isWord);
      vi.advanceTimersByTime(1);
    },
    end() {
      vi.advanceTimersByTime(5000);
      end.abort();
      page.ledger.close();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.stubGlobal('document', { readyState: 'complete' });
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: true } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Words {
  readonly first: Answer;
  readonly gate: AtGate;
  readonly later: Answer;
}

/** Whose word counts at the end of the first page view. */
function latest({ first, gate, later }: Words): { readonly of: 'gate' | 'platform' | 'nobody'; readonly says: 'yes' | 'no' } {
  const start = gate !== 'nothing' ? { of: 'gate', says: gate.startsWith('yes') ? 'yes' : 'no' } as const
    : first === 'granted' ? { of: 'platform', says: 'yes' } as const : { of: 'nobody', says: 'no' } as const;
  if (later === first) return start;
  if (later === 'granted' && start.says === 'no') return { of: 'platform', says: 'yes' };
  const isEnded = start.says === 'yes' && (later === 'denied' || (later === 'unknown' && start.of === 'platform'));
  return isEnded ? { of: 'platform', says: 'no' } : start;
}

const PAIRS = ANSWERS.flatMap((first) => (Object.keys(AT_GATE) as AtGate[]).flatMap((gate) => ANSWERS.map((later): Words => ({ first, gate, later }))));

describe('a decision at the gate and a platform', () => {
  /** Goes through the first page view; gives what is kept after it, and what counts there. */
  function firstVisit(words: Words) {
    const kept = emptyBrowser();
    const page = view(kept, words.first);
    expect(page.standing()).toBe(words.first === 'granted' ? 'granted' : 'none');
    vi.advanceTimersByTime(3000);
    page.decide(words.gate);
    vi.advanceTimersByTime(1000);
    page.say(words.later);
    const found = { standing: page.standing(), source: page.record()?.source };
    page.end();
    return { kept, found, record: page.record() };
  }

  const SOURCES = { nobody: undefined, gate: 'visitor', platform: 'cmp' } as const;

  /** What counts after the latest word: refused is only who has refused at the gate. */
  const standingAfter = ({ of, says }: ReturnType<typeof latest>, { gate }: Words): string => (says === 'yes' ? 'granted' : of === 'gate' && gate === 'no' ? 'declined' : 'none');

  it.each(PAIRS)('platform $first, gate $gate, platform $later', (words) => {
    const last = latest(words);
    expect(firstVisit(words).found).toEqual({ standing: standingAfter(last, words), source: SOURCES[last.of] });
  });

  it.each(PAIRS)('on the next visit, where the platform says the same: $first, $gate, $later', (words) => {
    const { kept, record } = firstVisit(words);
    const last = latest(words);
    const isOver = last.of === 'gate' && words.gate === 'yes for once';
    const next = view(kept, words.later);
    expect(next.standing()).toBe(isOver ? 'none' : standingAfter(last, words));
    next.end();
    expect([next.decisions, next.record()]).toEqual([[], record]);
  });

  it.each(PAIRS)('on other terms nothing counts that was decided before, whatever the platform keeps saying: $first, $gate, $later', (words) => {
    const { kept, record } = firstVisit(words);
    const other = view(kept, words.later, { noticeVersion: '2' });
    expect(other.standing()).toBe(record === undefined && words.later === 'granted' ? 'granted' : 'none');
    other.end();
  });

  it.each(PAIRS)('a platform that was seen to say no, and says yes on a later visit, has heard the visitor since: $first, $gate, $later', (words) => {
    const { kept } = firstVisit(words);
    view(kept, 'denied').end();
    const page = view(kept, 'granted');
    expect(page.standing()).toBe('granted');
    page.end();
  });

  it('a yes of the platform counts as long as decisions do from the day on which it was first seen, and no longer', () => {
    const kept = emptyBrowser();
    view(kept, 'granted').end();
    vi.setSystemTime(NOON + 181 * 86_400_000);
    const late = view(kept, 'granted');
    expect(late.standing()).toBe('granted');
    late.end();
    vi.setSystemTime(NOON + 183 * 86_400_000);
    const over = view(kept, 'granted');
    expect(over.standing()).toBe('none');
    over.say('unknown');
    over.say('granted');
    expect(over.standing()).toBe('granted');
    expect(over.decisions).toEqual(['granted']);
  });

  it('a yes that only comes when the platform has read what it keeps is an old one', () => {
    vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } });
    const kept = emptyBrowser();
    const page = view(kept, 'granted');
    page.decide('withdrawn');
    page.end();
    const next = view(kept, 'unknown');
    next.say('granted');
    next.end();
    expect(next.standing()).toBe('none');
    expect(next.decisions).toEqual([]);
  });

  it('a platform that reads what it keeps within two seconds ends nothing before', () => {
    const kept = emptyBrowser();
    view(kept, 'granted').end();
    const page = view(kept, 'unknown');
    vi.advanceTimersByTime(1500);
    page.say('granted');
    page.end();
    expect(page.standing()).toBe('granted');
    expect(page.decisions).toEqual([]);
    const reset = view(kept, 'unknown');
    expect(reset.standing()).toBe('granted');
    reset.end();
    expect(reset.standing()).toBe('none');
    expect(reset.decisions).toEqual(['withdrawn']);
  });

  it('a platform that has not heard in this tab what was answered in another one ends and grants nothing there', () => {
    const kept = emptyBrowser();
    const [asked, refused, here] = [view(kept, 'unknown'), view(kept, 'denied'), view(kept, 'unknown')];
    vi.advanceTimersByTime(1000);
    here.say('granted');
    asked.say('unknown');
    refused.say('denied');
    vi.advanceTimersByTime(5000);
    expect([here.standing(), asked.decisions, refused.decisions]).toEqual(['granted', [], []]);
    const agreed = view(kept, 'granted');
    vi.advanceTimersByTime(5000);
    here.say('denied');
    agreed.say('granted');
    expect([here.standing(), here.decisions, agreed.decisions]).toEqual(['none', ['granted', 'withdrawn'], []]);
  });

  it('a reset is found at a platform that answers later, too', async () => {
    const kept = emptyBrowser();
    view(kept, 'granted').end();
    const page = view(kept, 'unknown', { isLater: true });
    await vi.advanceTimersByTimeAsync(1500);
    expect(page.standing()).toBe('granted');
    await vi.advanceTimersByTimeAsync(1000);
    expect([page.standing(), page.decisions]).toEqual(['none', ['withdrawn']]);
  });

  it('what was said before anything could be kept is older than a yes at the gate', async () => {
    const kept = emptyBrowser();
    const page = view(kept, 'unknown', { hasNoChoice: true });
    await vi.advanceTimersByTimeAsync(3000);
    page.say('denied', true);
    // The yes is on record before anyone else takes note of what keeps it.
    page.decide('yes remembered');
    page.openChoice();
    await vi.advanceTimersByTimeAsync(3000);
    expect([page.standing(), page.decisions]).toEqual(['granted', []]);
    page.say('denied', true);
    expect([page.standing(), page.decisions]).toEqual(['none', ['withdrawn']]);
  });

  it('a yes before anything could be kept is kept when it can be, and nothing is asked for where it may not', async () => {
    const page = view(emptyBrowser(), 'unknown', { hasNoChoice: true });
    await vi.advanceTimersByTimeAsync(3000);
    expect(page.asked()).toBe(0);
    page.say('granted');
    expect(page.asked()).toBeGreaterThan(0);
    page.openChoice();
    await vi.advanceTimersByTimeAsync(0);
    expect([page.standing(), page.decisions]).toEqual(['granted', ['granted']]);
    const other = view(emptyBrowser(), 'granted', { hasNoChoice: true, remember: 'never' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(other.asked()).toBe(0);
  });
});

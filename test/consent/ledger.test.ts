import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecisionChange } from '../../src/consent/ledger.js';
import { parseRecord } from '../../src/consent/record.js';
import { NOON, no, once, visit, withdrawn, yes } from '../support/page-view.js';
import { clinic } from '../support/sample-config.js';
import { createSharedEntries } from '../support/shared-entries.js';

const DAYS = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a decision', () => {
  it('is on record with all that the contract says, and nothing else', () => {
    const { ledger, store, operator } = visit(createSharedEntries(), { maxAgeDays: 182, noticeVersion: '7' });
    ledger.record(operator, once);
    expect(JSON.parse(store.read('clinic') ?? '')).toEqual({
      v: 1, decision: 'granted', scope: 'once', purposes: ['load'], at: '2026-11-01T12:00:00.000Z', until: '2027-05-02T12:00:00.000Z',
      terms: expect.stringMatching(/^[\da-z.]+$/), notice: '7', lang: 'de', source: 'visitor',
    });
    expect(store.names()).toEqual(['clinic']);
  });

  it('is in storage when anybody hears of it', () => {
    const { ledger, store, operator } = visit(createSharedEntries());
    const seen: unknown[] = [];
    ledger.subscribe(() => seen.push(parseRecord(store.read('clinic'))));
    for (const input of [yes, no, withdrawn]) ledger.record(operator, input);
    expect(seen).toMatchObject([{ decision: 'granted' }, { decision: 'declined' }, { decision: 'withdrawn' }]);
  });

  it('leaves those on other operators as they are', () => {
    const { ledger, operator, other } = visit(createSharedEntries());
    ledger.record(other, no);
    ledger.record(operator, yes);
    expect([ledger.standing(operator), ledger.standing(other)]).toEqual(['granted', 'declined']);
    ledger.record(operator, withdrawn);
    expect([ledger.standing(operator), ledger.standing(other)]).toEqual(['none', 'declined']);
  });

  it('is the last one', () => {
    const { ledger, operator } = visit(createSharedEntries());
    const standings = [no, yes, no, withdrawn, once].map((input) => {
      ledger.record(operator, input);
      return ledger.standing(operator);
    });
    expect(standings).toEqual(['declined', 'granted', 'declined', 'none', 'granted']);
  });
});

describe('what counts on this page view and on a later one', () => {
  it.each([
    ['nothing', undefined, 'none', 'none'],
    ['a remembered yes', yes, 'granted', 'granted'],
    ['a yes for once', once, 'granted', 'none'],
    ['a no', no, 'declined', 'declined'],
    ['a no for once', { ...no, scope: 'once' } as const, 'declined', 'none'],
    ['a withdrawal', withdrawn, 'none', 'none'],
  ])('after %s is told apart', (...[, input, now, later]) => {
    const entries = createSharedEntries();
    const first = visit(entries);
    if (input) first.ledger.record(first.operator, input);
    const second = visit(entries);
    expect([first.ledger.standing(first.operator), second.ledger.standing(second.operator)]).toEqual([now, later]);
    expect(second.ledger.grant(second.operator)).toEqual(later === 'granted' ? { operator: 'clinic' } : undefined);
    expect(second.ledger.decision(second.operator)?.decision).toBe(input?.decision);
  });

  it.each([
    ['yes', yes, 'granted'],
    ['no', no, 'declined'],
  ])('is a %s for the days that the site says, and no longer', (_, input, standing) => {
    const entries = createSharedEntries();
    const first = visit(entries, { maxAgeDays: 30 });
    first.ledger.record(first.operator, input);
    const later = [30 * DAYS - 1, 30 * DAYS].map((passed) => {
      vi.setSystemTime(NOON + passed);
      const { ledger, operator } = visit(entries, { maxAgeDays: 30 });
      return ledger.standing(operator);
    });
    expect(later).toEqual([standing, 'none']);
  });

  it('is not renewed by visits', () => {
    const entries = createSharedEntries();
    const first = visit(entries, { maxAgeDays: 30 });
    first.ledger.record(first.operator, yes);
    for (const day of [10, 20, 29]) {
      vi.setSystemTime(NOON + day * DAYS);
      expect(visit(entries, { maxAgeDays: 30 }).ledger.standing(first.operator)).toBe('granted');
    }
    vi.setSystemTime(NOON + 30 * DAYS);
    expect(visit(entries, { maxAgeDays: 30 }).ledger.standing(first.operator)).toBe('none');
  });

  it('is nothing from the future: a clock that was set back asks again', () => {
    const entries = createSharedEntries();
    const first = visit(entries);
    first.ledger.record(first.operator, yes);
    vi.setSystemTime(NOON - DAYS);
    expect(visit(entries).ledger.standing(first.operator)).toBe('none');
  });

  it.each([
    ['notice version', { noticeVersion: '2' }],
    ['operator', { operators: { clinic: { ...clinic, name: 'Other GmbH' }, school: clinic } }],
    ['transfer tool', { operators: { clinic: { ...clinic, transfer: { tool: 'scc' as const } }, school: clinic } }],
  ])('is nothing on other terms: another %s asks again', (_, options) => {
    const entries = createSharedEntries();
    const first = visit(entries);
    for (const input of [yes, no]) {
      first.ledger.record(first.operator, input);
      const { ledger, operator } = visit(entries, options);
      expect(ledger.standing(operator)).toBe('none');
    }
  });
});

describe('a listener', () => {
  it('hears who and what, until it stops', () => {
    const { ledger, operator } = visit(createSharedEntries());
    const heard: DecisionChange[] = [];
    const stop = ledger.subscribe((change) => heard.push(change));
    const record = ledger.record(operator, yes);
    stop();
    ledger.record(operator, no);
    expect(heard).toEqual([{ operator: 'clinic', record }]);
  });
});

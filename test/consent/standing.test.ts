import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecisionRecord } from '../../src/consent/record.js';
import { standingOf } from '../../src/consent/standing.js';
import { termsDigest } from '../../src/consent/terms.js';
import { NOON, visit } from '../support/page-view.js';
import { createSharedEntries } from '../support/shared-entries.js';

const DAY = 86_400_000;
const iso = (days: number): string => new Date(NOON + days * DAY).toISOString();

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const { settings, operator } = visit(createSharedEntries());
const record: DecisionRecord = {
  decision: 'granted', scope: 'remembered', purposes: ['load'], at: iso(-1), until: iso(100), terms: termsDigest(operator, settings), notice: '1', lang: 'de', source: 'visitor',
};
const declined = { ...record, decision: 'declined' } as const;
const forOnce = { ...record, scope: 'once' } as const;

describe('what counts', () => {
  it.each<[string, DecisionRecord | undefined, string, DecisionRecord?]>([
    ['nothing', undefined, 'none'],
    ['nothing, though this view agreed', undefined, 'none', record],
    ['a remembered yes', record, 'granted'],
    ['a yes for once', forOnce, 'none'],
    ['a yes for once of this view', forOnce, 'granted', forOnce],
    ['a yes for once of another tab after one of this view', { ...forOnce, at: iso(0) }, 'granted', forOnce],
    ['a yes for once of another tab after a no of this view', forOnce, 'none', declined],
    ['a no', declined, 'declined'],
    ['a no after a yes of this view', declined, 'declined', record],
    ['a no for once of this view', { ...declined, scope: 'once' }, 'declined', { ...declined, scope: 'once' }],
    ['a no for once of another tab', { ...declined, scope: 'once' }, 'none', { ...declined, at: iso(-2) }],
    ['a withdrawal', { ...record, decision: 'withdrawn' }, 'none', record],
    ['a yes to something else', { ...record, purposes: ['recording'] }, 'none'],
    ['a yes on other terms', { ...record, terms: 'x' }, 'none'],
    ['a no on other terms', { ...declined, terms: 'x' }, 'none'],
    ['a yes that has run out', { ...record, until: iso(0) }, 'none'],
    ['a yes from the future', { ...record, at: iso(1) }, 'none'],
    ['a yes that is older than the site allows', { ...record, at: iso(-182), until: iso(100) }, 'none'],
    ['a no that is older than the site allows', { ...declined, at: iso(-182), until: iso(100) }, 'none'],
  ])('after %s', (...[, stored, standing, own]) => {
    expect(standingOf(stored, operator, settings, own)).toBe(standing);
  });
});

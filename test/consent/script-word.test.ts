import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../../src/consent/record.js';
import { type ScriptWord, type Verdict, judgeScriptWord } from '../../src/consent/script-word.js';
import type { Standing } from '../../src/consent/standing.js';
import { sampleRecord } from '../support/sample-receipt.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-26T12:00:00.000Z');
const iso = (time: number): string => new Date(time).toISOString();

/** What is on record: made yesterday, for half a year. */
const made = (decision: DecisionRecord['decision'], source: DecisionRecord['source'], changed: Partial<DecisionRecord> = {}): DecisionRecord => (
  { ...sampleRecord, decision, source, at: iso(NOW - DAY), until: iso(NOW + 180 * DAY), ...changed });
const over = { at: iso(NOW - 200 * DAY), until: iso(NOW - DAY) };

const decisions = ['granted', 'declined'] as const;
const sources = ['visitor', 'cmp', 'api'] as const;
/** When the script says that the visitor decided. */
const times = { unsaid: undefined, before: NOW - 2 * DAY, after: NOW - 1000 } as const;
type Time = keyof typeof times;

function verdicts(stored: DecisionRecord | undefined, standing: Standing, decision: ScriptWord['decision']): Record<Time, Verdict> {
  return Object.fromEntries(Object.entries(times).map(([name, at]) => [name, judgeScriptWord({ decision, at, stored, standing, now: NOW })])) as Record<Time, Verdict>;
}
const all = (verdict: Verdict): Record<Time, Verdict> => ({ unsaid: verdict, before: verdict, after: verdict });

describe('a script’s word', () => {
  it.each(decisions)('is recorded where nothing is on record: %s', (decision) => {
    expect(verdicts(undefined, 'none', decision)).toEqual(all('record'));
  });

  it.each(sources.flatMap((source) => decisions.map((decision) => [decision, source] as const)))('changes nothing where it counts already: %s by %s', (decision, source) => {
    expect(verdicts(made(decision, source), decision, decision)).toEqual(all('known'));
  });

  it.each(['declined', 'withdrawn'] as const)('is no yes over what the visitor said at the gate, unless it is later: %s', (decision) => {
    expect(verdicts(made(decision, 'visitor'), decision === 'declined' ? 'declined' : 'none', 'granted')).toEqual({ unsaid: 'older', before: 'older', after: 'record' });
  });

  it('is no yes over a refusal on other terms either', () => {
    expect(verdicts(made('declined', 'visitor'), 'none', 'granted').unsaid).toBe('older');
  });

  it.each(['declined', 'withdrawn'] as const)('is a yes again once the visitor’s word has run out: %s', (decision) => {
    expect(verdicts(made(decision, 'visitor', over), 'none', 'granted')).toEqual(all('record'));
  });

  it.each((['cmp', 'api'] as const).flatMap((source) => (['declined', 'withdrawn'] as const).map((decision) => [decision, source] as const)))('is a yes over what a script said: %s by %s', (decision, source) => {
    expect(verdicts(made(decision, source), decision === 'declined' ? 'declined' : 'none', 'granted')).toEqual(all('record'));
  });

  it('is a no over the visitor’s yes, unless it is known to be older', () => {
    expect(verdicts(made('granted', 'visitor'), 'granted', 'declined')).toEqual({ unsaid: 'record', before: 'older', after: 'record' });
  });

  it.each(['cmp', 'api'] as const)('is a no over a yes by %s', (source) => {
    expect(verdicts(made('granted', source), 'granted', 'declined')).toEqual(all('record'));
  });

  it.each(sources)('is a no after a withdrawal by %s', (source) => {
    expect(verdicts(made('withdrawn', source), 'none', 'declined')).toEqual(all('record'));
  });

  it.each(sources)('is recorded where a yes by %s counts no more', (source) => {
    expect(verdicts(made('granted', source, over), 'none', 'granted')).toEqual(all('record'));
    expect(verdicts(made('granted', source, { scope: 'once' }), 'none', 'granted')).toEqual(all('record'));
  });

  it('is later only if it is later than the visitor’s word', () => {
    const stored = made('withdrawn', 'visitor');
    expect(judgeScriptWord({ decision: 'granted', at: Date.parse(stored.at), stored, standing: 'none', now: NOW })).toBe('older');
  });
});

import { describe, expect, it } from 'vitest';
import { grantFrom } from '../../src/consent/grant.js';
import type { DecisionRecord } from '../../src/consent/record.js';

const at = Date.parse('2026-11-01T10:00:00.000Z');
const until = Date.parse('2027-05-02T10:00:00.000Z');
const record: DecisionRecord = {
  decision: 'granted', scope: 'remembered', purposes: ['load'], at: new Date(at).toISOString(), until: new Date(until).toISOString(),
  terms: 'same', notice: '1', lang: 'de', source: 'visitor',
};

const decisions = ['granted', 'declined', 'withdrawn'] as const;
const scopes = ['once', 'remembered'] as const;
const views = [true, false];
const termsOf = ['same', 'changed'];
const times = [
  ['before it was made', at - 1, false],
  ['when it is made', at, true],
  ['in between', at + 1000, true],
  ['at its last moment', until - 1, true],
  ['when it runs out', until, false],
] as const;

const table = decisions.flatMap((decision) => scopes.flatMap((scope) => views.flatMap((isOfThisView) => termsOf.flatMap((terms) =>
  times.map(([when, time, isInTime]) => ({ decision, scope, isOfThisView, terms, when, time, isInTime }))))));

describe('a grant', () => {
  it.each(table)('exists only for a current yes that is remembered or of this view: $decision, $scope, $isOfThisView, $terms, $when', (row) => {
    const { decision, scope, isOfThisView, terms, time, isInTime } = row;
    const expected = decision === 'granted' && (scope === 'remembered' || isOfThisView) && terms === 'same' && isInTime;
    const grant = grantFrom({ operator: 'clinic', record: { ...record, decision, scope }, terms, time, isOfThisView });
    expect(grant).toEqual(expected ? { operator: 'clinic' } : undefined);
  });

  it('exists in nine cases of all', () => {
    const grants = table.filter(({ decision, scope, isOfThisView, terms, time }) =>
      grantFrom({ operator: 'clinic', record: { ...record, decision, scope }, terms, time, isOfThisView }));
    expect([grants.length, table.length]).toEqual([9, 120]);
  });

  it.each([
    [['load'], true],
    [['load', 'recording'], true],
    [['recording'], false],
    [[], false],
  ])('to load exists only for that purpose: %j', (purposes, expected) => {
    const grant = grantFrom({ operator: 'clinic', record: { ...record, purposes }, terms: 'same', time: at, isOfThisView: true });
    expect(grant !== undefined).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { closeSiteAfterEach, openSite, openTwo, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();

const source = { source: 'api', name: 'test 1.0' } as const;
const issuesOf = (act: () => unknown): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { issues?: unknown }).issues;
  }
};

describe('a decision by a script', () => {
  it('names the operator by its key or its domain', () => {
    const site = openTwo();
    site.grant('school', source);
    site.decline(location.host, source);
    expect(Object.entries(storedDecisions() ?? {}).map(([key, record]) => [key, record['decision']]).toSorted()).toEqual([['clinic', 'declined'], ['school', 'granted']]);
    expect(site.decision(location.host)?.decision).toBe('declined');
  });

  it('says what there is where the operator is none', () => {
    expect(issuesOf(() => openTwo().grant('nobody', source))).toEqual([{ path: 'operator', expected: 'one of clinic, school, or the domain of one', found: '"nobody"' }]);
  });

  it('wants the key where two operators have the domain', () => {
    const site = openSite({ operators: { a: { domain: location.host, name: 'A', country: 'DE' }, b: { domain: location.host, name: 'B', country: 'DE' } }, defaultOperator: 'a' });
    expect(issuesOf(() => site.grant(location.host, source))).toEqual([{ path: 'operator', expected: 'a key, as several have this domain: a, b', found: `"${location.host}"` }]);
  });

  it.each([['no time', 'yesterday'], ['nothing', ''], ['the future', new Date(Date.now() + 60_000)], ['a number', 5e15]])('wants a time that is one: %s', (_, at) => {
    expect(issuesOf(() => openSite().grant('clinic', { ...source, at: at as string }))).toMatchObject([{ path: 'at', expected: 'a time in the past, as a Date or ISO 8601' }]);
    expect(storedDecisions()).toBeUndefined();
  });

  it('tells subscribers once', () => {
    const site = openSite();
    const heard: unknown[] = [];
    site.subscribe(({ record }) => heard.push(record?.decision));
    for (let call = 0; call < 3; call += 1) site.grant('clinic', source);
    for (let call = 0; call < 3; call += 1) site.decline('clinic', source);
    expect(heard).toEqual(['granted', 'declined']);
  });
});

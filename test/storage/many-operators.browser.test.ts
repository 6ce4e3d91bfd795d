import { describe, expect, it } from 'vitest';
import type { OperatorInput } from '../../src/index.js';
import { clinic, closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

const source = { source: 'api', name: 'test' } as const;

/** So many operators under the same server's name; each is another to whom a visitor may say yes or no. */
function operatorsOf(count: number): Record<string, OperatorInput> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`operator-${index}.example:8443`, { ...clinic, name: `Operator ${index}` }]));
}

describe('decisions on many operators', () => {
  // Fifty cookies are tried in `cookie-store.browser.test.ts`: the server of the tests takes no request with that many.
  it.each([['local', 50], ['session', 50], ['cookie', 9]] as const)('are all read again on the next page view: %s, %i', (storage, count) => {
    const operators = operatorsOf(count);
    const open = (): ReturnType<typeof openSite> => openSite({ storage, operators, defaultOperator: 'operator-0.example:8443' });
    const first = open();
    for (const key of Object.keys(operators)) first[key.includes('7') ? 'decline' : 'grant'](key, source);
    const later = open();
    const found = Object.keys(operators).map((key) => later.decision(key)?.decision);
    expect(found).toEqual(Object.keys(operators).map((key) => (key.includes('7') ? 'declined' : 'granted')));
  });

  it('have a cookie each, named after the operator', () => {
    openSite({ storage: 'cookie', operators: operatorsOf(2), defaultOperator: 'operator-0.example:8443' }).grant('operator-1.example:8443', source);
    expect(document.cookie.split('; ').map((pair) => pair.split('=')[0])).toEqual(['jitsi-gate.operator-1.example:8443']);
  });
});

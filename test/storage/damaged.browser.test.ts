import { describe, expect, it } from 'vitest';
import { assert, asyncProperty, json, oneof, string } from 'fast-check';
import { addReached, pressTo, reached } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite, openTwo, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();

const KEY = 'jitsi-gate.clinic';

/** A well-formed, remembered grant for the operator of `openSite()`, as the gate itself writes it. */
function grantText(): string {
  openSite().grant('clinic', { source: 'api', name: 'test' });
  const text = localStorage.getItem(KEY) ?? '';
  localStorage.clear();
  return text;
}

/** The same with something changed in the record. */
function changed(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...JSON.parse(grantText()) as object, ...change });
}

const day = 86_400_000;
const iso = (days: number): string => new Date(Date.now() + days * day).toISOString();

it('a stored grant counts, as a measure of the cases below', async () => {
  localStorage.setItem(KEY, changed({}));
  openSite();
  await addReached('ready');
});

describe('asks, where storage holds', () => {
  const texts: Readonly<Record<string, () => string>> = {
    'nothing': () => '',
    'no JSON': () => '{"v":1,',
    'null': () => 'null',
    'a list': () => '[]',
    'a number': () => '1',
    'no version': () => changed({ v: undefined }),
    'a version as text': () => changed({ v: '1' }),
    'a version alone': () => '{"v":1}',
    'a list of grants': () => `[${grantText()}]`,
    'grants by operator': () => `{"v":1,"decisions":{"clinic":${grantText()}}}`,
    'a prototype': () => `{"v":1,"__proto__":${grantText()}}`,
    'a grant for once': () => changed({ scope: 'once' }),
    'a withdrawn one': () => changed({ decision: 'withdrawn' }),
    'an unknown decision': () => changed({ decision: 'yes' }),
    'an expired grant': () => changed({ at: iso(-200), until: iso(-1) }),
    'a grant from the future': () => changed({ at: iso(1) }),
    'a grant without an end': () => changed({ until: undefined }),
    'a grant whose end is no time': () => changed({ until: 'never' }),
    'a grant on other terms': () => changed({ terms: 'a.b.c' }),
    'a grant of another purpose': () => changed({ purposes: ['recording'] }),
    'a grant of no purpose': () => changed({ purposes: [] }),
    'two megabytes': () => changed({ notice: 'x'.repeat(2_000_000) }),
  };

  it.each(Object.keys(texts))('%s', async (name) => {
    localStorage.setItem(KEY, texts[name]?.() ?? '');
    openSite();
    const gate = await addReached('asking');
    await pressTo(gate, 'decline', 'declined');
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'declined' });
  });

  it('whatever text there is', async () => {
    await assert(
      asyncProperty(oneof(string(), json(), json().map((value) => `{"v":1,"decision":${value}}`)), async (text) => {
        localStorage.setItem(KEY, text);
        openSite();
        const gate = await addReached('asking');
        gate.remove();
      }),
      { numRuns: 40 },
    );
  });
});

describe('a record of a newer version', () => {
  const newer = '{"v":2,"decision":"granted","level":7}';

  it('is no grant, and is left as it is while the visit goes on in memory', async () => {
    localStorage.setItem(KEY, newer);
    const site = openSite();
    const gate = await addReached('asking');
    await pressTo(gate, 'accept', 'live');
    expect([site.decision()?.decision, localStorage.getItem(KEY)]).toEqual(['granted', newer]);
    await pressTo(gate, 'withdraw', 'asking');
    expect(localStorage.getItem(KEY)).toBe(newer);
  });
});

describe('the decisions on other operators', () => {
  it('stay, also those on operators that are declared no more', async () => {
    localStorage.setItem('jitsi-gate.elsewhere', changed({}));
    openSite();
    await pressTo(await addReached(), 'decline', 'declined');
    expect(Object.keys(storedDecisions() ?? {})).toEqual(['clinic', 'elsewhere']);
  });

  it('go once they have run out and the operator is declared no more', () => {
    localStorage.setItem('jitsi-gate.elsewhere', changed({ at: iso(-200), until: iso(-1) }));
    openSite();
    expect(localStorage.getItem('jitsi-gate.elsewhere')).toBeNull();
  });

  it('count where one of them is damaged', async () => {
    openTwo().grant('clinic', { source: 'api', name: 'test' });
    localStorage.setItem('jitsi-gate.school', '{"v":1,"decis');
    openTwo();
    await addReached('ready');
    await pressTo(await addReached('asking', { operator: 'school' }), 'decline', 'declined');
    expect(storedDecisions()).toMatchObject({ clinic: { decision: 'granted' }, school: { decision: 'declined' } });
  });
});

describe('the owner’s choice of storage', () => {
  it.each([
    ['local', true, false],
    ['session', false, true],
    ['memory', false, false],
  ] as const)('%s is kept to', async (storage, local, session) => {
    openSite({ storage, storageKey: 'my.gate' });
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    expect([localStorage, sessionStorage].map((place) => place.getItem('my.gate.clinic') !== null)).toEqual([local, session]);
    expect(storedDecisions()).toBeUndefined();
  });

  it('is overruled where no consent is claimed: nothing is stored', async () => {
    openSite({ basis: 'requested-service' });
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    await pressTo(gate, 'withdraw', 'asking');
    await reached(gate, 'asking');
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });
});

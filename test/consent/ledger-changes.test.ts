import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfigInput, OperatorInput } from '../../src/config/schema.js';
import { changesSince } from '../../src/consent/changes.js';
import type { DecisionInput } from '../../src/consent/create-record.js';
import { serializeRecord } from '../../src/consent/record.js';
import { TERM_PARTS, type TermPart, termsOf } from '../../src/consent/terms.js';
import { NOON, type PageView, no, once, visit, withdrawn, yes } from '../support/page-view.js';
import { clinic, fullOperator, sampleOperator, sampleSettings } from '../support/sample-config.js';
import { createSharedEntries } from '../support/shared-entries.js';

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

type Site = Partial<Omit<ConfigInput, 'operators'>> & { readonly facts?: Partial<OperatorInput> };

/** The options of a site whose first operator states everything. */
function options({ facts, ...site }: Site): Partial<ConfigInput> {
  return { site: 'Practice', ...site, operators: { abroad: { ...fullOperator, ...facts }, school: clinic } , defaultOperator: 'abroad' };
}

/** What has changed for a visitor since the last decision on one of the operators. */
function changesIn({ ledger, settings, ...view }: PageView, name: 'operator' | 'other' = 'operator'): TermPart[] {
  return changesSince(ledger.decision(view[name]), view[name], settings);
}

/** What has changed for a visitor who decided on one site's terms and comes back to another's. */
function changesAfter(input: DecisionInput | undefined, after: Site, before: Site = {}): TermPart[] {
  const entries = createSharedEntries();
  const first = visit(entries, options(before));
  if (input) first.ledger.record(first.operator, input);
  return changesIn(visit(entries, options(after)));
}

/** Every fact of the terms that an owner can change, with another value and the parts that it belongs to. */
const FACTS: readonly (readonly [fact: string, site: Site, parts: TermPart | readonly TermPart[]])[] = [
  ['domain', { facts: { domain: 'other.example' } }, 'operator'],
  ['name', { facts: { name: 'Other, Inc.' } }, 'operator'],
  ['country', { facts: { country: 'GB' } }, 'operator'],
  ['kind', { facts: { kind: 'jaas' } }, ['operator', 'recipients']],
  ['role', { facts: { role: 'controller' } }, 'recipients'],
  ['hosting', { facts: { hosting: { name: 'Hoster Oy', country: 'US' } } }, ['recipients', 'transfer']],
  ['software', { facts: { software: 'galene' } }, ['operator', 'storage']],
  ['softwareName', { facts: { software: 'other', softwareName: 'Ours' } }, ['operator', 'storage']],
  ['stored', { facts: { stored: 'One cookie' } }, 'storage'],
  ['appId', { facts: { appId: 'other' } }, 'operator'],
  ['site', { site: 'Other practice' }, 'recipients'],
  ['recipients', { facts: { recipients: [{ name: 'Turn BV', country: 'US', purpose: 'relaying' }] } }, ['recipients', 'transfer']],
  ['hosts', { facts: { hosts: [] } }, 'recipients'],
  ['analytics', { facts: { analytics: false } }, 'recipients'],
  ['retention', { facts: { retention: 'for ever' } }, 'storage'],
  ['tool', { facts: { transfer: { tool: 'art49' } } }, 'transfer'],
  ['recording', { facts: { recording: 'always' } }, 'recording'],
  ['transcription', { facts: { transcription: 'possible' } }, 'recording'],
  ['livestream', { facts: { livestream: 'possible' } }, 'recording'],
  ['recordingConsentEnforced', { facts: { recordingConsentEnforced: false } }, 'recording'],
  ['direct', { jitsi: { configOverwrite: { p2p: { enabled: true } } } }, 'recipients'],
  ['noticeVersion', { noticeVersion: '2' }, 'notice'],
];

const inputs = [['a yes', yes], ['a no', no]] as const;

describe.each(inputs)('after %s', (_, input) => {
  it.each(FACTS)('a changed %s is told as the parts it belongs to, and as nothing else', (...[, site, parts]) => {
    expect(changesAfter(input, site)).toEqual([parts].flat());
  });

  it.each(FACTS)('a changed %s asks again', (...[, site]) => {
    const entries = createSharedEntries();
    const first = visit(entries, options({}));
    first.ledger.record(first.operator, input);
    const { ledger, operator } = visit(entries, options(site));
    expect([ledger.standing(operator), ledger.grant(operator)]).toEqual(['none', undefined]);
  });

  it.each(FACTS)('a %s that was changed and changed back is no change', (...[, site]) => {
    expect(changesAfter(input, site, site)).toEqual([]);
  });

  it('nothing is told where nothing changed', () => {
    expect(changesAfter(input, {})).toEqual([]);
  });

  it('every part is told at once, in its order', () => {
    const facts = Object.assign({}, ...FACTS.map(([, site]) => site.facts)) as Partial<OperatorInput>;
    const parts = TERM_PARTS.filter((part) => part !== 'purposes');
    expect(changesAfter(input, { facts, noticeVersion: '2' })).toEqual(parts);
  });
});

describe('the table of facts', () => {
  it('names every fact of the terms that an owner can change', () => {
    const { operator, recipients, storage, recording } = termsOf(sampleOperator(fullOperator), sampleSettings()) as Record<TermPart, object>;
    // The list of stored entries and the mode are ours; there is one of each today.
    const facts = [operator, recipients, storage, recording].flatMap(Object.keys).filter((fact) => !['list', 'mode'].includes(fact));
    expect(FACTS.map(([fact]) => fact).toSorted()).toEqual([...facts, 'tool', 'noticeVersion'].toSorted());
  });
});

describe('nothing is told', () => {
  it.each([
    ['who never decided', undefined],
    ['who agreed for once, and is asked again anyway', once],
    ['who withdrew, and is asked again anyway', withdrawn],
  ])('to somebody %s', (_, input) => {
    expect(changesAfter(input, { noticeVersion: '2' })).toEqual([]);
  });

  it.each<[string, Site]>([
    ['the language', { lang: 'de' }],
    ['the days', { maxAgeDays: 30 }],
    ['the link to the notice', { privacyUrl: '/other' }],
    ['the ways without a meeting', { facts: { alternatives: [] } }],
    ['the receipts endpoint', { receipts: '/receipts' }],
  ])('about %s', (_, site) => {
    expect(changesAfter(yes, site)).toEqual([]);
  });

  it('about the operator whose terms stayed', () => {
    const entries = createSharedEntries();
    const first = visit(entries, options({}));
    for (const operator of [first.operator, first.other]) first.ledger.record(operator, yes);
    const view = visit(entries, options({ facts: { name: 'Other, Inc.' } }));
    expect([changesIn(view), changesIn(view, 'other')]).toEqual([['operator'], []]);
  });

  it('any more after a new decision', () => {
    const entries = createSharedEntries();
    const first = visit(entries, options({}));
    first.ledger.record(first.operator, yes);
    const view = visit(entries, options({ noticeVersion: '2' }));
    view.ledger.record(view.operator, no);
    expect(changesIn(view)).toEqual([]);
  });

  it.each(['', 'x', 'a.b.c', 'a.b.c.d.e.f.g.h'])('where the terms on record are of another form: %j', (terms) => {
    const entries = createSharedEntries();
    const first = visit(entries, options({}));
    const record = first.ledger.record(first.operator, yes);
    first.store.write('abroad', serializeRecord({ ...record, terms }));
    const view = visit(entries, options({}));
    expect([changesIn(view), view.ledger.standing(view.operator)]).toEqual([[], 'none']);
  });
});

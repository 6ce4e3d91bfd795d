import { describe, expect, it, vi } from 'vitest';
import type { Embed } from '../../src/config/embed.js';
import type { ConfigInput, OperatorInput } from '../../src/config/schema.js';
import type { RecordingNotice, RecordingState } from '../../src/providers/provider.js';
import type { Standing } from '../../src/consent/ledger.js';
import type { DecisionRecord } from '../../src/consent/record.js';
import { TERM_PARTS } from '../../src/consent/terms.js';
import { detailsView } from '../../src/elements/details-view.js';
import { operatorParams } from '../../src/elements/facts.js';
import { gateView } from '../../src/elements/gate-views.js';
import * as meeting from '../../src/elements/meeting-views.js';
import { settingsView } from '../../src/elements/settings-views.js';
import type { GateLook } from '../../src/elements/view-parts.js';
import { GATE_STATES } from '../../src/gate/states.js';
import { enDetails } from '../../src/i18n/detail-messages.js';
import { createTranslate } from '../../src/i18n/format.js';
import { enMeeting } from '../../src/i18n/meeting-messages.js';
import { en } from '../../src/i18n/messages.js';
import { enSettings } from '../../src/i18n/settings-messages.js';
import { fullOperator, sampleEmbed, sampleOperator, sampleSettings } from '../support/sample-config.js';

const all = { ...en, ...enDetails, ...enMeeting, ...enSettings };

/** Set by the elements' own code: outside the templates that are drawn here (tested in a browser). */
const OUTSIDE = ['pressAgain', 'saved', 'close'];

// A page that is in no frame.
const view: { parent?: object } = {};
view.parent = view;
vi.stubGlobal('window', view);

const failures = [
  'unreachable', 'no-api', 'policy', 'refused', 'timeout', 'connection-lost', 'kicked', 'suspended', 'meeting-error', 'internal',
] as const;

const record: DecisionRecord = {
  decision: 'granted', scope: 'remembered', purposes: ['load'], at: '2026-11-01T10:00:00.000Z', until: '2027-05-02T10:00:00.000Z',
  terms: 'x', notice: '1', lang: 'en', source: 'visitor',
};
/** A decision on terms of which every part has changed since. */
const changed: DecisionRecord = { ...record, terms: TERM_PARTS.map(() => 'x').join('.') };

/** What a view is drawn from, on a site with these options, at a gate with these values. */
function lookOf(facts: Partial<OperatorInput>, options: Partial<ConfigInput> = {}, values: Partial<Embed> = {}): GateLook {
  const embed = sampleEmbed({ operator: sampleOperator({ ...fullOperator, ...facts }), ...values });
  const actions = { act: () => undefined, details: () => undefined };
  const settings = sampleSettings({ site: 'Practice', ...options });
  const extras = { own: undefined, lang: 'en', record: changed, failure: undefined, recording: undefined, texts: {}, dir: 'ltr' } as const;
  return { t: createTranslate(en), ...extras, embed, settings, actions, meeting, detailsView };
}

const modes = ['file', 'stream', 'local', 'transcription'] as const;

/** Facts that stand in one text only. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  recipientIs: ['purpose'],
  checkedOn: ['date'],
  granted: ['at', 'until', 'notice'],
  grantedOnce: ['at'],
  grantedOld: ['at'],
  refused: ['at', 'until'],
  taken: ['at'],
  receipts: ['count'],
  ...Object.fromEntries(modes.flatMap((mode) => ['recorded', 'recordedBefore'].map((key) => [`${key}_${mode}`, ['time']]))),
};

const certainties = ['never', 'possible', 'always', 'unknown'] as const;
const tools = ['none-needed', 'adequacy', 'dpf', 'scc', 'art49', 'unknown'] as const;
const roles = ['processor', 'joint-controller', 'controller'] as const;

const notices = modes.flatMap((mode) => [true, false].map((wasRunning): RecordingNotice => ({ mode, since: 0, wasRunning })));
const recordings: readonly RecordingState[] = [
  { notices: [], asked: [], stay: () => undefined },
  { notices, asked: [], stay: () => undefined },
  { notices, asked: modes, stay: () => undefined },
];

const looks: readonly GateLook[] = [
  // An operator that says the least, and one of each kind that says everything.
  Object.assign(lookOf({}), { embed: sampleEmbed() }),
  lookOf({}, { basis: 'requested-service' }, { title: 'Dr. Example', subject: 'Consultation', poster: '/x.png' }),
  lookOf({ domain: '8x8.vc', kind: 'jaas', appId: 'x' }, {}, { title: 'Dr. Example' }),
  ...certainties.map((certainty) => lookOf({ recording: certainty, transcription: certainty, livestream: certainty })),
  ...tools.map((tool) => lookOf({ transfer: { tool } })),
  ...roles.map((role) => lookOf({ role })),
  ...recordings.map((recording): GateLook => Object.assign(lookOf({}), { recording })),
  Object.assign(lookOf({}), { record: { ...record, decision: 'withdrawn' } }),
  ...failures.map((failure): GateLook => Object.assign(lookOf({}), { failure })),
];

/** Every text in a template and in what stands in it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const values: unknown = Object(value) === value ? Reflect.get(value as object, 'values') : undefined;
  return Array.isArray(values) ? textsIn(values) : [];
}

const decisions = ['granted', 'declined', 'withdrawn'] as const;
const scopes = ['once', 'remembered'] as const;
const standings: readonly Standing[] = ['none', 'granted', 'declined'];
const records: readonly (DecisionRecord | undefined)[] = [
  undefined, ...decisions.flatMap((decision) => scopes.map((scope): DecisionRecord => ({ ...record, decision, scope }))),
];

/** The settings of a site with one operator, in every way it can stand. */
function drawSettings(look: GateLook): unknown[] {
  const t = createTranslate({ ...en, ...enSettings });
  const acts = { act: () => undefined, withdrawAll: () => undefined, download: () => undefined };
  const rows = records.flatMap((row) => standings.map((standing) => ({ ...look, operator: look.embed.operator, record: row, standing })));
  return [0, 1, 50].map((receipts) => settingsView({ ...acts, t, lang: 'en', dir: 'ltr', status: '', rows, receipts }));
}

const drawn = looks.flatMap((look) => textsIn([
  detailsView(look),
  drawSettings(look),
  GATE_STATES.map((state) => gateView(state, look)),
  GATE_STATES.map((from) => GATE_STATES.map((to) => meeting.statusText(to, from, look))),
]));

describe('the English texts', () => {
  it.each(Object.entries(all))('%s names only facts that the views supply', (key, text) => {
    const known = Object.keys(operatorParams(lookOf({})));
    expect([...known, ...(MORE[key] ?? [])]).toEqual(expect.arrayContaining([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])));
  });

  it.each(Object.entries(all))('%s is a text without markup and stray braces', (_, text) => {
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/[<>{}]/);
  });

  it('have each key once', () => {
    const keys = [en, enDetails, enMeeting, enSettings].flatMap((texts) => Object.keys(texts));
    expect(keys).toEqual(Object.keys(all));
  });

  it('are shown with every fact filled in, in every state', () => {
    expect(drawn.length).toBeGreaterThan(500);
    expect(drawn.filter((text) => /\{\w+\}/.test(text))).toEqual([]);
  });

  it('are all shown to somebody', () => {
    // What is kept is named before a colon.
    const shown = new Set(drawn);
    const unseen = Object.entries(all).filter(([, text]) => {
      const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const pattern = new RegExp(`^(?:[^]*: )?${parts.join('[^]*')}$`);
      return ![...shown].some((candidate) => pattern.test(candidate));
    });
    expect(unseen.map(([key]) => key)).toEqual(OUTSIDE);
  });

  it('claim no safeguard that nobody stated', () => {
    const look = lookOf({ transfer: { tool: 'unknown' } });
    const texts = textsIn([gateView('asking', { ...look, record: undefined }), detailsView(look), drawSettings(look)]).join(' ');
    expect(texts).not.toMatch(/adequa|Data Privacy Framework|DPF|standard contractual/i);
    expect(texts).toMatch(/No safeguard/);
  });
});

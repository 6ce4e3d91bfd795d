import { describe, expect, it } from 'vitest';
import type { Embed } from '../../src/config/embed.js';
import type { ConfigInput, OperatorInput } from '../../src/config/schema.js';
import type { RecordingNotice, RecordingState } from '../../src/providers/provider.js';
import type { Standing } from '../../src/consent/standing.js';
import type { DecisionRecord } from '../../src/consent/record.js';
import { TERM_PARTS } from '../../src/consent/terms.js';
import { askingView } from '../../src/elements/gate/asking-view.js';
import { changesView } from '../../src/elements/gate/changes-view.js';
import { detailsView } from '../../src/elements/gate/details-view.js';
import { operatorParams } from '../../src/elements/gate/first-facts.js';
import type { LaterLook } from '../../src/elements/gate/later.js';
import { MEETING_VIEWS, meetingViews as meeting } from '../../src/elements/gate/meeting-views.js';
import { answerPress } from '../../src/elements/gate/look.js';
import { declinedView, readyView } from '../../src/elements/gate/resting-views.js';
import { settingsView } from '../../src/elements/settings/settings-view.js';
import { GATE_STATES, type GateState } from '../../src/gate/states.js';
import { enChanges } from '../../src/i18n/change-messages.js';
import { enChoice } from '../../src/i18n/choice-messages.js';
import { enDetails } from '../../src/i18n/detail-messages.js';
import { createTranslate } from '../../src/i18n/format.js';
import { enMeeting } from '../../src/i18n/meeting-messages.js';
import { first as rare } from '../../src/i18n/locales/en.js';
import { en } from '../../src/i18n/messages.js';
import { enSettings } from '../../src/i18n/settings-messages.js';
import { fullOperator, sampleEmbed, sampleOperator, sampleSettings } from '../support/sample-config.js';

const all = { ...en, ...rare, ...enChoice, ...enChanges, ...enDetails, ...enMeeting, ...enSettings };

/** Set by the elements' own code: outside the templates that are drawn here (tested in a browser). */
const OUTSIDE = ['saved'];

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
function lookOf(facts: Partial<OperatorInput>, options: Partial<ConfigInput> = {}, values: Partial<Embed> = {}): LaterLook {
  const embed = sampleEmbed({ operator: sampleOperator({ ...fullOperator, ...facts }), ...values });
  const settings = sampleSettings({ site: 'Practice', ...options });
  const acts = { handle: () => undefined, openDetails: () => undefined };
  const extras = { own: undefined, lang: 'en', language: 'en', record: changed, failure: undefined, recording: undefined, texts: rare, dir: 'ltr' } as const;
  return { t: createTranslate({ ...en, ...enChoice, ...rare }), ...extras, ...acts, embed, settings };
}

const modes = ['file', 'stream', 'local', 'transcription'] as const;

/** Facts that stand in one text only. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  recipientIs: ['purpose'],
  recordIs: ['key'],
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

const looks: readonly LaterLook[] = [
  // An operator that says the least, and one of each kind that says everything.
  Object.assign(lookOf({}), { embed: sampleEmbed() }),
  lookOf({}, { basis: 'requested-service' }, { label: 'Dr. Example', subject: 'Consultation', poster: '/x.png' }),
  lookOf({}, { jitsi: { configOverwrite: { p2p: { enabled: true } } } }),
  lookOf({ domain: '8x8.vc', kind: 'jaas', appId: 'x' }, {}, { label: 'Dr. Example' }),
  ...certainties.map((certainty) => lookOf({ recording: certainty, transcription: certainty, livestream: certainty })),
  ...tools.map((tool) => lookOf({ transfer: { tool } })),
  ...roles.map((role) => lookOf({ role })),
  ...recordings.map((recording): LaterLook => Object.assign(lookOf({}), { recording })),
  Object.assign(lookOf({}), { record: { ...record, decision: 'withdrawn' } }),
  ...failures.map((failure): LaterLook => Object.assign(lookOf({}), { failure })),
];

/** The view of a state, as a gate draws it. */
function viewOf(state: GateState, look: LaterLook): unknown {
  const view = { ready: readyView, declined: declinedView, ...MEETING_VIEWS }[state as 'ready'];
  if (view) return view(look);
  const asking = askingView(look);
  const note = (['waiting', 'pressAgain', 'stuck'] as const).map((answer) => (asking.forEach((node) => node instanceof Element && answerPress(node, look, answer)), textsIn(asking)));
  return [note, changesView(look, look.record)];
}

/** Every text in a template and in what stands in it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value instanceof Text) return [value.data];
  if (value instanceof Element) return [...value.getAttributeNames().map((name) => value.getAttribute(name) ?? ''), ...[...value.childNodes].flatMap(textsIn)];
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
function drawSettings(look: LaterLook): unknown[] {
  const t = createTranslate({ ...en, ...enChoice, ...enSettings, ...rare });
  const acts = { act: () => undefined, withdrawAll: () => undefined, download: () => undefined, close: () => undefined };
  const rows = records.flatMap((row) => standings.map((standing) => ({ ...look, operator: look.embed.operator, record: row, standing, isRefused: false, isLasting: standing !== 'none' })));
  return [0, 1, 50].map((receipts) => settingsView({ ...acts, t, lang: 'en', dir: 'ltr', status: '', rows, receipts }));
}

const drawn = looks.flatMap((look) => textsIn([
  detailsView(look),
  drawSettings(look),
  GATE_STATES.map((state) => viewOf(state, look)),
  GATE_STATES.map((from) => GATE_STATES.map((to) => meeting.statusText(to, from, look))),
  meeting.statusText('asking', 'live', { ...look, record: undefined }),
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
    const keys = [en, rare, enChoice, enChanges, enDetails, enMeeting, enSettings].flatMap((texts) => Object.keys(texts));
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

  const ASKED = 'According to Practice, when others record the meeting, this server keeps your microphone and camera off until you agree.';
  const isTold = (facts: Partial<OperatorInput>): boolean => textsIn(detailsView(lookOf(facts))).includes(ASKED);

  it.each(['possible', 'always', 'unknown'] as const)('say that a server asks before a recording only where the owner states it: %s', (recording) => {
    expect([true, false, undefined].map((recordingConsentEnforced) => isTold({ recording, recordingConsentEnforced }))).toEqual([true, false, false]);
  });

  it('say nothing of a question where nothing is recorded', () => {
    expect(isTold({ recording: 'never', recordingConsentEnforced: true })).toBe(false);
  });

  it('claim no safeguard that nobody stated', () => {
    const look = lookOf({ transfer: { tool: 'unknown' } });
    const texts = textsIn([viewOf('asking', { ...look, record: undefined }), detailsView(look), drawSettings(look)]).join(' ');
    expect(texts).not.toMatch(/adequa|Data Privacy Framework|DPF|standard contractual/i);
    expect(texts).toMatch(/No safeguard/);
  });
});

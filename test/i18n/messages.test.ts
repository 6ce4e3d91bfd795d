import { describe, expect, it } from 'vitest';
import type { Embed } from '../../src/config/embed.js';
import type { ConfigInput, OperatorInput } from '../../src/config/schema.js';
import { detailsView } from '../../src/elements/details-view.js';
import { operatorParams } from '../../src/elements/facts.js';
import { type GateLook, gateView, statusText } from '../../src/elements/gate-views.js';
import { GATE_STATES } from '../../src/gate/states.js';
import { enDetails } from '../../src/i18n/detail-messages.js';
import { createTranslate } from '../../src/i18n/format.js';
import { en } from '../../src/i18n/messages.js';
import { fullOperator, sampleEmbed, sampleOperator, sampleSettings } from '../support/sample-config.js';

const all = { ...en, ...enDetails };
const failures = ['unreachable', 'timeout', 'meeting-error', 'internal'] as const;

/** What a view is drawn from, on a site with these options, at a gate with these values. */
function lookOf(facts: Partial<OperatorInput>, options: Partial<ConfigInput> = {}, values: Partial<Embed> = {}): GateLook {
  const embed = sampleEmbed({ operator: sampleOperator({ ...fullOperator, ...facts }), ...values });
  const actions = { act: () => undefined, details: () => undefined };
  const settings = sampleSettings({ site: 'Practice', ...options });
  return { t: createTranslate(en), own: undefined, lang: 'en', isWithdrawn: true, embed, settings, actions, failure: undefined, detailsView };
}

/** Facts that stand in one text only. */
const MORE: Readonly<Record<string, readonly string[]>> = { recipientIs: ['purpose'], checkedOn: ['date'] };

const certainties = ['never', 'possible', 'always', 'unknown'] as const;
const tools = ['none-needed', 'adequacy', 'dpf', 'scc', 'art49', 'unknown'] as const;
const roles = ['processor', 'joint-controller', 'controller'] as const;

const looks: readonly GateLook[] = [
  // An operator that says the least, and one of each kind that says everything.
  Object.assign(lookOf({}), { embed: sampleEmbed() }),
  lookOf({}, { basis: 'requested-service' }, { title: 'Dr. Example', subject: 'Consultation', poster: '/x.png' }),
  lookOf({ domain: '8x8.vc', kind: 'jaas', appId: 'x' }, {}, { title: 'Dr. Example' }),
  ...certainties.map((certainty) => lookOf({ recording: certainty, transcription: certainty, livestream: certainty })),
  ...tools.map((tool) => lookOf({ transfer: { tool } })),
  ...roles.map((role) => lookOf({ role })),
  ...failures.map((failure): GateLook => Object.assign(lookOf({}), { failure })),
];

/** Every text in a template and in what stands in it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const values: unknown = Object(value) === value ? Reflect.get(value as object, 'values') : undefined;
  return Array.isArray(values) ? textsIn(values) : [];
}

const drawn = looks.flatMap((look) => textsIn([
  detailsView(look),
  GATE_STATES.map((state) => gateView(state, look)),
  GATE_STATES.map((from) => GATE_STATES.map((to) => statusText(to, from, look))),
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
    expect(Object.keys(en).filter((key) => key in enDetails)).toEqual([]);
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
    expect(unseen.map(([key]) => key)).toEqual([]);
  });

  it('claim no safeguard that nobody stated', () => {
    const look = lookOf({ transfer: { tool: 'unknown' } });
    const texts = [...textsIn(gateView('asking', look)), ...textsIn(detailsView(look))].join(' ');
    expect(texts).not.toMatch(/adequa|Data Privacy Framework|DPF|standard contractual/i);
    expect(texts).toMatch(/No safeguard/);
  });
});

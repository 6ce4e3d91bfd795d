import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod/mini';
import { configForm, operatorForm } from '../../src/config/config-form.js';
import { isRightPlaceholder } from '../../src/config/embed.js';
import { placeholderForm } from '../../src/config/placeholder-form.js';
import { RULES } from '../../src/config/rules.js';
import { configSchema, operatorSchema, placeholderSchema } from '../../src/config/schema.js';
import { schemaFaults } from '../../src/config/schema-faults.js';
import { wordIssues } from '../../src/config/words.js';
import { recordForm } from '../../src/consent/record-form.js';
import { RECORD_RULES } from '../../src/consent/record-rules.js';
import { recordSchema } from '../../src/consent/record-schema.js';
import { type Fault, type Form, faultsOf } from '../../src/lib/check-form.js';
import type { Rules } from '../../src/lib/rule.js';
import { receiptForm } from '../../src/receipts/receipt-form.js';
import { RECEIPT_RULES } from '../../src/receipts/receipt-rules.js';
import { receiptSchema } from '../../src/receipts/receipt-schema.js';
import { anyConfig, anyOperator } from '../support/config-arbitrary.js';
import { countCases } from '../support/counted-cases.js';
import { hostileInput } from '../support/hostile/arbitrary.js';
import { DECLARED } from '../support/hostile/placeholder.js';
import { type Maker, spoiled } from '../support/hostile/values.js';
import { full, fullOperator, minimal } from '../support/sample-config.js';
import { sampleReceipt, sampleRecord } from '../support/sample-receipt.js';
import { stubPage } from '../support/stub-page.js';

/** How many values each description is tried on. The last test holds their sum to its promise. */
const RUNS = { configuration: 24_000, operator: 26_000, placeholder: 24_000, record: 18_000, receipt: 10_000 } as const;
const PROMISED = 100_000;

interface Description {
  readonly schema: z.ZodMiniType;
  readonly form: Form;
  readonly rules: Rules;
}

const cases = countCases();
const verdicts = { yes: 0, no: 0 };
const RESERVED = /^(__proto__|constructor|prototype)$/;

beforeEach(() => {
  stubPage('https://www.example.eu/page.html');
  Object.assign(verdicts, { yes: 0, no: 0 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

// Where a form allows null as well, zod names the rule for all else.
const places = (faults: readonly Fault[]): string => [...new Set(faults.map(({ path, rule }) => JSON.stringify([path.map(String), rule.replace(/\?$/, '')])))].toSorted().join('\n');
const tops = (faults: readonly Fault[]): string => [...new Set(faults.map(({ path }) => String(path[0])))].toSorted().join();

/**
 * How exactly two lists of faults have to agree: in every place and rule; where a reserved key is, which zod leaves out, in the
 * options that are wrong; and where a value throws when it is read, in the verdict.
 */
function measureOf(faults: readonly Fault[]): (faults: readonly Fault[]) => string {
  if (faults.some(({ rule }) => rule === 'unreadable')) return (found) => String(found.length > 0);
  return faults.some(({ path }) => path.some((key) => RESERVED.test(String(key)))) ? tops : places;
}

/** Fails where zod and the compact form do not agree. A plain throw, because a hundred thousand `expect`s take minutes. */
function holdAgreed(value: unknown, { schema, form, rules }: Description): void {
  const [bySchema, byForm] = [schemaFaults(schema, value, rules), faultsOf(form, value, rules)];
  const measure = measureOf([...bySchema, ...byForm]);
  if (measure(bySchema) !== measure(byForm)) throw new Error(`zod says\n${places(bySchema)}\nthe form says\n${places(byForm)}`);
  verdicts[byForm.length === 0 ? 'yes' : 'no'] += 1;
}

function holdAll(runs: number, arbitrary: fc.Arbitrary<Maker>, description: Description): void {
  cases.check(runs, arbitrary, (make) => holdAgreed(make(), description));
  // Both answers come up often, or agreement would prove little.
  expect(Math.min(verdicts.yes, verdicts.no)).toBeGreaterThan(runs / 50);
}

const made = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Maker> => arbitrary.map((value) => () => value);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('zod and the compact form made from it say the same', () => {
  const config: Description = { schema: configSchema, form: configForm, rules: RULES };
  const operator: Description = { schema: operatorSchema, form: operatorForm, rules: RULES };

  it('of configurations', () => {
    const bases = [minimal, full, { ...minimal, operators: DECLARED, defaultOperator: 'club', basis: 'requested-service' }].map(json);
    holdAll(RUNS.configuration, fc.oneof({ weight: 1, arbitrary: made(anyConfig) }, { weight: 12, arbitrary: spoiled(...bases) }), config);
  });

  it('of operators', () => {
    const bases = [...Object.values(DECLARED), fullOperator, { domain: 'meet.jit.si' }].map(json);
    holdAll(RUNS.operator, fc.oneof({ weight: 1, arbitrary: made(anyOperator) }, { weight: 8, arbitrary: spoiled(...bases) }), operator);
  });

  it('of placeholders', () => {
    const whole = { room: 'tenant/room', operator: 'club', domain: 'meet.example.eu', label: 'T', lang: 'de', start: 'auto', subject: 'S', height: '400', poster: '/a.png' };
    const placeholder: Description = { schema: placeholderSchema, form: placeholderForm, rules: RULES };
    holdAll(RUNS.placeholder, fc.oneof({ weight: 1, arbitrary: made(hostileInput) }, { weight: 1, arbitrary: spoiled(whole, { room: 'room' }) }), placeholder);
  });

  it('of placeholders, by the flat check of the first look', () => {
    const whole = { room: 'tenant/room', operator: 'club', domain: 'meet.example.eu', label: 'T', lang: 'de', start: 'auto', subject: 'S', height: '400', poster: '/a.png' };
    const anyText = fc.oneof(fc.string(), fc.constantFrom('', ' ', '..', 'a#b', 'a%2fb', 'de-DE-', 'auto ', '0400', '99999', '//evil.example/a.png', 'data:image/png,x', 'x'.repeat(201)));
    const anySaid = fc.record(Object.fromEntries(Object.entries(whole).map(([name, right]) => [name, fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: anyText })])), { requiredKeys: [] });
    let rights = 0;
    cases.check(RUNS.placeholder, anySaid, (said) => {
      const isRight = schemaFaults(placeholderSchema, said, RULES).length === 0;
      if (isRight !== isRightPlaceholder(said)) throw new Error(`zod and the flat check do not agree on ${JSON.stringify(said)}`);
      rights += Number(isRight);
    });
    expect(rights).toBeGreaterThan(RUNS.placeholder / 50);
    expect(rights).toBeLessThan(RUNS.placeholder * 0.98);
  });

  it('of stored decisions', () => {
    const record: Description = { schema: recordSchema, form: recordForm, rules: RECORD_RULES };
    holdAll(RUNS.record, fc.oneof({ weight: 1, arbitrary: made(fc.constant({ v: 1, ...sampleRecord })) }, { weight: 9, arbitrary: spoiled({ v: 1, ...sampleRecord }) }), record);
  });

  it('of receipts', () => {
    const receipt: Description = { schema: receiptSchema, form: receiptForm, rules: RECEIPT_RULES };
    const whole = json(sampleReceipt(1));
    holdAll(RUNS.receipt, fc.oneof({ weight: 1, arbitrary: made(fc.constant(whole)) }, { weight: 9, arbitrary: spoiled(whole) }), receipt);
  });

  it('of more than a hundred thousand values', () => {
    expect(cases.count()).toBe(Object.values(RUNS).reduce<number>((sum, runs) => sum + runs, RUNS.placeholder));
    expect(cases.count()).toBeGreaterThanOrEqual(PROMISED);
  });

  it('in the same words', () => {
    const wrong = json({ ...full, cookieDomain: 'example.eu', audience: 'everyone', maxAgeDays: 0, extra: 1, operators: { a: { domain: 'x/y', transfer: { tool: 'none-needed' } }, b: { domain: '8x8.vc' } }, defaultOperator: 'c', messages: { de: { accept: 5 } } });
    const sorted = (faults: readonly Fault[]): unknown => wordIssues(faults, wrong).toSorted((one, two) => (one.path < two.path ? -1 : 1));
    expect(sorted(schemaFaults(configSchema, wrong, RULES))).toEqual(sorted(faultsOf(configForm, wrong, RULES)));
    expect(sorted(faultsOf(configForm, wrong, RULES))).toHaveLength(9);
  });
});

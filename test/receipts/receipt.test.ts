import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJSONSchema } from 'zod/mini';
import { checkConfig } from '../../src/config/check.js';
import { withBuiltIns } from '../../src/config/built-ins.js';
import { readOperator } from '../../src/config/operator.js';
import type { OperatorInput } from '../../src/config/schema.js';
import type { DecisionRecord } from '../../src/consent/record.js';
import { type ReceiptFacts, createReceipt } from '../../src/receipts/receipt.js';
import { receiptSchema } from '../../src/receipts/receipt-schema.js';
import { VERSION } from '../../src/lib/version.js';
import { anyOperator } from '../support/config-arbitrary.js';
import { validate } from '../support/json-schema.js';
import { fullOperator, minimal, sampleOperator, sampleSettings } from '../support/sample-config.js';
import { OPTIONAL_MEMBERS, receiptId, sampleFacts, sampleRecord } from '../support/sample-receipt.js';

// What ships is JSON, so what is tested is too.
const jsonSchema = JSON.parse(JSON.stringify(toJSONSchema(receiptSchema))) as Record<string, unknown>;

/** What zod and the JSON Schema have to say against a value, after it went over the wire. */
function problems(receipt: unknown): unknown[] {
  const wire: unknown = JSON.parse(JSON.stringify(receipt));
  const parsed = receiptSchema.safeParse(wire);
  return [...(parsed.error?.issues ?? []), ...validate(jsonSchema, wire)];
}

const decisions = ['granted', 'declined', 'withdrawn'] as const;
const scopes = ['once', 'remembered'] as const;
const sources = ['visitor', 'cmp', 'api'] as const;
const table = decisions.flatMap((decision) => scopes.flatMap((scope) => sources.map((source) => ({ decision, scope, source }))));
const STATES = { granted: 'given', declined: 'refused', withdrawn: 'withdrawn' };

const recordOf = (values: Partial<DecisionRecord>): DecisionRecord => ({ ...sampleRecord, ...values });

/** Every object schema in a schema. */
function objectsIn(schema: unknown): Record<string, unknown>[] {
  if (schema === null || typeof schema !== 'object') return [];
  const own = Reflect.get(schema, 'type') === 'object' ? [schema as Record<string, unknown>] : [];
  return [...own, ...Object.values(schema).flatMap(objectsIn)];
}

describe('the receipt of a decision', () => {
  it.each(table)('is right by both schemas and says what was decided: $decision $scope by $source', ({ decision, scope, source }) => {
    const sourceName = source === 'visitor' ? null : 'Platform 1.2';
    const receipt = createReceipt(sampleFacts({ record: recordOf({ decision, scope, source }), sourceName }));
    expect(problems(receipt)).toEqual([]);
    expect(receipt.events).toEqual([expect.objectContaining({
      event_state: STATES[decision], scope, source, ...sourceName !== null && { source_name: sourceName }, event_time: sampleRecord.at,
      ...scope === 'once' ? { validity_duration: 'page view' } : { validity_duration: 'P182D', valid_until: sampleRecord.until },
      // Only the visitor can claim a click.
      event_type: source === 'visitor' ? 'explicit' : 'expressed',
    })]);
    expect(/click/i.test(receipt.events[0]?.collection_method ?? '')).toBe(source === 'visitor');
  });

  it('says on what it was made: notice, version, language, text, terms, operator, transfer', () => {
    const receipt = createReceipt(sampleFacts({ operator: sampleOperator(fullOperator), record: recordOf({ notice: '7', lang: 'fr', terms: 'x.y' }) }));
    expect(receipt).toMatchObject({
      receipt_id: receiptId(0),
      language: 'fr',
      terms: { digest: 'x.y' },
      shown: { language: 'fr', text: 'Load meeting from Example GmbH' },
      privacy_notice: { url: 'https://site.example/privacy', version: '7' },
      processing: [{
        purpose: 'load', retention_period: fullOperator.retention, processing_location: 'FI',
        storage_locations: ['video.example.com:8443', 'turn.example.com', 'stun.example.com:3478'],
        recipient_third_parties: ['clinic', 'hosting', 'Turn BV'], pii_controllers: ['site'],
        transfers: [{ party: 'Example, Inc.', country: 'US', tool: 'scc', evidence: 'https://example.com/scc.pdf', checked_on: '2026-11-01' }],
      }],
    });
    expect(receipt.party_identification.map(({ party_name: name, party_country: country, party_type: type }) => [name, country, type])).toEqual([
      ['Practice Example', undefined, 'controller'],
      ['Example, Inc.', 'US', 'processor'],
      ['Hoster Oy', 'FI', 'hosting'],
      ['Turn BV', 'NL', 'recipient'],
    ]);
  });

  it.each<[string, Partial<OperatorInput>]>([
    ['the least', {}],
    ['everything', fullOperator],
    ...(['processor', 'joint-controller', 'controller'] as const).map((role): [string, Partial<OperatorInput>] => [`the role ${role}`, { role }]),
    ...(['none-needed', 'adequacy', 'dpf', 'scc', 'art49', 'unknown'] as const).map((tool): [string, Partial<OperatorInput>] => [`the tool ${tool}`, { transfer: { tool } }]),
  ])('is right where an operator states %s', (_, facts) => {
    expect(problems(createReceipt(sampleFacts({ operator: sampleOperator(facts) })))).toEqual([]);
  });

  it('claims no safeguard that nobody stated', () => {
    const operator = sampleOperator({ country: 'US' });
    expect(createReceipt(sampleFacts({ operator })).processing[0]?.transfers).toEqual([{ party: 'Example GmbH', country: 'US', tool: 'unknown' }]);
  });

  it('is right for any right operator and any decision', () => {
    fc.assert(fc.property(anyOperator, fc.constantFrom(...table), fc.uuid({ version: 4 }), (input, row, id) => {
      expect(checkConfig({ ...minimal, operators: { one: input } })).toEqual([]);
      const operator = readOperator('one', withBuiltIns(input) as OperatorInput);
      const settings = sampleSettings({ site: 'Practice', operators: { one: input } });
      expect(problems(createReceipt(sampleFacts({ operator, settings, id, record: recordOf(row) })))).toEqual([]);
    }));
  });

  it('may stand for a text that was not shown', () => {
    const receipt = createReceipt(sampleFacts({ text: '' }));
    expect([problems(receipt), receipt.shown]).toEqual([[], { language: 'de', version: VERSION, bytes: 0 }]);
  });

  it('holds nothing but what it is made from: no address of the visitor, browser, room or page', () => {
    const facts = sampleFacts({ operator: sampleOperator(fullOperator) });
    const extra = { ip: '192.0.2.7', userAgent: 'Mozilla/5.0', room: 'secret-room', page: 'https://site.example/secret-room' };
    const hostile = { ...facts, ...extra, record: { ...facts.record, ...extra }, operator: { ...facts.operator, ...extra }, settings: { ...facts.settings, ...extra } };
    expect(createReceipt(hostile as ReceiptFacts)).toEqual(createReceipt(facts));
  });
});

describe('the JSON Schema', () => {
  it('allows nothing more and nothing less, at any depth', () => {
    const objects = objectsIn(jsonSchema);
    expect(objects.length).toBeGreaterThan(6);
    for (const { properties, required, additionalProperties } of objects) {
      expect(additionalProperties).toBe(false);
      expect(required).toEqual(Object.keys(properties as object).filter((name) => !OPTIONAL_MEMBERS.has(name)));
    }
  });

  it('has no place for an address, a browser or a room', () => {
    const names = objectsIn(jsonSchema).flatMap(({ properties }) => Object.keys(properties as object));
    expect(names.filter((name) => /(^|_)(ip|ua|user_?agent|browser|room|meeting|referrer|address)(_|$)/i.test(name))).toEqual([]);
  });

  const right = createReceipt(sampleFacts({ operator: sampleOperator(fullOperator) }));
  const [event, processing] = [right.events[0], right.processing[0]];

  it.each<[string, unknown]>([
    ['no id', { ...right, receipt_id: undefined }],
    ['an id that is no UUID', { ...right, receipt_id: 'receipt-1' }],
    ['another version', { ...right, schema_version: 'jitsi-gate-receipt-2' }],
    ['a claim of being certified', { ...right, conforms_to: 'ISO/IEC TS 27560:2023' }],
    ['a visitor that can be told from others', { ...right, pii_principal_id: 'user-7' }],
    ['a room', { ...right, room: 'consulting-hour' }],
    ['an IP address in an event', { ...right, events: [{ ...event, ip: '192.0.2.7' }] }],
    ['a user agent in a processing', { ...right, processing: [{ ...processing, user_agent: 'x' }] }],
    ['a state beyond the three', { ...right, events: [{ ...event, event_state: 'expired' }] }],
    ['a time that is none', { ...right, events: [{ ...event, event_time: 'yesterday' }] }],
    ['a hash that is none', { ...right, privacy_notice: { ...right.privacy_notice, sha256: 'AB' } }],
    ['a special category', { ...right, processing: [{ ...processing, pii_information: [{ pii_type: 'x', special_pii_category: true }] }] }],
    ['no events', { ...right, events: null }],
    ['a list', [right]],
    ['nothing', null],
  ])('refuses %s, and so does zod', (_, wrong) => {
    const wire: unknown = JSON.parse(JSON.stringify(wrong));
    expect(validate(jsonSchema, wire)).not.toEqual([]);
    expect(receiptSchema.safeParse(wire).success).toBe(false);
  });
});

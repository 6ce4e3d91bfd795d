import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { type Embed, type EmbedInput } from '../../src/config/embed.js';
import { readEmbedUrl } from '../../src/config/embed-url.js';
import type { ConfigInput } from '../../src/config/schema.js';
import { mergeScriptAttributes } from '../../src/config/script-attributes.js';
import { type Settings, readSettings } from '../../src/config/settings.js';
import { type DecisionRecord, parseRecord, serializeRecord } from '../../src/consent/record.js';
import type { GateIssue } from '../../src/lib/errors.js';
import { scriptUrl } from '../../src/facts/software/jitsi-address.js';
import type { OpenOptions } from '../../src/providers/jitsi/connection.js';
import { meetingConfig } from '../../src/providers/jitsi/meeting-config.js';
import { meetingUrl } from '../../src/providers/jitsi/meeting-url.js';
import { isReceipt } from '../../src/receipts/is-receipt.js';
import { countCases } from '../support/counted-cases.js';
import { edited, hostileAddress, hostileHash, hostileInput, hostileText } from '../support/hostile/arbitrary.js';
import { DECLARED } from '../support/hostile/placeholder.js';
import { clinic, full, minimal, sampleSettings } from '../support/sample-config.js';
import { sampleReceipt, sampleRecord } from '../support/sample-receipt.js';
import { stubPage } from '../support/stub-page.js';
import { checkEmbed } from '../support/check-embed.js';

/** How many hostile cases each reading function is tried on. The last test holds their sum to its promise. */
const RUNS = { attributes: 50_000, addresses: 50_000, hashes: 20_000, configurations: 15_000, records: 12_000, receipts: 5000 } as const;
const PROMISED = 100_000;

const cases = countCases();
const settings = sampleSettings({ operators: { ...DECLARED, local: { ...clinic, domain: 'localhost:8000' } }, defaultOperator: 'practice' });
const declared = [...settings.operators.values()];

const prototypes = [Object, Array, Function, String, Number, Boolean, RegExp, Map, Set, Promise, Error, URL].map(({ prototype }) => prototype as object);
const namesOf = (): string => prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String).join()).join('\n');
const untouched = namesOf();

beforeEach(() => {
  stubPage('https://site.example/page.html');
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  expect(namesOf()).toBe(untouched);
});

/** Fails with what is wrong. A plain throw, because a hundred thousand `expect`s take minutes. */
function hold(isRight: boolean, what: string): asserts isRight {
  if (!isRight) throw new Error(what);
}

/** A refusal is a list of reasons, each in words. */
function holdRefused(issues: readonly GateIssue[]): void {
  hold(issues.length > 0, 'refused without a reason');
  hold(issues.every(({ path, expected, found }) => [path, expected, found].every((text) => typeof text === 'string')), 'a reason without words');
}

/** What would be loaded for a placeholder has exactly the address of its operator, and its room's path. */
function holdAddress(embed: Embed, { jitsi }: Pick<Settings, 'jitsi'>): void {
  const { operator, room, overrides, subject } = embed;
  const script = new URL(scriptUrl(operator));
  hold(script.origin === operator.origin && !script.username && !script.hash, `a script at ${script.href}`);
  const config = meetingConfig({ overrides, subject, own: jitsi?.configOverwrite });
  const page = new URL(meetingUrl({ embed, settings: { jitsi }, lang: 'en', config } as unknown as OpenOptions, 7));
  hold(page.origin === operator.origin && !page.username && !page.password, `a meeting at ${page.href}`);
  const parts = operator.appId ? [operator.appId, ...room.split('/')] : room.split('/');
  hold(JSON.stringify(page.pathname.slice(1).split('/').map(decodeURIComponent)) === JSON.stringify(parts), `another room at ${page.pathname}`);
  hold(!/"(__proto__|constructor|prototype)":/.test(JSON.stringify(overrides)), `a reserved key in ${JSON.stringify(overrides)}`);
  const names = page.hash.slice(1).split('&').map((part) => part.split('=')[0] ?? '');
  hold(names.every((name) => /^(jitsi_meet_external_api_id|(config|interfaceConfig)\..*|appData\.localStorageContent)$/.test(name)), `settings ${names.join()}`);
}

let gates = 0;

function holdEmbed(input: EmbedInput): void {
  const embed = checkEmbed(input, settings);
  if (Array.isArray(embed)) return holdRefused(embed);
  gates += 1;
  hold(declared.includes(embed.operator), 'an operator that nobody declared');
  holdAddress(embed, settings);
}

function holdAddressText(text: string, more: EmbedInput = {}): void {
  const input = readEmbedUrl(text, settings);
  if (Array.isArray(input)) holdRefused(input);
  else holdEmbed({ ...more, ...input });
}

/** How many gates a property showed; some, or it would prove nothing. */
function gatesOf(check: () => void): number {
  gates = 0;
  check();
  return gates;
}

describe('whatever a placeholder says, it is refused, or leads to the declared address of a declared operator and its room', () => {
  it('in its attributes', () => {
    expect(gatesOf(() => cases.check(RUNS.attributes, hostileInput, holdEmbed))).toBeGreaterThan(RUNS.attributes / 100);
  });

  it('in the address of an iframe, and in attributes beside it', () => {
    const both = fc.tuple(hostileAddress, fc.option(hostileInput, { nil: {}, freq: 1 }));
    const run = (): void => cases.check(RUNS.addresses, both, ([address, input]) => holdAddressText(address, input));
    expect(gatesOf(run)).toBeGreaterThan(RUNS.addresses / 100);
  });

  it('in the overrides of that address', () => {
    const run = (): void => cases.check(RUNS.hashes, hostileHash, (hash) => holdAddressText(`https://meet.example.eu/room#${hash}`));
    expect(gatesOf(run)).toBeGreaterThan(RUNS.hashes / 2);
  });
});

describe('whatever stands in the configuration', () => {
  const bases = [minimal, full, { ...minimal, operators: DECLARED, defaultOperator: 'club' }].map((base) => JSON.parse(JSON.stringify(base)) as unknown);
  const attributes = fc.dictionary(fc.constantFrom('domain', 'operator', 'country', 'privacyUrl', 'maxAgeDays', 'start', '__proto__'), hostileText, { maxKeys: 2 });

  /** What may be used has operators at exactly the hosts that it names. */
  const holdUsable = (raw: unknown): void => {
    const usable = readSettings(raw as ConfigInput);
    for (const operator of usable.operators.values()) {
      const said = new URL(`https://${(raw as ConfigInput).operators[operator.key]?.domain ?? ''}`);
      hold(said.href === `https://${said.host}/`, `more than a host in ${said.href}`);
      const { origin, protocol, host } = new URL(operator.origin);
      hold(origin === operator.origin && host === operator.domain, `${operator.domain} at ${operator.origin}`);
      hold(protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host), `plain http to ${host}`);
      const embed = checkEmbed({ room: 'tenant/room', operator: operator.key }, usable);
      hold(!Array.isArray(embed) && embed.operator === operator, `no gate for ${operator.key}`);
      holdAddress(embed, usable);
    }
  };

  it('is refused with reasons, or names operators that are loaded from exactly where it says', () => {
    let usable = 0;
    cases.check(RUNS.configurations, fc.tuple(edited(...bases), fc.oneof(fc.constant({}), attributes)), ([json, data]) => {
      const raw = mergeScriptAttributes(json, data);
      const issues = checkConfig(raw);
      if (issues.length > 0) return holdRefused(issues);
      usable += 1;
      holdUsable(raw);
    });
    expect(usable).toBeGreaterThan(RUNS.configurations / 20);
  });
});

describe('whatever stands in storage', () => {
  const fields = Object.keys(sampleRecord).toSorted().join();
  const stored = [{ v: 1, ...sampleRecord }, { v: 1, ...sampleRecord, decision: 'declined' }];

  it('is a whole decision or none, and can be written again', () => {
    let found = 0;
    const text = fc.oneof({ weight: 5, arbitrary: edited(...stored).map((json) => JSON.stringify(json) ?? '') }, { weight: 1, arbitrary: hostileText });
    cases.check(RUNS.records, text, (json) => {
      const record = parseRecord(json);
      if (record === 'newer') return hold(Number((JSON.parse(json) as { v: unknown }).v) > 1, 'a newer version that is none');
      if (!record) return;
      found += 1;
      hold(Object.keys(record).toSorted().join() === fields, 'a field of a stranger');
      hold([record.at, record.until, record.terms].every((value) => typeof value === 'string'), 'a value of another kind');
      hold(/^(granted|declined|withdrawn)$/.test(record.decision satisfies DecisionRecord['decision']), 'another decision');
      hold(JSON.stringify(parseRecord(serializeRecord(record))) === JSON.stringify(record), 'not the same when written again');
    });
    expect(found).toBeGreaterThan(RUNS.records / 20);
  });

  it('is a receipt only with every field that one has, and no other', () => {
    const whole = sampleReceipt(1);
    const wholeNames = JSON.stringify(whole).match(/"\w+":/g)?.toSorted().join();
    let found = 0;
    cases.check(RUNS.receipts, edited(JSON.parse(JSON.stringify(whole)) as unknown), (json) => {
      if (!isReceipt(json)) return;
      found += 1;
      const names = new Set(JSON.stringify(json).match(/"\w+":/g));
      hold([...names].every((name) => wholeNames?.includes(name)), 'a field of a stranger');
    });
    expect(found).toBeGreaterThan(RUNS.receipts / 20);
  });
});

it('all of this was tried on more than a hundred thousand cases', () => {
  expect(cases.count()).toBe(Object.values(RUNS).reduce((sum, runs) => sum + runs, 0));
  expect(cases.count()).toBeGreaterThanOrEqual(PROMISED);
});

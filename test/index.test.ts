import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConfigInput, TextKey } from '../src/index.js';
import { checkConfig } from '../src/config/check.js';
import { enDetails } from '../src/i18n/detail-messages.js';
import { enMeeting } from '../src/i18n/meeting-messages.js';
import { en } from '../src/i18n/messages.js';
import { enSettings } from '../src/i18n/settings-messages.js';
import { issuesOf, pathsOf } from './support/issues-of.js';
import { minimal } from './support/sample-config.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

// zod keeps its settings and its registry on the global object, whoever imports it first.
const ZOD = ['__zod_globalConfig', '__zod_globalRegistry'];

describe('on a server', () => {
  it('there is no page, so these tests tell something', () => {
    expect([typeof document, typeof window, typeof customElements, typeof HTMLElement]).toEqual(Array(4).fill('undefined'));
  });

  it.each([
    ['jitsi-gate', () => import('../src/index.js')],
    ['jitsi-gate/define', () => import('../src/define.js')],
  ])('importing %s changes nothing and prints nothing', async (_, load) => {
    const printed = (['log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level).mockReturnValue());
    const before = Reflect.ownKeys(globalThis);
    await expect(load()).resolves.toBeDefined();
    expect(Reflect.ownKeys(globalThis).filter((key) => !before.includes(key) && !ZOD.includes(String(key)))).toEqual([]);
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });

  it('the names are those of the contract', async () => {
    expect(Object.keys(await import('../src/index.js')).toSorted()).toEqual(['GateError', 'configure', 'createRoomName', 'verifyReceipt']);
    expect(Object.keys(await import('../src/define.js')).toSorted()).toEqual(['JitsiGateElement', 'JitsiGateNoticeElement', 'JitsiGateSettingsElement']);
  });

  it('a configuration is checked, and its gate does nothing and can be asked everything', async () => {
    const printed = (['log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level).mockReturnValue());
    const before = Reflect.ownKeys(globalThis);
    const { configure } = await import('../src/index.js');
    expect(issuesOf(() => configure({} as never))).toHaveLength(2);
    const gate = configure(minimal);
    gate.scan();
    const stops = [gate.watch(), gate.subscribe(() => undefined), gate.mount({} as Element, { room: 'consulting-hour' })];
    expect(stops.map((stop) => stop())).toEqual([undefined, undefined, undefined]);
    gate.grant('clinic', { source: 'api', name: 'Site' });
    gate.decline('clinic', { source: 'api', name: 'Site' });
    expect([gate.decision(), gate.receipts()]).toEqual([undefined, []]);
    await expect(Promise.all([gate.withdraw(), gate.openSettings()])).resolves.toEqual([undefined, undefined]);
    gate.destroy();
    expect(Reflect.ownKeys(globalThis).filter((key) => !before.includes(key) && !ZOD.includes(String(key)))).toEqual([]);
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });

  it('room names can be made', async () => {
    const { createRoomName } = await import('../src/index.js');
    expect(createRoomName()).toMatch(/^([a-z]{5}-){4}[a-z]{5}$/);
  });
});

describe('configure', () => {
  const operators = { clinic: { domain: 'https://meet.example.eu', name: 'X', country: 'DE' } };
  const wrong = { operators, audience: 'everyone', extra: 1 };

  it('throws every issue at once, with its code', async () => {
    const { configure, GateError } = await import('../src/index.js');
    const call = (): unknown => configure(wrong as never);
    expect(call).toThrow(GateError);
    expect(call).toThrow(expect.objectContaining({ name: 'GateError', code: 'config' }));
    expect(pathsOf(issuesOf(call))).toEqual(['audience', 'extra', 'operators.clinic.domain', 'privacyUrl']);
  });

  it('says all of it in the message', async () => {
    const { configure } = await import('../src/index.js');
    const call = (): unknown => configure(wrong as never);
    expect(call).toThrow(/audience: expected .*, found "everyone"/);
    expect(call).toThrow(/operators\.clinic\.domain: expected .*, found "https:\/\/meet\.example\.eu"/);
  });

  it('takes a public service by its domain alone, and no other', async () => {
    const { configure } = await import('../src/index.js');
    const of = (domain: string) => (): unknown => configure({ privacyUrl: '/p', operators: { a: { domain } } });
    for (const domain of ['meet.jit.si', 'visio.numerique.gouv.fr', 'rendez-vous.renater.fr', 'practice.whereby.com']) expect(of(domain)).not.toThrow();
    expect(pathsOf(issuesOf(of('visio.example.eu')))).toEqual(['operators.a.country', 'operators.a.name']);
  });

  it('touches nothing of the page before it has found the configuration right', async () => {
    const { configure } = await import('../src/index.js');
    const touched: string[] = [];
    const page = (name: string): object => new Proxy({}, { get: (_, key) => void touched.push(`${name}.${String(key)}`) });
    // The base of relative links is only read.
    vi.stubGlobal('Document', { prototype: { baseURI: 'https://site.example/' } });
    for (const name of ['document', 'window', 'customElements', 'localStorage']) vi.stubGlobal(name, page(name));
    expect(issuesOf(() => configure(wrong as never))).toHaveLength(4);
    expect(touched).toEqual([]);
    // The same page is touched at once by a right configuration: the trap works.
    expect(() => configure(minimal)).toThrow();
    expect(touched).not.toEqual([]);
  });

  it.each([undefined, null, 5, 'x', []])('throws a GateError for %j', async (raw) => {
    const { configure } = await import('../src/index.js');
    expect(issuesOf(() => configure(raw as never))).toEqual([expect.objectContaining({ expected: 'an object' })]);
  });
});

describe('the owner’s own texts', () => {
  const keys = Object.keys({ ...en, ...enMeeting, ...enDetails, ...enSettings });

  it('may replace any of ours, in any language, and nothing else: `tsc` refuses what is misspelt or no text', () => {
    const right: ConfigInput['messages'] = { en: { decline: 'No, thanks', failed_timeout: 'Too late' }, 'de-AT': { recordIs: 'Ihre Wahl', saved: 'Gut' } };
    // @ts-expect-error -- no text has this key
    const misspelt: ConfigInput['messages'] = { en: { declin: 'No, thanks' } };
    // @ts-expect-error -- a text is a string
    const number: ConfigInput['messages'] = { en: { decline: 5 } };
    const used = (messages: object = {}): string[] => Object.values(messages).flatMap((texts: object) => Object.keys(texts));
    expect(keys).toEqual(expect.arrayContaining(used(right)));
    expect(used(misspelt).filter((key) => keys.includes(key))).toEqual([]);
    expect(pathsOf(checkConfig({ ...minimal, messages: number }))).toEqual(['messages.en.decline']);
  });

  it('have every key of ours in their type', () => {
    const typed = Object.fromEntries(keys.map((key) => [key, 'x'])) as Record<TextKey, string>;
    const messages: ConfigInput['messages'] = { en: typed };
    expect(checkConfig({ ...minimal, messages })).toEqual([]);
  });
});

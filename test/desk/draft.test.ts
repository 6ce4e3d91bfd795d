import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { type Draft, MEETING_FIELDS, OPERATOR_FIELDS, SITE_FIELDS, configOf, draftFaults, operatorFields, roomOf } from '../../src/desk/draft.js';
import { pageMarkup } from '../../src/desk/markup.js';
import { PRESETS } from '../../src/desk/presets.js';
import { deskSettings } from '../../src/desk/policy.js';
import { addServices } from '../../src/facts/software/services.js';
import { readPage } from '../../src/scan/read-page.js';

addServices();

/** An answer to each question that may be asked. */
const ANSWERS: Draft = {
  'domain': 'meet.example.eu', 'appId': 'vpaas-magic-cookie-1', 'name': 'Example GmbH', 'country': 'DE', 'hosting.name': 'Hoster SE', 'hosting.country': 'DE', 'site': 'Example practice', 'privacyUrl': '/privacy',
};
const answered = (preset: string, more: Draft = {}): Draft => ({ ...ANSWERS, room: 'abc-defg-hij', ...preset === 'whereby' && { domain: 'example.whereby.com' }, preset, ...more });
const operatorIn = (draft: Draft): Record<string, unknown> => Object.values(configOf(draft).operators)[0] as Record<string, unknown>;

describe.each(PRESETS.map(({ id }) => id))('the preset %s', (preset) => {
  it('makes a configuration that can be used of the answers that it asks for, and of no other', () => {
    const asked = operatorFields(answered(preset));
    const given: Draft = Object.fromEntries(Object.entries(answered(preset)).filter(([name]) => name === 'preset' || SITE_FIELDS.includes(name as never) || asked.includes(name as never)));
    expect(checkConfig(configOf(given))).toEqual([]);
    expect(draftFaults(given)).toEqual([]);
    const [operator] = deskSettings(configOf(given)).operators.values();
    expect([operator?.name, operator?.country].every(Boolean)).toBe(true);
  });

  it('lists what is missing among the questions that it asks', () => {
    const asked: readonly string[] = [...operatorFields({ preset }), ...MEETING_FIELDS, ...SITE_FIELDS];
    const faults = draftFaults({ preset });
    expect(faults).toContain('privacyUrl');
    if (preset !== 'whereby') expect(faults.filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('states no safeguard abroad, and no role of somebody else, before the owner does', () => {
    expect(JSON.stringify(configOf(answered(preset)))).not.toContain('transfer');
    expect(operatorIn(answered(preset))['role']).toBe(PRESETS.find(({ id, group }) => id === preset && group === 'own') ? 'controller' : undefined);
  });
});

describe('a draft', () => {
  it.each([
    ['meet.example.eu', 'meet.example.eu'],
    ['https://meet.example.eu/my-room#config.x=1', 'meet.example.eu'],
    ['HTTPS://Meet.Example.EU:8443/', 'meet.example.eu:8443'],
    ['meet.example.eu/my-room', 'meet.example.eu'],
    ['  Meet.Example.eu ', 'meet.example.eu'],
  ])('takes the address of the server as it was pasted: %s', (domain, host) => {
    expect(operatorIn(answered('house', { domain }))['domain']).toBe(host);
  });

  it('asks what protects data where somebody is abroad, and states it for each of them', () => {
    expect(operatorFields(answered('hetzner'))).not.toContain('transfer.tool');
    expect(operatorFields(answered('infomaniak'))).toContain('transfer.tool');
    expect(operatorFields(answered('house', { country: 'US' }))).toContain('transfer.tool');
    expect(operatorFields(answered('jaas', { 'transfer.tool': 'scc' }))).toContain('transfer.evidenceUrl');
    const draft = answered('infomaniak', { 'country': 'US', 'transfer.tool': 'scc', 'transfer.evidenceUrl': '/scc' });
    const transfer = { tool: 'scc', evidenceUrl: '/scc' };
    expect(operatorIn(draft)).toMatchObject({ transfer, hosting: { name: 'Infomaniak Network SA', transfer } });
    expect(draftFaults(draft)).toEqual([]);
  });

  it('asks nothing about who runs a server that is known', () => {
    expect(operatorFields(answered('house', { domain: 'meet.jit.si' }))).not.toContain('name');
    expect(operatorIn({ ...answered('renater'), name: 'Somebody else' })).not.toHaveProperty('name');
  });

  it.each<[Draft, readonly string[]]>([
    [{ domain: 'not a host' }, ['domain']],
    [{ 'hosting.name': '' }, ['hosting.name']],
    [{ 'operator.privacyUrl': 'data:text/html,x' }, ['operator.privacyUrl']],
    [{ privacyUrl: 'data:text/html,x' }, ['privacyUrl']],
    [{ 'alternatives.label': 'Call us' }, ['alternatives.url']],
    [{ 'alternatives.url': 'tel:+49' }, ['alternatives.label']],
    [{ name: '' }, ['name']],
  ])('names the field that is wrong: %j', (more, fields) => {
    expect(draftFaults(answered('hoster', more))).toEqual(fields);
  });

  it.each<[Draft, string]>([
    [{ preset: 'house' }, 'made-up'],
    [{ preset: 'house', domain: 'https://meet.example.eu/pasted' }, 'pasted'],
    [{ preset: 'house', domain: 'https://meet.example.eu/pasted', room: ' typed ' }, 'typed'],
    [{ preset: 'house', room: '' }, ''],
    [{ preset: 'element-call' }, 'made-up'],
    // These give out their rooms themselves.
    [{ preset: 'visio' }, ''],
    [{ preset: 'whereby', domain: 'https://example.whereby.com/theirs' }, 'theirs'],
  ])('has a room: %j', (draft, room) => {
    expect(roomOf({ madeUpRoom: 'made-up', ...draft })).toBe(room);
  });

  it.each([['visio', 'made-up'], ['house', 'a#b'], ['house', '']])('says that a room cannot be one: %s, %s', (preset, room) => {
    expect(draftFaults(answered(preset, { room }))).toEqual(['room']);
  });

  it('asks each question once', () => {
    const all = [...OPERATOR_FIELDS, ...MEETING_FIELDS, ...SITE_FIELDS];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the markup for a page', () => {
  it('is read by the gate as it was meant, whatever stands in names', () => {
    const config = configOf(answered('house', { name: '</script><b>"&' }));
    const markup = pageMarkup(config, '/a"b.js', { room: 'r-1', label: '"><img src=x>', alternative: { label: '<b>Call</b>', url: '/c?a="&b' } });
    const { blocks, placeholders } = readPage(`<!doctype html><body>${markup}</body>`);
    expect(JSON.parse(blocks[0] ?? '')).toEqual(config);
    expect(placeholders.map(({ said }) => said)).toEqual([{ room: 'r-1', label: '"><img src=x>' }]);
    expect(markup).not.toMatch(/<img|<b>/);
  });
});

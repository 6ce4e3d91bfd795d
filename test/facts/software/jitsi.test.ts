import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../../src/config/check.js';
import { kindOf, withBuiltIns } from '../../../src/config/built-ins.js';
import { operatorSchema } from '../../../src/config/schema.js';
import { canonicalJson } from '../../../src/lib/canonical-json.js';
import { STORED_VERSION } from '../../../src/facts/software/jitsi-stored-version.js';
import { BUILT_INS, builtInAt } from '../../../src/facts/software/jitsi.js';
import { KINDS, KINDS_WITH_APP_ID, storedText } from '../../../src/facts/software/jitsi-kinds.js';
import { NOT_IN_ROOM, NOT_IN_ROOM_IS } from '../../../src/facts/software/jitsi-rooms.js';
import { SITE_KEY } from '../../../src/facts/software/jitsi-site-key.js';
import { JITSI_STORED } from '../../../src/facts/software/jitsi-stored.js';
import { first as rare } from '../../../src/i18n/locales/en.js';
import { en } from '../../../src/i18n/messages.js';
import { digest } from '../../../src/lib/digest.js';
import { clinic, minimal } from '../../support/sample-config.js';

describe('the kinds of servers', () => {
  it('are those that an owner may state', () => {
    const stated = ['self-hosted', 'meet.jit.si', 'jaas', 'paid', '', 'constructor'];
    const customer = (kind: string) => (new Set<string>(KINDS_WITH_APP_ID).has(kind) ? { appId: 'vpaas-magic-cookie-1a2b' } : {});
    expect(stated.filter((kind) => operatorSchema.safeParse({ ...clinic, kind, ...customer(kind) }).success)).toEqual(KINDS);
  });

  it.each(KINDS)('have a text for what %s stores', (kind) => {
    expect(Object.keys({ ...en, ...rare })).toContain(storedText(kind));
  });

  it.each(KINDS)('ask for an AppID exactly where there is one: %s', (kind) => {
    const paths = checkConfig({ ...minimal, operators: { a: { ...clinic, kind } } }).map(({ path }) => path);
    expect(paths).toEqual(KINDS_WITH_APP_ID.includes(kind) ? ['operators.a.appId'] : []);
  });

  it.each(['paid', '', 'constructor', '__proto__', 'toString'])('do not have %j, which has no text of its own', (kind) => {
    expect(storedText(kind)).toBe('storedIs');
  });
});

describe('the built-in operators', () => {
  it.each([
    ['meet.jit.si', 'meet.jit.si'],
    ['8x8.vc', 'jaas'],
    ['frankfurt.8x8.vc', 'jaas'],
    ['a.b.8x8.vc', 'jaas'],
  ])('have the host %s', (host, kind) => {
    expect(builtInAt(host)?.kind).toBe(kind);
  });

  it.each(['', '8x8.vc.example.eu', 'evil8x8.vc', 'meetxjit.si', '8x8xvc', 'sub.meet.jit.si', 'xmeet.jit.si', '8x8.vc:8443', '*', '.8x8.vc.', 'vc'])('have not the host %j', (host) => {
    expect(builtInAt(host)).toBeUndefined();
    expect(kindOf(host)).toBe('self-hosted');
    expect(withBuiltIns({ domain: host })).toEqual({ domain: host });
  });

  it('say who runs them, and claim nothing of a transfer', () => {
    for (const operator of BUILT_INS) {
      expect(Object.keys(operator.facts)).toEqual(['name', 'country']);
      expect(KINDS).toContain(operator.kind);
    }
  });
});

describe('what is stored', () => {
  it('has a version that is the digest of the list: a change of the list is a change of the terms', () => {
    expect(STORED_VERSION).toBe(digest(canonicalJson(JITSI_STORED)));
  });

  it.each(['key', 'where', 'storage', 'purpose', 'kept'] as const)('has another digest where one %s is another', (name) => {
    const changed = JITSI_STORED.map((entry, index) => (index === 1 ? { ...entry, [name]: 'other' } : entry));
    expect(digest(canonicalJson(changed))).not.toBe(STORED_VERSION);
  });

  it('has each entry once in its place', () => {
    const places = JITSI_STORED.map(({ key, where, kept }) => `${where} ${kept} ${key}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('has one entry on the site, which goes when the meeting ends, and the others on the server’s domain', () => {
    expect(JITSI_STORED.filter(({ where, kept }) => where === 'site' || kept === 'meeting')).toEqual([{ key: SITE_KEY, where: 'site', storage: 'localStorage', purpose: 'copy', kept: 'meeting' }]);
  });
});

describe('the rules for rooms', () => {
  it('say in words what they forbid', () => {
    for (const sign of NOT_IN_ROOM_IS.slice(0, 5).split(' ')) expect(sign).toMatch(NOT_IN_ROOM);
    for (const sign of ['%2f', '\u0007', '\u202e']) expect(sign).toMatch(NOT_IN_ROOM);
  });
});

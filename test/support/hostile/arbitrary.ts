import * as fc from 'fast-check';
import { EMBED_ATTRIBUTES } from '../../../src/config/embed-attributes.js';
import type { EmbedInput } from '../../../src/config/embed.js';
import { anyText } from '../any-text.js';
import { type Place, changedAt, placesIn } from '../json-places.js';
import { SCRIPT } from './placeholder.js';

const DOMAINS = ['meet.example.eu', 'other.example.org', '8x8.vc', 'MEET.example.eu', 'meet.example.eu:443', 'localhost:8000', 'evil.example', 'meet.example.eu.', 'mееt.example.eu'];
const KEYS = ['practice', 'club', 'jaas', 'local', '__proto__', 'constructor', 'prototype', 'toString', 'evil'];

/** What hostile texts are made of. */
const SIGNS = [
  '/', '//', '\\', '..', '.', '#', '?', '&', '=', '@', ':', ';', '%', '%2f', '%5c', '%2e', '%00', '%0d%0a', '%ff', '%c0%af', '%E2%80%AE', '\u0000', '\n', '\t', ' ', '\u200b', '\u202e', '\u061c',
  '\ufeff', '\u2028', '\ud800', '\udc00', '\uff0f', '\u2024', '"', "'", '<', '>', '`', '<img src=x onerror=alert(1)>', '{', '}', '[', ']', '{"__proto__":{"polluted":1}}', 'room', 'tenant', 'a', '\u00e9', 'e\u0301',
  'https://', 'http://', SCRIPT, 'data:', 'blob:', 'evil.example', 'meet.example.eu', 'vpaas-magic-cookie-1', 'jwt', 'token', 'config.', '__proto__', 'constructor', 'x'.repeat(60),
] as const;

/** A text of hostile parts, or any text at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...SIGNS), { maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: anyText(8) },
);

const room = fc.oneof(fc.constantFrom('room', 'tenant/room', 'Ä b'), hostileText);
const known: Readonly<Record<string, fc.Arbitrary<string>>> = {
  room,
  operator: fc.constantFrom(...KEYS),
  domain: fc.constantFrom(...DOMAINS),
  label: fc.constantFrom('Yoga', '<script>'),
  lang: fc.constantFrom('de', 'zh-Hant'),
  start: fc.constantFrom('click', 'auto'),
  subject: fc.constantFrom('Talk', '"&config.p2p.enabled=true'),
  height: fc.constantFrom('400', '100'),
  poster: fc.constantFrom('/a.png', 'https://site.example/b.png'),
};

/** What a placeholder may say: each attribute right, hostile or missing. */
export const hostileInput: fc.Arbitrary<EmbedInput> = fc.record(
  Object.fromEntries(EMBED_ATTRIBUTES.map((name) => [name, fc.option(
    fc.oneof({ weight: 5, arbitrary: known[name] ?? hostileText }, { weight: 1, arbitrary: hostileText }),
    { nil: undefined, freq: name === 'room' ? 20 : 1 },
  )])),
).map((input) => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));

const origin = fc.oneof(
  fc.tuple(fc.constantFrom('https://', 'https://', 'https://', 'https://', 'http://', 'HTTPS:\\\\', SCRIPT, 'https:/', ''), fc.constantFrom('', '', '', '', 'user@', 'user:pass@'), fc.constantFrom(...DOMAINS)).map((parts) => parts.join('')),
  hostileText,
);
const path = fc.array(fc.oneof(fc.constantFrom('room', 'tenant', 'vpaas-magic-cookie-1', '', '.', '%2e%2e'), hostileText), { maxLength: 3 }).map((parts) => `/${parts.join('/')}`);

const NAMES = ['subject', 'startWithAudioMuted', 'toolbarButtons', 'p2p', 'p2p.enabled', '__proto__', 'constructor', 'prototype', 'disableChat', 'subject.x', ''];
const json = fc.oneof(
  fc.constantFrom('true', '"x"', '1', '[]', '["hangup"]', '{}', '{"__proto__":{"polluted":1}}', '{"a":{"constructor":{"prototype":{"polluted":1}}}}', '[[{"prototype":1}]]', '"\\ud800"', '1e999', 'null'),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
  hostileText,
);
const part = fc.tuple(fc.constantFrom('config.', 'config.', 'interfaceConfig.', 'userInfo.', '', 'CONFIG.'), fc.oneof(fc.constantFrom(...NAMES), hostileText), json, fc.boolean());

/** The hash of a meeting's address: settings, allowed and not, right and hostile. */
export const hostileHash: fc.Arbitrary<string> = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => (
  parts.map(([prefix, name, value, isEscaped]) => `${prefix}${name}=${isEscaped ? encodeURIComponent(value.replace(/\p{Cs}/gu, '?')) : value}`).join('&')));

/** An address as it may stand in `iframe[data-jitsi-src]`. */
export const hostileAddress: fc.Arbitrary<string> = fc.tuple(origin, path, fc.oneof(fc.constant(''), fc.constant(''), hostileText, hostileHash.map((hash) => `#${hash}`))).map((parts) => parts.join(''));

const RESERVED = ['__proto__', 'constructor', 'prototype', 'toString', 'extra'];
const strange: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, '', 0, -1, 1e308, true, [], {}, ['x'], { toString: 1, valueOf: 1 }, { length: 1 }, 'granted', '2026-11-01T12:00:00.000Z', '9999-12-31T23:59:59.999Z', ...DOMAINS),
  fc.jsonValue({ maxDepth: 2 }),
);

/** JSON that was right before up to four of its values were changed, taken away or joined by others. */
export function edited(...bases: readonly unknown[]): fc.Arbitrary<unknown> {
  const places = bases.map((base) => [base, placesIn(base)] as const);
  const edit = fc.tuple(fc.nat(), fc.constantFrom('set', 'set', 'remove', 'add'), strange, fc.constantFrom(...RESERVED));
  return fc.tuple(fc.constantFrom(...places), fc.array(edit, { maxLength: 4 })).map(([[base, all], edits]) => edits.reduce<unknown>((value, [number, type, stranger, name]) => {
    const place: Place = all[number % all.length] ?? [];
    return changedAt(value, place, (holder, key) => {
      if (type === 'remove') Reflect.deleteProperty(holder, key);
      else Object.defineProperty(holder, type === 'add' ? name : key, { value: stranger, enumerable: true, configurable: true, writable: true });
    });
  }, base));
}

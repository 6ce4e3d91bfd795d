import { type HostilePlaceholder, ADDRESSES, INVALID, MEGABYTE, asking, inDiv } from './placeholder.js';

const ROOM = 'data-jitsi-room';

/** Rooms that must not lead anywhere. */
const REFUSED = [
  '', ' ', '\t\n', '\u00a0', '\u3000', '.', '..', '...', '/', '//', '/room', 'room/', 'a//b', './a', 'a/./b', '../admin', 'a/../b', 'a/..', '..\\admin', 'a\\b',
  ' .. ', 'a/ .. /b', '\u00a0..\u00a0/b',
  'a#b', 'room#config.p2p.enabled=true', 'room#jwt=x', '#', 'a?b', 'room?jwt=x', 'room?lang=de#config.subject="x"', 'room&x#',
  'a%2fb', 'a%2Fb', 'a%5cb', '%2e%2e/admin', '%2e%2e%2fadmin', '%252f', '%00', 'a%23b', 'a%3fb', '%c0%af', '%e0%80%af', '%u002f%41', 'a%0d%0aSet-Cookie:x',
  'a\u0000b', '\u0000', 'a\u0001b', 'a\u0008b', 'a\tb', 'a\nb', 'a\r\nHost: evil.example', 'a\u001bb', 'a\u007fb', 'a\u0080b', 'a\u009fb',
  'a\u200bb', 'a\u200eb', 'a\u200fb', 'a\u202ab', 'a\u202eb', 'moor\u202e', 'a\u2060b', 'a\u2066b', 'a\u2069b', 'a\u206fb', 'a\u061cb', 'a\ufeffb', '\ufeffroom',
  'a\u2028b', 'a\u2029b', 'a\ud800b', '\udc00', 'a\udfff\ud800', 'x'.repeat(201), '\u00e9'.repeat(201), '\u{1F600}'.repeat(101), MEGABYTE, `${MEGABYTE}#`,
  'https://evil.example/?x', 'https://evil.example/#x', 'https://evil.example//x', `${'../'.repeat(60)}admin`,
];

/** Rooms that look odd, but are nothing more than names: each part of the path says exactly this. */
const NAMES = [
  '<img src=x onerror=pwned=1>', '"onload="pwned=1', "'><script>pwned=1<", '{{constructor.constructor`pwned=1`}}', '${pwned=1}',
  '__proto__', 'constructor', 'prototype', 'constructor/prototype', 'toString', 'null', 'undefined', 'NaN', '[object Object]',
  'a@evil.example', 'a:b@c', 'room;jsessionid=1', 'a&config.p2p.enabled=true', 'a=b', '100%', '% 2f', '%', 'a%zzb', '*', '$&', "$'", '~', '|', '^', '`',
  'external_api.js', 'libs/external_api.min.js', 'static/oauth.html', 'robots.txt', 'tenant/room', 'a/b/c/d', '.well-known/x', '..a', 'a..', '.env',
  '\u2025/x', '\u2024\u2024', '\uff0e\uff0e/x', 'a\uff0fb', 'a\u2215b', 'a\u2044b', '\u0440\u043e\u043e\u043c', 'r\u200doom', '\u{1F468}\u200d\u{1F469}', 'e\u0301', '\u212b', '\ufdd0', '\u{E0041}', 'x'.repeat(200), '-'.repeat(50),
];

/** Without two slashes side by side, a backslash or a line break, also this is a name like any other: a part of a path. */
const isName = (address: string): boolean => !/\/\/|\\|\n/.test(address);

/** Hostile rooms. */
export const ROOMS: readonly HostilePlaceholder[] = [
  ...inDiv(ROOM, INVALID, [...REFUSED, ...ADDRESSES.filter((address) => !isName(address))]),
  ...inDiv(ROOM, (value) => asking(value.normalize('NFC')), [...NAMES, ...ADDRESSES.filter(isName)]),
];

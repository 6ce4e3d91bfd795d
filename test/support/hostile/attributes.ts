import { type HostilePlaceholder, ADDRESSES, INVALID, MEGABYTE, SCRIPT, asking, inDiv, inElement } from './placeholder.js';

const NO_KEY = [
  '', ' ', 'evil', 'Practice', 'practice ', ' practice', 'practice\u0000', 'practice\u200b', 'prаctice', 'meet.example.eu', '__proto__', 'constructor', 'prototype',
  'toString', 'hasOwnProperty', 'valueOf', 'size', 'get', '0', 'null', 'undefined', '["practice"]', '{"domain":"evil.example"}', MEGABYTE, '\ud800', '*',
];

const NO_DOMAIN = [
  '', ' ', '.', '*', '*.example.eu', 'evil.example', 'meet.example.eu.', 'meet.example.eu..', '.meet.example.eu', 'www.meet.example.eu', 'example.eu', 'eu',
  'meet.example.eu.evil.example', 'evilmeet.example.eu', 'meet-example.eu', 'meet.example.eu:8443', 'meet.example.eu:80', 'meet.example.eu:0', 'meet.example.eu:99999',
  'meet.example.eu:', 'meet.example.eu:443:443', 'meet.example.eu/', 'meet.example.eu/x', 'meet.example.eu?x', 'meet.example.eu#x', 'meet.example.eu\\x',
  'user@meet.example.eu', 'user:pass@meet.example.eu', 'meet.example.eu@evil.example', 'meet.example.eu%00.evil.example', 'meet%2eexample.eu', 'meet.example.eu%2f',
  'meet.example.eu evil.example', 'meet.example.eu\tevil', 'meet.example.eu\nevil', 'mееt.example.eu', 'meet.exаmple.eu', 'xn--mt-6kcb.example.eu',
  'mee\u0074\u0301.example.eu', 'meet\u2024evil.example', 'meet.example.eu\u202e', '\u202emeet.example.eu', '127.0.0.1', '[::1]', '0x7f.1', '2130706433', 'localhost', '', MEGABYTE, '\ud800',
];

/** Other ways to write a declared domain: they select it, and what is loaded is still its own address. */
const SAME_DOMAIN = ['MEET.EXAMPLE.EU', 'meet.example.eu:443', 'ｍｅｅｔ.example.eu', 'meet。example。eu', 'meet.\u00adexample.eu', 'MEET.example.EU:0443', 'meet.example.eu\u0000'];

const MARKUP = [
  '<img src=x onerror="pwned=1">', '<script>pwned=1</script>', '"><svg onload=pwned=1>', '</h2><iframe src=https://evil.example/>', '<!--', '<template><slot></slot>',
  '&lt;b&gt;', '${pwned=1}', '{operator}', '{title}', '{constructor}', '{__proto__}', '$&', '\u202etfel', 'a\u0000b', '\ud800', '?lit$123$', '<!--?lit$1-->', '__proto__', '<style>*{display:none}</style>',
];

const NO_HEIGHT = ['', '0', '-1', '99', '10000', '1e3', '0x200', '560 px', '100vw', '100%%', '560;background:url(//evil.example/x)', 'expression(pwned=1)', 'calc(100vh)', 'var(--x)', '560 !important', ' 560', '560\n', '٥٦٠', 'NaN', 'Infinity', '__proto__', MEGABYTE];
const NO_LANG = ['', 'german', 'de_AT', '../de', 'de/../../evil', 'de"onload="', 'https://evil.example/de', 'de\u0000', 'de\n', '__proto__', 'constructor', 'x', `de${'-aaaaaaaa'.repeat(5)}-`, MEGABYTE];
const NO_START = ['', 'AUTO', 'auto ', 'now', 'load', 'true', '1', '__proto__', `${SCRIPT}1`, MEGABYTE];

const UNKNOWN = [
  'jwt', 'token', 'user-info', 'display-name', 'email', 'url', 'script-url', 'origin', 'app-id', 'config', 'config-overwrite', 'operators', 'privacy-url', 'storage-key',
  'integrity', 'nonce', 'release', 'onload', 'srcdoc', '__proto__', 'constructor', 'sandbox', 'allow', 'remember', 'state', 'roomx', '',
].map((name) => `data-jitsi-${name}`);

const element = (name: string, values: readonly string[]) => inElement(INVALID, values.map((value) => ({ [name]: value })));

/** Hostile values of every attribute but the room. */
export const ATTRIBUTES: readonly HostilePlaceholder[] = [
  ...inDiv('data-jitsi-operator', INVALID, [...NO_KEY, ...ADDRESSES.slice(0, 8)]),
  ...inDiv('data-jitsi-domain', INVALID, [...NO_DOMAIN, ...ADDRESSES]),
  ...inDiv('data-jitsi-domain', asking(), SAME_DOMAIN),
  ...inDiv('data-jitsi-label', asking(), MARKUP),
  ...inDiv('data-jitsi-subject', asking(), MARKUP),
  ...inDiv('data-jitsi-label', INVALID, ['x'.repeat(201), MEGABYTE]),
  ...inDiv('data-jitsi-subject', INVALID, ['x'.repeat(201), MEGABYTE]),
  ...inDiv('data-jitsi-height', INVALID, NO_HEIGHT),
  ...inDiv('data-jitsi-lang', INVALID, NO_LANG),
  ...inDiv('data-jitsi-start', INVALID, NO_START),
  ...inDiv('data-jitsi-poster', INVALID, [...ADDRESSES, 'https://meet.example.eu/images/watermark.svg', '//meet.example.eu/x.png', '/\\evil.example/x.png', '\t//evil.example/x.png', 'https:/\\evil.example/x', MEGABYTE.replace('x', 'https://evil.example/')]),
  ...UNKNOWN.flatMap((name) => inDiv(name, INVALID, ['evil.example'])),
  ...element('domain', ['evil.example', 'meet.example.eu@evil.example', 'meet.example.eu.', 'mееt.example.eu']),
  ...element('operator', ['evil', '__proto__', 'constructor']),
  ...element('room', ['room#config.p2p.enabled=true', '../x', '', MEGABYTE]),
  ...element('poster', ['//evil.example/x.png', `${SCRIPT}1`]),
  // What is never an attribute is removed (elements/gate/properties.ts).
  ...inElement(asking(), [
    { jwt: 'eyJhbGciOi' }, { token: 'eyJhbGciOi' },
    { src: 'https://evil.example/' }, { srcdoc: '<script>pwned=1</script>' }, { tabindex: '0', role: 'button' }, { state: 'live' }, { source: '{"prefix":""}' },
    { 'label': '<img src=x onerror="pwned=1">' }, { is: 'jitsi-gate' }, { slot: 'x' }, { part: 'accept' }, { style: 'position:static' }, { userinfo: '{"displayName":"x"}' }, { origin: 'https://evil.example' },
  ]),
];

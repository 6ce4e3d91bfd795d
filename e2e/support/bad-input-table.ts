import { jsonBlock, placeholder, scriptTag, type BadInput } from './bad-input.js';

const HOST = 'a host like meet.example.eu or meet.example.eu:8443';
const ROOM = 'a room name';

function operatorBlock(operator: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): string {
  return jsonBlock(JSON.stringify({ privacyUrl: '/privacy', operators: { practice: operator }, ...more }));
}

// In two parts, because lint forbids such addresses, as it should.
const SCRIPT = ['javascript', ':'].join('');

const practice = { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' };

/** Wrong things that the owner can write: the script tag and the JSON block. */
export const BAD_CONFIGURATIONS: readonly BadInput[] = [
  { title: 'no domain', head: scriptTag({ 'data-domain': undefined }), says: ['data-domain', HOST, 'nothing'] },
  { title: 'no operator', head: scriptTag({ 'data-operator': undefined }), says: ['data-operator', 'a text', 'nothing'] },
  { title: 'no country', head: scriptTag({ 'data-country': undefined }), says: ['data-country', 'a country as two capital letters', 'nothing'] },
  { title: 'no privacy notice', head: scriptTag({ 'data-privacy-url': undefined }), says: ['data-privacy-url', 'a link', 'nothing'] },
  { title: 'an empty privacy notice', head: scriptTag({ 'data-privacy-url': '' }), says: ['data-privacy-url', 'a link', '""'] },
  { title: 'a script as privacy notice', head: scriptTag({ 'data-privacy-url': `${SCRIPT}alert(1)` }), says: ['data-privacy-url', 'a link', `"${SCRIPT}alert(1)"`] },
  ...[
    'https://meet.example.eu', 'http://meet.example.eu', '//meet.example.eu', 'meet.example.eu/', 'meet.example.eu/tenant',
    'user@meet.example.eu', 'user:secret@meet.example.eu', '*.example.eu', 'meet.example.eu?x', 'meet.example.eu#x', 'meet example.eu', '',
  ].map((domain): BadInput => ({
    title: `the domain "${domain}"`,
    head: scriptTag({ 'data-domain': domain }),
    says: ['data-domain', HOST, JSON.stringify(domain)],
  })),
  { title: 'a country in words', head: scriptTag({ 'data-country': 'Germany' }), says: ['data-country', 'two capital letters', '"Germany"'] },
  { title: 'an age beyond a year', head: scriptTag({ 'data-max-age-days': '396' }), says: ['data-max-age-days', 'from 1 to 395', '396'] },
  { title: 'an age that is no number', head: scriptTag({ 'data-max-age-days': 'long' }), says: ['data-max-age-days', 'from 1 to 395', '"long"'] },
  { title: 'an unknown storage', head: scriptTag({ 'data-storage': 'disk' }), says: ['data-storage', '"local"', '"disk"'] },
  { title: 'a cookie for another domain', head: operatorBlock(practice, { storage: 'cookie', cookieDomain: 'example.eu' }), says: ['cookieDomain', 'a parent domain of the page', '"example.eu"'] },
  { title: 'JSON that breaks off', head: jsonBlock('{ "privacyUrl": '), says: ['#jitsi-gate-config', 'JSON', 'SyntaxError'] },
  { title: 'an empty JSON block', head: jsonBlock(''), says: ['#jitsi-gate-config', 'JSON', 'SyntaxError'] },
  { title: 'a JSON block that is a list', head: jsonBlock('[]'), says: ['#jitsi-gate-config', 'an object', 'a list'] },
  { title: 'an unknown key', head: operatorBlock(practice, { privacyURL: '/privacy' }), says: ['privacyURL', 'no such option', 'one'] },
  { title: 'an unknown key of an operator', head: operatorBlock({ ...practice, colour: 'red' }), says: ['operators.practice.colour', 'no such option', 'one'] },
  { title: 'a default operator that is not declared', head: operatorBlock(practice, { defaultOperator: 'other' }), says: ['defaultOperator', '"practice"', '"other"'] },
  { title: 'no operator at all', head: jsonBlock('{"privacyUrl":"/privacy","operators":{}}'), says: ['operators', 'at least one operator', 'none'] },
  { title: 'operators of a wrong type', head: jsonBlock('{"privacyUrl":"/privacy","operators":"meet.example.eu"}'), says: ['operators', 'an object', '"meet.example.eu"'] },
  { title: 'a key that could reach a prototype', head: jsonBlock('{"__proto__":{"privacyUrl":"/privacy"}}'), says: ['__proto__', 'another name', 'a reserved one'] },
  { title: 'a transfer outside the EEA called needless', head: operatorBlock({ ...practice, country: 'US', transfer: { tool: 'none-needed' } }), says: ['operators.practice.transfer.tool', '"scc"', '"none-needed"'] },
];

const room = (title: string, value: string, says: BadInput['says']): BadInput => ({
  title: `a room ${title}`,
  body: placeholder({ 'data-jitsi-room': value }),
  says,
});

const attribute = (title: string, [name, value]: readonly [string, string], says: readonly [string, string]): BadInput => ({
  title,
  body: placeholder({ 'data-jitsi-room': 'consulting-hour', [name]: value }),
  says: [name, ...says],
});

const frame = (title: string, src: string, says: BadInput['says']): BadInput => ({
  title: `an iframe ${title}`,
  body: `<iframe title="Meeting" data-jitsi-src="${src}"></iframe><p><a href="#contact">Other ways to reach us</a></p>`,
  says,
});

/** Wrong things that an editor can write: placeholders under a good configuration. */
export const BAD_PLACEHOLDERS: readonly BadInput[] = [
  room('without a name', '', ['data-jitsi-room', ROOM, 'nothing']),
  room('of spaces', '   ', ['data-jitsi-room', ROOM, '"   "']),
  room('with #', 'a#config.p2p.enabled=true', ['data-jitsi-room', ROOM, '"#"']),
  room('with ?', 'a?jwt=x', ['data-jitsi-room', ROOM, '"?"']),
  room('with a backslash', 'a\\b', ['data-jitsi-room', ROOM, '"\\"']),
  room('with a tab', 'a\tb', ['data-jitsi-room', ROOM, 'the character U+0009']),
  room('with a line break', 'a\nb', ['data-jitsi-room', ROOM, 'the character U+000A']),
  room('with a delete character', 'a\u007fb', ['data-jitsi-room', ROOM, 'the character U+007F']),
  room('with a direction mark', 'a\u202eb', ['data-jitsi-room', ROOM, 'the character U+202E']),
  room('with an escape', 'a%2f..%2fb', ['data-jitsi-room', ROOM, '"%2f"']),
  room('with ..', 'a/../b', ['data-jitsi-room', '"." or ".."', 'one']),
  room('that is ..', '..', ['data-jitsi-room', '"." or ".."', 'one']),
  room('with an empty part', '//other.example.org/b', ['data-jitsi-room', 'empty parts', 'one']),
  room('of 201 characters', 'x'.repeat(201), ['data-jitsi-room', 'at most 200 characters', '201']),
  attribute('an operator that is not declared', ['data-jitsi-operator', 'other'], ['a declared operator (meet.example.eu)', '"other"']),
  attribute('a domain that is not declared', ['data-jitsi-domain', 'other.example.org'], ['the domain of a declared operator (meet.example.eu)', '"other.example.org"']),
  attribute('a domain that only begins like a declared one', ['data-jitsi-domain', 'meet.example.eu.other.example.org'], ['the domain of a declared operator', '"meet.example.eu.other.example.org"']),
  attribute('an unknown attribute', ['data-jitsi-colour', 'red'], ['one of room', 'an unknown attribute']),
  attribute('a title', ['data-jitsi-title', 'Yoga'], ['label', 'an unknown attribute']),
  attribute('a token', ['data-jitsi-jwt', 'ey'], ['one of room', 'an unknown attribute']),
  attribute('a poster from elsewhere', ['data-jitsi-poster', 'https://other.example.org/a.png'], ["an image of the page's own origin", '"https://other.example.org/a.png"']),
  attribute('a height that is no number', ['data-jitsi-height', '50vw'], ['a height: pixels', '"50vw"']),
  attribute('an unknown start', ['data-jitsi-start', 'now'], ['"click" or "auto"', '"now"']),
  frame('with http', 'http://meet.example.eu/consulting-hour', ['data-jitsi-src', 'an https address', 'http:']),
  frame('with a script', `${SCRIPT}alert(1)`, ['data-jitsi-src', 'an https address', SCRIPT]),
  frame('with a path alone', '/consulting-hour', ['data-jitsi-src', 'a full meeting address', 'another text']),
  frame('of a host that is not declared', 'https://other.example.org/a', ['data-jitsi-domain', 'the domain of a declared operator', '"other.example.org"']),
  frame('with a user name', 'https://user@meet.example.eu/a', ['data-jitsi-src', 'without user name', 'one']),
  frame('with a token', 'https://meet.example.eu/a?jwt=ey', ['data-jitsi-src', 'no token in markup', 'one']),
  frame('without a room', 'https://meet.example.eu/', ['data-jitsi-room', ROOM, 'nothing']),
];

import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMBED_ATTRIBUTES } from '../../src/config/embed-attributes.js';
import { type EmbedInput } from '../../src/config/embed.js';
import { anyText } from '../support/any-text.js';
import { pathsOf } from '../support/issues-of.js';
import { clinic, sampleSettings } from '../support/sample-config.js';
import { stubPage } from '../support/stub-page.js';
import { checkEmbed } from '../support/check-embed.js';

const operators = { clinic, school: { ...clinic, domain: 'Video.School.example:8443' }, umlaut: { ...clinic, domain: 'bücher.example' } };
const settings = sampleSettings({ operators, defaultOperator: 'clinic' });
const room = 'consulting-hour';
const script = 'javascript';

beforeEach(() => stubPage('https://site.example/page.html'));
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a placeholder', () => {
  it('that names only its room gets the defaults', () => {
    expect(checkEmbed({ room }, settings)).toEqual({
      room, operator: settings.operators.get('clinic'), label: '', lang: '', start: 'click', subject: '', poster: '', height: '560px', headingLevel: 2, overrides: {},
    });
  });

  it('keeps what it says', () => {
    const values = { label: 'Dr. Müller <3', lang: 'de-AT', subject: 'Consultation', poster: '/img/room.jpg' };
    expect(checkEmbed({ room, ...values, start: 'auto', height: '480' }, settings)).toMatchObject({ ...values, start: 'auto', height: '480px' });
  });

  it("starts the way the site says where it doesn't say itself", () => {
    const auto = sampleSettings({ start: 'auto' });
    expect(checkEmbed({ room }, auto)).toMatchObject({ start: 'auto' });
    expect(checkEmbed({ room, start: 'click' }, auto)).toMatchObject({ start: 'click' });
  });
});

describe('the operator', () => {
  it.each([
    ['the default', {}, 'clinic'],
    ['the one with that key', { operator: 'school' }, 'school'],
    ['the one with that domain', { domain: 'video.school.example:8443' }, 'school'],
    ['the one with that domain in capitals', { domain: 'VIDEO.school.EXAMPLE:8443' }, 'school'],
    ['the one with that domain as the owner wrote it', { domain: 'bücher.example' }, 'umlaut'],
    ['the one with that domain as browsers write it', { domain: 'xn--bcher-kva.example' }, 'umlaut'],
    ['the one that key and domain agree on', { operator: 'clinic', domain: 'meet.example.eu' }, 'clinic'],
  ])('is %s', (_, input, key) => {
    expect(checkEmbed({ room, ...input }, settings)).toMatchObject({ operator: { key } });
  });

  it.each([
    ['an undeclared key', { operator: 'evil' }, 'operator'],
    ['an empty key', { operator: '' }, 'operator'],
    ['a domain as key', { operator: 'meet.example.eu' }, 'operator'],
    ['a key that every object has', { operator: 'constructor' }, 'operator'],
    ['__proto__', { operator: '__proto__' }, 'operator'],
    ['an undeclared domain', { domain: 'evil.example' }, 'domain'],
    ['an empty domain', { domain: '' }, 'domain'],
    ['a subdomain of a declared one', { domain: 'a.meet.example.eu' }, 'domain'],
    ['a domain that ends like a declared one', { domain: 'evilmeet.example.eu' }, 'domain'],
    ['a declared domain on another port', { domain: 'meet.example.eu:8443' }, 'domain'],
    ['a declared domain with a path', { domain: 'meet.example.eu/x' }, 'domain'],
    ['a declared domain as user name', { domain: 'meet.example.eu@evil.example' }, 'domain'],
    ['an undeclared domain beside a declared key', { operator: 'clinic', domain: 'evil.example' }, 'domain'],
    ['an undeclared key beside a declared domain', { operator: 'evil', domain: 'meet.example.eu' }, 'operator'],
  ])('is never %s', (_, input, path) => {
    const issue = { path, expected: expect.stringMatching(/declared/), found: expect.any(String) };
    expect(checkEmbed({ room, ...input }, settings)).toEqual([issue]);
  });

  it('has to be named where there are several and no default', () => {
    expect(checkEmbed({ room }, sampleSettings({ operators }))).toEqual([expect.objectContaining({ path: 'operator', found: 'nothing' })]);
  });
});

describe('a wrong value', () => {
  it.each<[keyof EmbedInput, string]>([
    ['room', ''],
    ['room', 'a#b'],
    ['label', 'x'.repeat(201)],
    ['subject', 'x'.repeat(201)],
    ['lang', ''],
    ['lang', 'german'],
    ['lang', 'de_AT'],
    ['lang', 'de"><script>'],
    ['start', ''],
    ['start', 'AUTO'],
    ['start', 'hover'],
    ['height', ''],
    ['height', '0'],
    ['height', '99'],
    ['height', '000'],
    ['height', '099'],
    ['height', '10000'],
    ['height', '50vw'],
    ['height', '400 px'],
    ['height', '40px'],
    ['height', '0vh'],
    ['height', '1000vh'],
    ['height', 'calc(100vh - 9px)'],
    ['height', '70lvh'],
    ['height', '400PX'],
    ['height', '-400'],
    ['height', '4e2'],
    ['height', ' 400'],
    ['poster', 'https://evil.example/pixel.gif'],
    ['poster', '//evil.example/pixel.gif'],
    ['poster', 'http://site.example/room.jpg'],
    ['poster', 'data:image/gif;base64,AAAA'],
    ['poster', `${script}:alert(1)`],
    ['poster', 'https://meet.example.eu/images/watermark.svg'],
  ])('is named: %s=%j', (name, value) => {
    const issue = { path: name, expected: expect.stringMatching(/\w/), found: expect.any(String) };
    expect(checkEmbed({ room, [name]: value }, settings)).toEqual([issue]);
  });

  it('does not hide the others', () => {
    const input = { room: 'a?b', operator: 'evil', start: 'hover', height: '1', lang: '?', poster: '//evil.example/x' };
    expect(pathsOf(checkEmbed(input, settings) as never)).toEqual(['height', 'lang', 'operator', 'poster', 'room', 'start']);
  });

  it.each([
    ['height', '100'], ['height', '9999'], ['height', '400px'], ['height', '70vh'], ['height', '62.5svh'], ['height', '100dvh'], ['height', '30rem'], ['height', '50%'], ['label', 'x'.repeat(200)], ['label', ''], ['lang', 'zh-Hant-TW'], ['poster', 'room.jpg'],
  ])('begins beyond what is allowed: %s=%j', (name, value) => {
    expect(checkEmbed({ room, [name]: value }, settings)).not.toBeInstanceOf(Array);
  });
});

// Any text at all, and often one that is right.
const known = fc.constantFrom('clinic', 'school', 'meet.example.eu', 'constructor', '__proto__', 'evil.example', room, 'auto', '400', 'de');
const texts = Object.fromEntries(EMBED_ATTRIBUTES.map((name) => [name, fc.oneof(anyText(), known)]));
const anyInput: fc.Arbitrary<EmbedInput> = fc.record(texts, { requiredKeys: [] });

describe('whatever a placeholder says', () => {
  it('its operator is one that the owner declared, or it is refused with a reason', () => {
    const declared = [...settings.operators.values()];
    fc.assert(fc.property(anyInput, (input) => {
      const embed = checkEmbed(input, settings);
      if (Array.isArray(embed)) expect(embed.length).toBeGreaterThan(0);
      else expect(declared).toContain(embed.operator);
    }), { numRuns: 500 });
  });

  it("no message quotes the room, whose name can be a secret", () => {
    const bads = fc.constantFrom('#', '?', '\\', '\u0000', '%2f', '/../', '//', 'x'.repeat(250), ' ');
    const secret = fc.tuple(anyText(20), bads);
    fc.assert(fc.property(secret, anyInput, ([text, bad], input) => {
      const embed = checkEmbed({ ...input, room: `s3cret${text}${bad}s3cret` }, settings);
      if (Array.isArray(embed)) expect(JSON.stringify(embed)).not.toContain('s3cret');
    }), { numRuns: 300 });
  });
});

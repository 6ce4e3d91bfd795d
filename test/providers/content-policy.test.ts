import { describe, expect, it } from 'vitest';
import { decidingDirective, refusedTypes, refusingDirective } from '../../src/providers/content-policy.js';

const plain = { origin: 'https://meet.example.eu', nonce: '', integrity: undefined };
const other = (origin: string) => ({ ...plain, origin });

describe('the directive that decides', () => {
  it.each([
    ['script-src-elem a; script-src b; default-src c', 'script', 'script-src-elem', ['a']],
    ['default-src c; script-src b d', 'script', 'script-src', ['b', 'd']],
    [' DEFAULT-SRC  c ;', 'script', 'default-src', ['c']],
    ['child-src a; frame-src b', 'frame', 'frame-src', ['b']],
    ['default-src c; child-src a', 'frame', 'child-src', ['a']],
    ['default-src', 'frame', 'default-src', []],
    ['script-src a; script-src b', 'script', 'script-src', ['a']],
  ] as const)('of %s for a %s is %s', (policy, need, ...[name, sources]) => {
    expect(decidingDirective(policy, need)).toEqual({ name, sources });
  });

  it.each([['', 'script'], ['style-src a', 'script'], ['script-src a', 'frame'], ['frame-src a', 'script']] as const)(
    'of "%s" for a %s is none',
    (policy, need) => expect(decidingDirective(policy, need)).toBeUndefined(),
  );
});

describe('a policy', () => {
  it.each([
    ['*', plain.origin], ['https:', plain.origin], ['http:', plain.origin], ['https://*', plain.origin],
    ['https://meet.example.eu', plain.origin], ['http://meet.example.eu', plain.origin], ['MEET.example.eu', plain.origin],
    ['https://meet.example.eu/', plain.origin], ['https://meet.example.eu/external_api.js', plain.origin], ['*.example.eu', plain.origin],
    ['meet.example.eu:443', plain.origin], ['meet.example.eu:*', plain.origin],
    ['meet.example.eu:8443', 'https://meet.example.eu:8443'], ['https://meet.example.eu:*', 'https://meet.example.eu:8443'],
    ['*', 'https://meet.example.eu:8443'], ['https:', 'https://meet.example.eu:8443'], ['localhost:*', 'http://localhost:8000'],
    ["'self' https://meet.example.eu", plain.origin],
  ])('with the source %s lets %s in', (source, origin) => {
    expect(refusingDirective(`default-src ${source}`, 'script', other(origin))).toBeUndefined();
    expect(refusingDirective(`default-src ${source}`, 'frame', other(origin))).toBeUndefined();
  });

  it.each([
    ['', plain.origin], ["'none'", plain.origin], ["'self'", plain.origin], ['data:', plain.origin], ['blob:', plain.origin],
    ['https://example.eu', plain.origin], ['https://meet.example.eu.evil.example', plain.origin], ['*.meet.example.eu', plain.origin],
    ['wss://meet.example.eu', plain.origin], ['meet.example.eu:8443', plain.origin], ['meet.example.eu', 'https://meet.example.eu:8443'],
    ['*.example.eu', 'https://notexample.eu'], ['https://localhost:8000', 'http://localhost:8000'], ["'unsafe-inline'", plain.origin],
    ['https://*', 'https://meet.example.eu:8443'],
  ])('with the source "%s" keeps %s out', (source, origin) => {
    expect(refusingDirective(`default-src ${source}`, 'script', other(origin))).toBe('default-src');
    expect(refusingDirective(`default-src ${source}`, 'frame', other(origin))).toBe('default-src');
  });

  it.each([
    ["script-src 'nonce-abc'", { ...plain, nonce: 'abc' }],
    ["script-src 'nonce-abc' 'strict-dynamic'", plain],
    ["script-src 'sha384-xyz'", { ...plain, integrity: 'sha384-xyz' }],
  ])('%s lets a script in that carries what it asks for', (policy, marks) => {
    expect(refusingDirective(policy, 'script', marks)).toBeUndefined();
  });

  it.each([
    ["script-src 'nonce-abc'", plain], ["script-src 'nonce-abc'", { ...plain, nonce: 'def' }], ["script-src 'sha384-xyz'", { ...plain, integrity: 'sha384-abc' }],
  ])('%s keeps a script out that does not carry it', (policy, marks) => {
    expect(refusingDirective(policy, 'script', marks)).toBe('script-src');
  });

  it('lets no frame in for what a script carries', () => {
    const policy = "default-src 'nonce-abc' 'strict-dynamic'";
    expect(refusingDirective(policy, 'frame', { ...plain, nonce: 'abc' })).toBe('default-src');
  });
});

describe('Trusted Types policies', () => {
  it.each([
    ['', []], ["require-trusted-types-for 'script'", []], ['trusted-types *', []], ['Trusted-Types lit-html  jitsi-gate', []],
    ['trusted-types lit-html', ['jitsi-gate']], ['trusted-types jitsi-gate', ['lit-html']], ['trusted-types JITSI-GATE lit-html', ['jitsi-gate']],
    ['trusted-types', ['lit-html', 'jitsi-gate']], ["trusted-types 'none'", ['lit-html', 'jitsi-gate']],
    ["trusted-types lit-html 'allow-duplicates'; trusted-types jitsi-gate", ['jitsi-gate']],
  ])('that "%s" lets nobody make are %j', (policy, refused) => {
    expect(refusedTypes(policy, ['lit-html', 'jitsi-gate'])).toEqual(refused);
  });
});

import { describe, expect, it } from 'vitest';
import { docsAddition, docsPolicy } from '../../e2e/support/docs-policies.js';
import type { ConfigInput } from '../../src/config/schema.js';
import { HEADER_FORMATS } from '../../src/desk/header-formats.js';
import { mergePolicy } from '../../src/desk/merge-policy.js';
import { type PolicyOptions, contentPolicy, deskSettings, permissionsPolicy, policyText } from '../../src/desk/policy.js';
import { clinic, minimal } from '../support/sample-config.js';

const policyOf = (config: Partial<ConfigInput> = {}, options: Partial<PolicyOptions> = {}): string => policyText(contentPolicy(deskSettings({ ...minimal, ...config }), { form: 'hosts', ...options }));
const directive = (policy: string, name: string): string | undefined => policy.split('; ').find((one) => one.startsWith(`${name} `));

describe('the policy for a configuration', () => {
  // e2e/docs-policies.spec.ts proves in a browser that these are enough, and that nothing can be left away.
  it('is the one that the docs give, for each form', () => {
    expect(policyOf()).toBe(docsPolicy('api-hosts'));
    expect(policyOf({}, { form: 'nonce' })).toBe(docsPolicy('api-nonce'));
    expect(policyOf({ mode: 'frame' })).toBe(docsPolicy('frame'));
  });

  it('has what the docs add for receipts and posters, and for a file of configuration', () => {
    expect(policyOf({ receipts: '/receipts' })).toContain(`; ${docsAddition('receipts')};`);
    expect(policyOf({}, { uses: ['poster'] })).toContain(`; ${docsAddition('data-jitsi-poster')};`);
    expect(policyOf({}, { uses: ['config-file'] })).toContain("; connect-src 'self';");
  });

  it('lets in each server once, scripts of those alone whose script is loaded, and none that is only linked to', () => {
    const policy = policyOf({
      operators: {
        clinic, again: { ...clinic, name: 'Again' },
        club: { domain: 'club.example.org:8443', name: 'Club', country: 'FR', software: 'galene' },
        state: { domain: 'cloud.example.net', name: 'State', country: 'FR', embeddable: false },
        jaas: { domain: '8x8.vc', appId: 'vpaas-magic-cookie-1a2b' },
      },
    });
    expect(directive(policy, 'script-src')).toBe("script-src 'self' https://meet.example.eu https://8x8.vc");
    expect(directive(policy, 'frame-src')).toBe('frame-src https://meet.example.eu https://club.example.org:8443 https://8x8.vc');
  });

  it('asks for no policy of Trusted Types that nothing makes', () => {
    expect(directive(policyOf({ operators: { club: { ...clinic, software: 'visio' } } }), 'trusted-types')).toBe('trusted-types lit-html');
  });

  it('lets in the host of the gate’s own files where that is another one', () => {
    expect(directive(policyOf({ files: 'https://static.example.eu/gate/' }), 'script-src')).toBe("script-src 'self' https://static.example.eu https://meet.example.eu");
    expect(directive(policyOf({ files: '/gate/' }), 'script-src')).toBe("script-src 'self' https://meet.example.eu");
  });
});

describe('the permissions for a configuration', () => {
  it('are those of the frame, for the page and that server', () => {
    const text = permissionsPolicy(deskSettings(minimal));
    expect(text).toContain('camera=(self "https://meet.example.eu"), ');
    expect(text.match(/\w[\w-]*=/g)).toEqual(['autoplay=', 'camera=', 'clipboard-write=', 'compute-pressure=', 'display-capture=', 'fullscreen=', 'microphone=', 'screen-wake-lock=', 'speaker-selection=']);
  });

  it('are those of other software and of the owner, too', () => {
    const text = permissionsPolicy(deskSettings({ ...minimal, operators: { clinic, club: { domain: 'club.example.org', name: 'Club', country: 'FR', software: 'galene' } }, frame: { allow: ['hid'] } }));
    expect(text).toContain('camera=(self "https://meet.example.eu" "https://club.example.org")');
    expect(text).toContain('speaker-selection=(self "https://meet.example.eu")');
    expect(text).toContain('hid=(self "https://meet.example.eu" "https://club.example.org")');
  });
});

describe('a policy that a site has already', () => {
  const ours = contentPolicy(deskSettings({ ...minimal, receipts: '/receipts' }), { form: 'hosts', uses: ['poster'] });

  it.each([
    ['has a wide directive, which stays as it is', "default-src 'self'; style-src 'self' 'unsafe-inline'",
      "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' https://meet.example.eu; frame-src 'self' https://meet.example.eu"],
    ['names what decides, which gets what is missing', "default-src 'none'; script-src 'self' https://cdn.example; frame-src 'none'; img-src *; connect-src https://api.example",
      "default-src 'none'; script-src 'self' https://cdn.example https://meet.example.eu; frame-src https://meet.example.eu; img-src *; connect-src https://api.example 'self'"],
    ['has a nonce, which is handed on', "script-src 'nonce-abc' 'strict-dynamic'; frame-src https://meet.example.eu", "script-src 'nonce-abc' 'strict-dynamic'; frame-src https://meet.example.eu"],
    ['has a directive for script elements', "script-src-elem 'self'; script-src 'none'", "script-src-elem 'self' https://meet.example.eu; script-src 'none'"],
    ['has a directive for frames of old', "child-src 'self' 'unsafe-hashes'", "child-src 'self' 'unsafe-hashes'; frame-src 'self' https://meet.example.eu"],
    ['lists its Trusted Types', "require-trusted-types-for 'script'; trusted-types own", "require-trusted-types-for 'script'; trusted-types own jitsi-gate lit-html"],
    ['forbids all Trusted Types', "trusted-types 'none'", 'trusted-types jitsi-gate lit-html'],
    ['is a sandbox', 'sandbox allow-forms', 'sandbox allow-forms allow-scripts allow-same-origin'],
    ['says nothing of it', "base-uri 'none'; frame-ancestors 'self'", "base-uri 'none'; frame-ancestors 'self'"],
    ['is empty', '', ''],
    ['lets everything in', 'default-src *', 'default-src *'],
    ['has a directive twice, of which the first counts', "frame-src 'self'; frame-src *", "frame-src 'self' https://meet.example.eu"],
    ['is written in capitals', "DEFAULT-SRC 'NONE'", "default-src 'NONE'; script-src 'self' https://meet.example.eu; frame-src https://meet.example.eu; img-src 'self'; connect-src 'self'"],
  ])('%s', (_, existing, merged) => expect(policyText(mergePolicy(existing, ours))).toBe(merged));

  it('is not changed by a second time', () => {
    const once = policyText(mergePolicy("default-src 'self'", ours));
    expect(policyText(mergePolicy(once, ours))).toBe(once);
  });
});

describe('the headers for a server', () => {
  const made = { contentSecurityPolicy: "default-src 'none'; script-src 'nonce-…'", permissionsPolicy: 'camera=(self "https://meet.example.eu")' };

  it.each([
    ['plain', "Content-Security-Policy: default-src 'none'; script-src 'nonce-…'\nPermissions-Policy: camera=(self \"https://meet.example.eu\")\n"],
    ['nginx', "add_header Content-Security-Policy \"default-src 'none'; script-src 'nonce-…'\" always;\nadd_header Permissions-Policy 'camera=(self \"https://meet.example.eu\")' always;\n"],
    ['apache', "Header always set Content-Security-Policy \"default-src 'none'; script-src 'nonce-…'\"\nHeader always set Permissions-Policy \"camera=(self \\\"https://meet.example.eu\\\")\"\n"],
    ['caddy', "header Content-Security-Policy \"default-src 'none'; script-src 'nonce-…'\"\nheader Permissions-Policy \"camera=(self \\\"https://meet.example.eu\\\")\"\n"],
    ['netlify', "/*\n  Content-Security-Policy: default-src 'none'; script-src 'nonce-…'\n  Permissions-Policy: camera=(self \"https://meet.example.eu\")\n"],
    ['meta', "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-…'\">\n<!-- Permissions-Policy is a header only; without one nothing is forbidden. -->\n"],
  ] as const)('%s has each on one line', (format, text) => {
    const written = HEADER_FORMATS[format](made);
    expect(written.replace(/^(#.*|<!-- Put.*)\n/, '')).toBe(text);
    // What has to be put in its place is said where a line of comment can be.
    expect(/Put the nonce/.test(written)).toBe(format !== 'plain');
    for (const line of written.split('\n')) expect((line.match(/Content-Security-Policy|Permissions-Policy/g) ?? []).length).toBeLessThan(2);
  });

  it('leave markup of nobody open', () => {
    expect(HEADER_FORMATS.meta({ ...made, contentSecurityPolicy: 'img-src "><script>' })).toContain('content="img-src &quot;&gt;&lt;script&gt;"');
  });
});

import { describe, expect, it } from 'vitest';
import { readOperator } from '../../../src/config/operator.js';
import { commonProblems, operatorProblems, violationProblem, type PageFacts } from '../../../src/page/owner/page-problems.js';
import { OTHERS } from '../../../src/facts/software/others.js';
import type { Violation } from '../../../src/providers/page-policy.js';
import { clinic } from '../../support/sample-config.js';

const fine: PageFacts = { isSecure: true, isSandboxed: false, hasToken: false, hasAddress: false, isIsolated: false, isFramed: false, needs: ['script', 'frame'], nonce: '', policies: [] };
const origin = 'https://meet.example.eu';
const operator = readOperator('clinic', clinic);

const lines = (facts: Partial<PageFacts>, forbidden: readonly string[] = []): string[] =>
  operatorProblems({ ...fine, ...facts }, operator, forbidden).map(({ code, message }) => `${code}: ${message}`);

describe('another software', () => {
  const galene = readOperator('clinic', { ...clinic, software: 'galene' });

  it('needs a frame only, so a policy without the operator’s script is fine', () => {
    const policies = [`script-src 'self'; frame-src ${origin}`];
    expect(operatorProblems({ ...fine, policies }, galene, [])).toEqual([]);
    expect(operatorProblems({ ...fine, policies }, operator, [])).toHaveLength(1);
    expect(operatorProblems({ ...fine, policies: ["frame-src 'self'"] }, galene, [])).toHaveLength(1);
  });

  it('whose addresses only the site can make is told to have getUrl', () => {
    const bbb = Object.assign(readOperator('clinic', { ...clinic, software: 'bigbluebutton' }), { known: OTHERS.bigbluebutton });
    expect(operatorProblems(fine, bbb, []).map(({ code }) => code)).toEqual(['address']);
    expect(operatorProblems({ ...fine, hasAddress: true }, bbb, [])).toEqual([]);
  });
});

describe('a page', () => {
  it('that keeps nothing from a meeting has no problem', () => {
    expect([commonProblems(fine, 183), lines({}), lines({ isFramed: true })]).toEqual([[], [], []]);
  });

  it('without a secure context is told to use https', () => {
    expect(commonProblems({ ...fine, isSecure: false }, 1)).toEqual([{ code: 'insecure', message: expect.stringContaining('over https') }]);
  });

  it('whose decisions count longer than authorities recommend is told the days', () => {
    expect(commonProblems(fine, 184)).toEqual([{ code: 'max-age', message: 'maxAgeDays is 184; authorities recommend at most 183 days' }]);
  });

  it.each([
    ['trusted-types lit-html', fine.needs, ['jitsi-gate']],
    ['trusted-types other', fine.needs, ['lit-html', 'jitsi-gate']],
    ['trusted-types lit-html', ['frame'], []],
    ['trusted-types other', ['frame'], ['lit-html']],
    ['trusted-types jitsi-gate lit-html', fine.needs, []],
  ] as const)('with the policy %s that needs %j is told to add %j', (policy, needs, names) => {
    expect(commonProblems({ ...fine, policies: [policy], needs }, 1)).toEqual(
      names.map((name) => ({ code: 'csp', message: `the page's Content-Security-Policy refuses the gate's Trusted Types; add ${name} to trusted-types` })),
    );
  });

  it.each([
    [['camera'], `Permissions-Policy: camera=(self "${origin}")`],
    [['camera', 'microphone'], `Permissions-Policy: camera=(self "${origin}"), microphone=(self "${origin}")`],
  ])('that forbids %s is told the header to send', (forbidden, header) => {
    const said = lines({}, forbidden);
    expect(said).toEqual([expect.stringMatching(/^permissions-policy: /)]);
    expect(said[0]).toContain(header);
    expect(said[0]).not.toContain('allow=');
  });

  it('in a frame that forbids it is told the frame’s attribute, too', () => {
    expect(lines({ isFramed: true }, ['camera', 'microphone'])[0]).toContain('allow="camera; microphone"');
  });

  it('that is isolated is told the headers that the server lacks and the one to leave away', () => {
    const said = lines({ isIsolated: true });
    expect(said).toEqual([expect.stringMatching(/^coep: /)]);
    for (const word of [origin, 'Cross-Origin-Embedder-Policy', 'Cross-Origin-Resource-Policy: cross-origin']) expect(said[0]).toContain(word);
  });

  it.each([
    ["default-src 'self'", [`script-src 'self' ${origin}`, 'default-src'], [`frame-src 'self' ${origin}`, 'default-src']],
    ["default-src 'none'", [`script-src ${origin}`, 'default-src'], [`frame-src ${origin}`, 'default-src']],
    ["default-src 'self' 'unsafe-inline' 'nonce-x' data: *.cdn.example", [`script-src 'self' 'unsafe-inline' 'nonce-x' data: *.cdn.example ${origin}`, 'default-src'], [`frame-src 'self' data: *.cdn.example ${origin}`, 'default-src']],
    ["script-src *; child-src 'self'", undefined, [`frame-src 'self' ${origin}`, 'child-src']],
    ["script-src *; child-src 'NONE'", undefined, [`frame-src ${origin}`, 'child-src']],
  ] as const)('with the policy %s is told a directive of its own, and to leave the wide one', (policy, ...[script, frame]) => {
    const told = [['script', script], ['frame', frame]].flatMap(([need, said]) => (
      said ? [`csp: the page's Content-Security-Policy refuses the ${need} of ${origin}; add the directive ${said[0]} and leave ${said[1]} as it is`] : []));
    expect(lines({ policies: [policy] })).toEqual(told);
  });

  it('in a sandbox that takes its origin away is told so', () => {
    expect(commonProblems({ ...fine, isSandboxed: true }, 1)).toEqual([{ code: 'csp', message: expect.stringContaining('allow-same-origin') }]);
  });

  it.each([
    ['localhost:8443', ['script', 'frame'], 1],
    ['127.0.0.1', ['script', 'frame'], 1],
    ['[::1]:8080', ['script', 'frame'], 1],
    ['localhost:8443', ['frame'], 0],
    ['localhost.example.eu', ['script', 'frame'], 0],
  ] as const)('with a server on %s that needs %j is told %i time that its script cannot open it', (domain, needs, times) => {
    const here = readOperator('here', { ...clinic, domain });
    const told = operatorProblems({ ...fine, needs }, here, []).filter(({ code }) => code === 'loopback');
    expect(told.map(({ message }) => message.includes(`http://${domain} need mode: frame`))).toEqual(Array.from({ length: times }, () => true));
  });

  it.each([
    ['8x8.vc', false, 1], ['eu.8x8.vc', false, 1], ['8x8.vc', true, 0], ['meet.example.eu', false, 0], ['meet.jit.si', false, 0],
  ] as const)('with %s, and something that gives a token: %s, is told %i time that one is needed', (domain, hasToken, times) => {
    const jaas = readOperator('jaas', { ...clinic, domain, appId: 'vpaas-magic-cookie-1' });
    expect(operatorProblems({ ...fine, hasToken }, jaas, []).filter(({ code }) => code === 'jaas')).toHaveLength(times);
  });

  it.each([
    [["script-src 'self'"], [['script', 'script-src']]],
    [["script-src-elem 'self'; script-src *"], [['script', 'script-src-elem']]],
    [[`script-src ${origin}`, "frame-src 'none'"], [['frame', 'frame-src']]],
    [[`default-src ${origin}`, "style-src 'none'"], []],
  ])('with the policies %j is told what to add where', (policies, refused) => {
    expect(lines({ policies })).toEqual(
      refused.map(([need, directive]) => `csp: the page's Content-Security-Policy refuses the ${need} of ${origin}; add ${origin} to ${directive}`),
    );
  });
});

describe('what a policy refused', () => {
  const script: Violation = {
    blockedURI: `${origin}/external_api.js`, disposition: 'enforce', effectiveDirective: 'script-src-elem', originalPolicy: "script-src 'self'; frame-src 'self'",
  };
  const frame: Violation = { ...script, blockedURI: `${origin}/secret-room`, effectiveDirective: 'frame-src' };
  const read = (violation: Violation): string | undefined => violationProblem(violation, ['https://other.example', origin])?.message;

  it('is said with the directive that the policy has, and in the words of the same finding in the markup', () => {
    const [found] = operatorProblems({ ...fine, policies: ["script-src 'self'"] }, operator, []);
    expect(read(script)).toBe(found?.message);
  });

  it.each([
    [frame, 'frame-src'],
    [{ ...script, originalPolicy: '' }, 'script-src-elem'],
    [{ ...frame, blockedURI: origin }, 'frame-src'],
  ])('%j is to be allowed in %s', (violation, directive) => {
    expect(read(violation)).toMatch(new RegExp(`add ${origin} to ${directive}$`));
  });

  it.each([
    [`script-src 'self' ${origin}`, 'script-src'],
    [`default-src ${origin}/`, 'default-src'],
    ["script-src *.example.eu", 'script-src'],
  ])('is a redirect, and nothing to add, where %s lets the operator in', (originalPolicy, directive) => {
    expect(read({ ...script, originalPolicy })).toMatch(new RegExp(`${origin}; ${directive} admits it, so that server redirected to another one`));
    expect(read({ ...script, originalPolicy })).not.toContain('add');
  });

  it.each([`${origin}/other.js`, '*.example.eu/libs/', `https://*:*/x.js`])('may be a matter of its path where only %s lets the operator in', (source) => {
    expect(read({ ...script, originalPolicy: `script-src ${source}` })).toMatch(new RegExp(`add ${origin} to script-src$`));
  });

  it('is said without the room', () => {
    expect(read(frame)).not.toContain('secret-room');
  });

  it.each([
    { ...script, disposition: 'report' as const },
    { ...script, blockedURI: 'https://elsewhere.example/x.js' },
    { ...script, blockedURI: `${origin}.evil.example/x.js` },
    { ...script, blockedURI: 'inline' },
    { ...script, blockedURI: '' },
    { ...script, effectiveDirective: 'img-src' },
  ])('is not ours to speak of: %j', (violation) => {
    expect(read(violation)).toBeUndefined();
  });
});

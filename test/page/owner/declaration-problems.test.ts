import { describe, expect, it } from 'vitest';
import type { ConfigInput, OperatorInput } from '../../../src/config/schema.js';
import { declarationProblems, languageProblems } from '../../../src/page/owner/declaration-problems.js';
import { sampleOperator, sampleSettings } from '../../support/sample-config.js';

const lines = (facts: Partial<OperatorInput>, options: Partial<ConfigInput> = {}, lang = 'de-AT'): string[] => (
  declarationProblems(sampleOperator(facts), sampleSettings(options), lang).map(({ code, message }) => `${code}: ${message}`));
const direct = { jitsi: { configOverwrite: { p2p: { enabled: true } } } };

describe('what an owner has not declared', () => {
  it('is nothing of an operator that says the least', () => {
    expect(lines({})).toEqual([]);
  });

  it('is the server that direct connections ask', () => {
    expect(lines({}, direct)).toEqual([expect.stringMatching(/^recipients: .*meet-jit-si-turnrelay\.jitsi\.net.*operators\.clinic\.recipients/)]);
  });

  it.each<[string, Partial<OperatorInput>, Partial<ConfigInput>]>([
    ['who runs it is declared', { recipients: [{ name: '8x8, Inc.', country: 'US', purpose: 'STUN' }] }, direct],
    ['it is declared as a host', { hosts: ['meet-jit-si-turnrelay.jitsi.net'] }, direct],
    ['the owner names another', {}, { jitsi: { configOverwrite: { p2p: { enabled: true, stunServers: [{ urls: 'stun:stun.example.eu' }] } } } }],
  ])('is not told where %s', (...[, facts, options]) => {
    expect(lines(facts, options)).toEqual([]);
  });

  it('is each text that lacks the page’s language, by its path', () => {
    const fr = { fr: 'x' };
    expect(lines({
      privacyUrl: { fr: '/x' },
      retention: { 'de-CH': 'x' },
      recipients: [{ name: 'A', country: 'DE', purpose: 'x' }, { name: 'B', country: 'DE', purpose: fr }],
      alternatives: [{ label: fr, url: { fr: '/a' } }],
    }, { privacyUrl: { fr: '/p' }, legalBasis: fr })).toEqual([
      'privacyUrl', 'legalBasis', 'operators.clinic.privacyUrl', 'operators.clinic.retention', 'operators.clinic.recipients.1.purpose', 'operators.clinic.alternatives.0.label', 'operators.clinic.alternatives.0.url',
    ].map((path) => `texts: ${path} has no text in de-AT; another language is shown`));
  });

  it.each([['de', { de: 'x' }], ['de-AT', { de: 'x' }], ['de-AT', { 'de-AT': 'x' }], ['de', 'x']] as const)('is no text in %s of %j', (lang, retention) => {
    expect(lines({ retention }, {}, lang)).toEqual([]);
  });
});

describe('a language of the owner’s own', () => {
  it('that is not complete is told with what it lacks', () => {
    const [problem, other] = languageProblems(sampleSettings({ messages: { ca: { accept: 'Carrega', intro: 'x' }, de: { accept: 'Los' } } }));
    expect(other).toBeUndefined();
    expect(problem?.message).toMatch(/^messages\.ca lacks \d{2,3} texts, which are shown in English: title, titleNamed, operator/);
    expect(problem?.message).not.toMatch(/[ ,](accept|intro),/);
  });

  it('that has all texts has no problem', () => {
    const all = Object.fromEntries((/English: (.*)$/.exec(languageProblems(sampleSettings({ messages: { ca: {} } }))[0]?.message ?? '')?.[1] ?? '').split(', ').map((key) => [key, 'x']));
    expect(Object.keys(all).length).toBeGreaterThan(130);
    expect(languageProblems(sampleSettings({ messages: { ca: all } }))).toEqual([]);
  });
});

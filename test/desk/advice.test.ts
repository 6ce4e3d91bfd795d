import { describe, expect, it } from 'vitest';
import { adviseOn } from '../../src/desk/advice.js';
import { clinic, minimal } from '../support/sample-config.js';

/** An operator that says all that visitors and the privacy notice need. */
const told = {
  ...clinic, role: 'processor', privacyUrl: 'https://meet.example.eu/privacy', retention: 'Seven days', alternatives: [{ label: 'Call us', url: 'tel:+49301234' }],
  analytics: false, recording: 'never', transcription: 'never', livestream: 'never',
};
const whole = { operators: { clinic: told }, privacyUrl: '/privacy', site: 'Practice', receipts: '/receipts' };

const paths = (config: unknown, severity?: string): string[] => adviseOn(config).filter((one) => !severity || one.severity === severity).map(({ path }) => path);

describe('advice on a configuration', () => {
  it('says nothing where all is told', () => expect(adviseOn(whole)).toEqual([]));

  it('names everything that is wrong, with what was found and what to write, and nothing else then', () => {
    const found = adviseOn({ operators: { clinic: { domain: 'https://x' } }, basis: 'no', extra: 1 });
    expect(found.every(({ severity }) => severity === 'high')).toBe(true);
    expect(found.map(({ path }) => path).toSorted()).toEqual(['basis', 'extra', 'operators.clinic.country', 'operators.clinic.domain', 'operators.clinic.name', 'privacyUrl']);
    expect(found.find(({ path }) => path === 'basis')).toMatchObject({ problem: 'found "no"', remedy: 'write "consent" or "requested-service"' });
  });

  it('names what is weak in the least that works', () => {
    expect(paths(minimal, 'low').toSorted()).toEqual(['operators.clinic.alternatives', 'operators.clinic.livestream', 'operators.clinic.privacyUrl', 'operators.clinic.recording', 'operators.clinic.retention', 'operators.clinic.role', 'operators.clinic.transcription', 'site']);
    expect(paths(minimal, 'info').toSorted()).toEqual(['operators.clinic.analytics', 'receipts']);
  });

  it.each([
    ['a transfer without a safeguard', { ...whole, operators: { clinic: { ...told, country: 'US' } } }, 'medium', 'operators.clinic.transfer.tool'],
    ['a host abroad without one', { ...whole, operators: { clinic: { ...told, hosting: { name: 'Host, Inc.', country: 'US' } } } }, 'medium', 'operators.clinic.transfer.tool'],
    ['meet.jit.si', { ...whole, operators: { clinic: { ...told, domain: 'meet.jit.si', transfer: { tool: 'scc' }, country: 'US' } } }, 'medium', 'operators.clinic.domain'],
    ['JaaS without tokens', { ...whole, operators: { clinic: { ...told, domain: '8x8.vc', appId: 'vpaas-magic-cookie-1', transfer: { tool: 'dpf' }, country: 'US' } } }, 'info', 'operators.clinic.appId'],
    ['a long time', { ...whole, maxAgeDays: 200 }, 'low', 'maxAgeDays'],
    ['direct connections by the server of others', { ...whole, jitsi: { configOverwrite: { p2p: { enabled: true } } } }, 'medium', 'jitsi.configOverwrite'],
    ['a start that cannot be', { ...whole, start: 'auto', remember: 'never' }, 'info', 'start'],
    ['no storage', { ...whole, storage: 'memory' }, 'info', 'storage'],
  ])('names %s', (...[, config, severity, path]) => expect(adviseOn(config).map((one) => [one.severity, one.path])).toEqual([[severity, path]]));

  it('has the worst first', () => {
    const found = adviseOn({ ...minimal, operators: { clinic: { ...clinic, country: 'US' } } }).map(({ severity }) => severity);
    expect(found[0]).toBe('medium');
    expect(found.at(-1)).toBe('info');
  });

  it.each([null, [], 'x', 7, undefined])('says of what is no configuration that it is none: %j', (config) => expect(adviseOn(config)).toMatchObject([{ severity: 'high', path: 'configuration' }]));
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { pathsOf } from '../support/issues-of.js';
import { clinic, full, fullOperator, minimal } from '../support/sample-config.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const script = 'javascript';
const options = (values: object): object => ({ ...minimal, ...values });
const operator = (facts: object): object => options({ operators: { clinic: { ...clinic, ...facts } } });

describe('a right configuration', () => {
  it.each([
    ['that says the least', minimal],
    ['that says everything', full],
    ['whose only operator says everything', options({ operators: { abroad: fullOperator } })],
    ['with a domain on this computer', operator({ domain: 'localhost:8000' })],
    ['with an IP address', operator({ domain: '192.168.0.1:8443' })],
    ['with an international domain', operator({ domain: 'bücher.example' })],
    ['with explicit undefined values', options({ site: undefined, audience: undefined, jitsi: undefined })],
    ['with the shortest times', options({ maxAgeDays: 1, timeout: 1000 })],
    ['with a frame in the mode api', options({ mode: 'api', frame: { referrerPolicy: 'origin' } })],
    ['with a frame in the mode frame', options({ mode: 'frame', frame: { allow: ['speaker-selection'] } })],
    ['with own texts in two languages', options({ messages: { en: { accept: 'Go' }, de: { accept: 'Los' } } })],
  ])('%s has no issues', (_, config) => {
    expect(checkConfig(config)).toEqual([]);
  });

  it.each(['meet.jit.si', 'MEET.JIT.SI'])('needs only the domain %s', (domain) => {
    expect(checkConfig(options({ operators: { a: { domain } } }))).toEqual([]);
  });

  it.each(['8x8.vc', 'frankfurt.8x8.vc', 'stage.8x8.vc'])('needs only the domain %s and the AppID', (domain) => {
    expect(checkConfig(options({ operators: { a: { domain, appId: 'vpaas-magic-cookie-1' } } }))).toEqual([]);
  });

  it.each([1, 183, 184, 395])('may ask anew after %i days', (maxAgeDays) => {
    expect(checkConfig(options({ maxAgeDays }))).toEqual([]);
  });
});

describe('a server that is not built in', () => {
  it.each(['evil8x8.vc', '8x8.vc.example.eu', 'meet.jit.si.example.eu', 'xmeet.jit.si', 'sub.meet.jit.si'])(
    'needs name and country: %s',
    (domain) => {
      expect(pathsOf(checkConfig(options({ operators: { a: { domain } } })))).toEqual(['operators.a.country', 'operators.a.name']);
    },
  );
});

describe('what does not go together', () => {
  const service = { basis: 'requested-service' };
  const noTransfer = { transfer: { tool: 'none-needed' } };

  it.each([
    ['JaaS without its AppID', { operators: { a: { domain: '8x8.vc' } } }, 'operators.a.appId', 'nothing'],
    ['JaaS on a subdomain without its AppID', { operators: { a: { domain: 'frankfurt.8x8.vc' } } }, 'operators.a.appId', 'nothing'],
    ['JaaS by name without its AppID', { operators: { a: { ...clinic, kind: 'jaas' } } }, 'operators.a.appId', 'nothing'],
    ['no transfer outside the EEA', { operators: { a: { ...clinic, country: 'US', ...noTransfer } } }, 'operators.a.transfer.tool', '"none-needed"'],
    ['no transfer to a public server', { operators: { a: { domain: 'meet.jit.si', ...noTransfer } } }, 'operators.a.transfer.tool', '"none-needed"'],
    ['a requested service on meet.jit.si', { ...service, operators: { a: { domain: 'meet.jit.si' } } }, 'basis', '"requested-service"'],
    ['a requested service on JaaS', { ...service, operators: { clinic, a: { domain: '8x8.vc', appId: 'vpaas-x' } } }, 'basis', '"requested-service"'],
    ['a requested service with analytics', { ...service, operators: { a: { ...clinic, analytics: true } } }, 'basis', '"requested-service"'],
    ['a default that is not declared', { defaultOperator: 'other' }, 'defaultOperator', '"other"'],
    ['a default that only objects have', { defaultOperator: 'toString' }, 'defaultOperator', '"toString"'],
    ['no operators', { operators: {} }, 'operators', 'none'],
  ])('is an error: %s', (...[, values, path, found]) => {
    expect(checkConfig(options(values))).toEqual([{ path, found, expected: expect.stringMatching(/\w/) }]);
  });

  it('allows a requested service on a server of one’s own', () => {
    expect(checkConfig(options(service))).toEqual([]);
  });

  it('allows no transfer inside the EEA', () => {
    for (const country of ['DE', 'IS', 'LI', 'NO', 'SI']) {
      expect(checkConfig(operator({ country, transfer: { tool: 'none-needed' } })), country).toEqual([]);
    }
  });

  it.each(['CH', 'GB', 'US', 'UK', 'EU'])('allows no transfer of none to %s', (country) => {
    expect(pathsOf(checkConfig(operator({ country, transfer: { tool: 'none-needed' } })))).toEqual(['operators.clinic.transfer.tool']);
  });
});

describe('all errors', () => {
  it('are found at once, each at its path', () => {
    const issues = checkConfig({
      operators: {
        a: { domain: 'https://x', country: 'de', extra: 1 },
        b: 'meet.example.eu',
        c: { ...clinic, transfer: { tool: 'magic' } },
      },
      defaultOperator: 'd',
      audience: 'everyone',
      storrage: 'local',
      jitsi: { config: {} },
    });
    expect(pathsOf(issues)).toEqual([
      'audience', 'defaultOperator', 'jitsi.config', 'operators.a.country', 'operators.a.domain', 'operators.a.extra',
      'operators.a.name', 'operators.b', 'operators.c.transfer.tool', 'privacyUrl', 'storrage',
    ]);
  });

  it('of one operator are found at once, also what does not go together', () => {
    const issues = checkConfig(options({ operators: { a: { domain: '8x8.vc', role: 'boss' } } }));
    expect(pathsOf(issues)).toEqual(['operators.a.appId', 'operators.a.role']);
  });

  it('are found at once beside a reserved key', () => {
    const issues = checkConfig(JSON.parse('{"operators":{},"audience":"everyone","__proto__":{"x":1}}'));
    expect(pathsOf(issues)).toEqual(['__proto__', 'audience', 'operators', 'privacyUrl']);
  });
});

describe('anything else', () => {
  it.each([
    ['null', null, 'null'],
    ['a text', `${script}:x`, `"${script}:x"`],
    ['a number', 5, '5'],
    ['a list', [minimal], 'a list'],
    ['nothing', undefined, 'nothing'],
  ])('is no configuration: %s', (_, raw, found) => {
    expect(checkConfig(raw)).toEqual([expect.objectContaining({ expected: 'an object', found })]);
  });
});

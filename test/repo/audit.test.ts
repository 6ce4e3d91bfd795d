import { describe, expect, it } from 'vitest';
import { readAudit } from '../support/audit.js';
import { readRepoFile } from '../support/repo-files.js';

const found = (total: unknown): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { low: 0, total } } });

describe('reading an audit', () => {
  it.each([
    ['none', found(0), 'clean'],
    ['a low one', found(1), 'vulnerable'],
  ])('takes an answer that counts %s as %s', (_, text, result) => expect(readAudit(text)).toBe(result));

  it.each([
    ['a registry that refuses to answer', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } })],
    ['no network', JSON.stringify({ message: 'request failed', error: { code: 'ENOTFOUND' } })],
    ['an answer without a sum', found(undefined)],
    ['a sum that is no number', found('0')],
    ['half an answer', '{"metadata":'],
    ['nothing', ''],
  ])('never takes %s for a clean one', (_, text) => expect(readAudit(text)).toBe('unasked'));
});

describe('publishing', () => {
  it('asks for known vulnerabilities of any level, and ends where there are some or no answer comes', () => {
    const { scripts } = JSON.parse(readRepoFile('package.json')) as { scripts: Record<string, string> };
    expect(scripts['prepublishOnly']).toMatch(/^npm audit --omit=dev --audit-level=low && npm test$/);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GateError, describeIssue, describeValue } from '../../src/lib/errors.js';
import { anyText } from '../support/any-text.js';

describe('an issue', () => {
  it('names path, expected and found in one line', () => {
    expect(describeIssue({ path: 'operators.clinic.domain', expected: 'a host', found: '"https://x"' }))
      .toBe('operators.clinic.domain: expected a host, found "https://x"');
  });
});

describe('a GateError', () => {
  const issues = [
    { path: 'privacyUrl', expected: 'a link', found: 'nothing' },
    { path: 'audience', expected: '"general"', found: '"everyone"' },
    { path: 'timeout', expected: 'a whole number', found: '"soon"' },
  ];
  const error = new GateError('config', issues);

  it('is an error with a code of its own', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'GateError', code: 'config' });
  });

  it('carries every issue, in its message too', () => {
    expect(error.issues).toEqual(issues);
    expect(error.message.split('\n')).toEqual(issues.map(describeIssue));
  });
});

describe('a described value', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['', '""'],
    ['meet"x', '"meet\\"x"'],
    [5, '5'],
    [Number.NaN, 'NaN'],
    [false, 'false'],
    [[1, 2], 'a list'],
    [{ domain: 'x' }, 'an object'],
    [() => 1, 'a function'],
  ])('%j reads %s', (value, text) => {
    expect(describeValue(value)).toBe(text);
  });

  it('shows a text of 60 characters whole and cuts a longer one', () => {
    expect(describeValue('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(describeValue('x'.repeat(61))).toBe(`"${'x'.repeat(59)}…"`);
  });

  it.each([
    ['a text of 1 MB', 'x'.repeat(1_000_000)],
    ['a number of 500 digits', 10n ** 500n],
    ['a symbol', Symbol('x'.repeat(500))],
  ])('is short for %s', (_, value) => {
    expect(describeValue(value).length).toBeLessThanOrEqual(80);
  });

  it('is one line that is never over-long, whatever the value', () => {
    // Each of 60 characters can need six to be written: \u0000.
    const values = fc.oneof(fc.anything(), anyText(300), fc.object());
    fc.assert(fc.property(values, (value) => {
      expect(describeValue(value).length).toBeLessThanOrEqual(60 * 6 + 2);
      expect(describeValue(value)).not.toContain('\n');
    }));
  });
});

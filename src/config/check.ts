import { type GateIssue, describeValue } from '../lib/errors.js';
import { warnOnce } from '../lib/warn-once.js';
import { isPlainObject } from './fields.js';
import { joinPath, readIssues, reservedKeys } from './issues.js';
import { isInEea, readOperator, withBuiltIns } from './operator.js';
import { configSchema, operatorSchema } from './schema.js';

function checkOperator(key: string, raw: unknown): GateIssue[] {
  const input = isPlainObject(raw) ? withBuiltIns(raw) : raw;
  const path = ['operators', key];
  const parsed = operatorSchema.safeParse(input);
  if (!parsed.success) return readIssues(parsed.error, input, path);
  const { kind, appId, country, transfer } = readOperator(key, parsed.data);
  const issues: GateIssue[] = [];
  if (kind === 'jaas' && !appId) {
    issues.push({ path: joinPath(...path, 'appId'), expected: 'the AppID that JaaS gave you', found: 'nothing' });
  }
  if (transfer.tool === 'none-needed' && !isInEea(country)) {
    const expected = `what protects data sent to ${country}: "adequacy", "dpf", "scc", "art49" or "unknown"`;
    issues.push({ path: joinPath(...path, 'transfer', 'tool'), expected, found: '"none-needed"' });
  }
  return issues;
}

function checkOperators(operators: unknown, defaultOperator: unknown): GateIssue[] {
  if (!isPlainObject(operators)) return [];
  const keys = Object.keys(operators);
  if (keys.length === 0) return [{ path: 'operators', expected: 'at least one operator', found: 'none' }];
  const issues = keys.flatMap((key) => checkOperator(key, operators[key]));
  if (typeof defaultOperator === 'string' && !keys.includes(defaultOperator)) {
    const expected = `one of ${keys.map(describeValue).join(', ')}`;
    issues.push({ path: 'defaultOperator', expected, found: describeValue(defaultOperator) });
  }
  return issues;
}

/** Everything that is wrong with a configuration; an empty list if it may be used. */
export function checkConfig(raw: unknown): GateIssue[] {
  const reserved = reservedKeys(raw);
  if (reserved.length > 0) return reserved;
  const parsed = configSchema.safeParse(raw);
  const issues = parsed.success ? [] : readIssues(parsed.error, raw);
  const { operators, defaultOperator, maxAgeDays } = Object(raw) as Record<string, unknown>;
  if (Number(maxAgeDays) > 183) warnOnce('max-age', `maxAgeDays is ${String(maxAgeDays)}; authorities recommend at most 183 days`);
  return [...issues, ...checkOperators(operators, defaultOperator)];
}

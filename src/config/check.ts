import { type GateIssue, describeValue } from '../lib/errors.js';
import { isPlainObject } from './fields.js';
import { joinPath, readIssues, reservedKeys } from './issues.js';
import { type Operator, isInEea, kindOf, readOperator, withBuiltIns } from './operator.js';
import { configSchema, operatorSchema } from './schema.js';

function checkOperator(key: string, raw: unknown, basis: unknown): GateIssue[] {
  const input = isPlainObject(raw) ? withBuiltIns(raw) : raw;
  const parsed = operatorSchema.safeParse(input);
  const issues = parsed.success ? unfitFacts(readOperator(key, parsed.data), basis) : readIssues(parsed.error, input, ['operators', key]);
  return [...issues, ...needsAppId(key, input)];
}

/** Facts that are right on their own, but not together. */
function unfitFacts({ key, country, transfer, kind, analytics }: Operator, basis: unknown): GateIssue[] {
  const issues: GateIssue[] = [];
  if (transfer.tool === 'none-needed' && !isInEea(country)) {
    const expected = `what protects data sent to ${country}: "adequacy", "dpf", "scc", "art49" or "unknown"`;
    issues.push({ path: joinPath('operators', key, 'transfer', 'tool'), expected, found: '"none-needed"' });
  }
  // Who counts users or analyses use does more than the visitor asked for (law R19, R60).
  if (basis === 'requested-service' && (kind !== 'self-hosted' || analytics)) {
    issues.push({ path: 'basis', expected: `"consent", as ${key} is not self-hosted or has analytics`, found: describeValue(basis) });
  }
  return issues;
}

/** JaaS has a script and a path for each customer. */
function needsAppId(key: string, input: unknown): GateIssue[] {
  const { domain, kind, appId } = Object(input) as Record<string, unknown>;
  const isJaas = kind === 'jaas' || (kind === undefined && typeof domain === 'string' && kindOf(domain) === 'jaas');
  return isJaas && appId === undefined
    ? [{ path: joinPath('operators', key, 'appId'), expected: 'the AppID of JaaS', found: 'nothing' }]
    : [];
}

function checkMessages(messages: unknown): GateIssue[] {
  if (!isPlainObject(messages)) return [];
  return Object.entries(messages).flatMap(([lang, texts]) => {
    if (!isPlainObject(texts)) return [{ path: joinPath('messages', lang), expected: 'an object of texts', found: describeValue(texts) }];
    const wrong = Object.entries(texts).filter(([, text]) => typeof text !== 'string');
    return wrong.map(([key, text]) => ({ path: joinPath('messages', lang, key), expected: 'a text', found: describeValue(text) }));
  });
}

function checkOperators({ operators, defaultOperator, basis }: Record<string, unknown>): GateIssue[] {
  if (!isPlainObject(operators)) return [];
  const keys = Object.keys(operators);
  if (keys.length === 0) return [{ path: 'operators', expected: 'at least one operator', found: 'none' }];
  const issues = keys.flatMap((key) => checkOperator(key, operators[key], basis));
  if (typeof defaultOperator === 'string' && !keys.includes(defaultOperator)) {
    const expected = `one of ${keys.map(describeValue).join(', ')}`;
    issues.push({ path: 'defaultOperator', expected, found: describeValue(defaultOperator) });
  }
  return issues;
}

/** What only a frame of our own has. */
function checkFrame({ frame, mode }: Readonly<Record<string, unknown>>): GateIssue[] {
  return frame === undefined || mode === 'frame' ? [] : [{ path: 'frame', expected: 'mode: "frame"', found: describeValue(mode) }];
}

/** Everything that is wrong with a configuration; an empty list if it may be used. */
export function checkConfig(raw: unknown): GateIssue[] {
  const parsed = configSchema.safeParse(raw);
  const issues = parsed.success ? [] : readIssues(parsed.error, raw);
  const options = Object(raw) as Record<string, unknown>;
  const found = [...reservedKeys(raw), ...issues, ...checkMessages(options['messages']), ...checkOperators(options), ...checkFrame(options)];
  // A reserved key is an unknown one as well; it is named once.
  return found.filter(({ path }, index) => found.findIndex((issue) => issue.path === path) === index);
}

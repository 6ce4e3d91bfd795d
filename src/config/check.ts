import { type GateIssue, describeValue } from '../lib/errors.js';
import { warnOnce } from '../lib/warn-once.js';
import { isPlainObject } from './fields.js';
import { joinPath, readIssues, reservedKeys } from './issues.js';
import { isInEea, kindOf, readOperator, withBuiltIns } from './operator.js';
import { configSchema, operatorSchema } from './schema.js';

function checkOperator(key: string, raw: unknown): GateIssue[] {
  const input = isPlainObject(raw) ? withBuiltIns(raw) : raw;
  const path = ['operators', key];
  const parsed = operatorSchema.safeParse(input);
  if (!parsed.success) return [...readIssues(parsed.error, input, path), ...needsAppId(key, input)];
  const { country, transfer } = readOperator(key, parsed.data);
  if (transfer.tool !== 'none-needed' || isInEea(country)) return needsAppId(key, input);
  const expected = `what protects data sent to ${country}: "adequacy", "dpf", "scc", "art49" or "unknown"`;
  return [...needsAppId(key, input), { path: joinPath(...path, 'transfer', 'tool'), expected, found: '"none-needed"' }];
}

/** JaaS has a script and a path for each customer. */
function needsAppId(key: string, input: unknown): GateIssue[] {
  const { domain, kind, appId } = Object(input) as Record<string, unknown>;
  const isJaas = kind === 'jaas' || (kind === undefined && typeof domain === 'string' && kindOf(domain) === 'jaas');
  return isJaas && appId === undefined
    ? [{ path: joinPath('operators', key, 'appId'), expected: 'the AppID that JaaS gave you', found: 'nothing' }]
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

/** What only a frame of our own has. */
function checkFrame({ frame, mode }: Readonly<Record<string, unknown>>): GateIssue[] {
  return frame === undefined || mode === 'frame' ? [] : [{ path: 'frame', expected: 'mode: "frame"', found: describeValue(mode) }];
}

/** Everything that is wrong with a configuration; an empty list if it may be used. */
export function checkConfig(raw: unknown): GateIssue[] {
  const parsed = configSchema.safeParse(raw);
  const issues = parsed.success ? [] : readIssues(parsed.error, raw);
  const { operators, defaultOperator, maxAgeDays, messages } = Object(raw) as Record<string, unknown>;
  if (typeof maxAgeDays === 'number' && maxAgeDays > 183) {
    warnOnce('max-age', `maxAgeDays is ${maxAgeDays}; authorities recommend at most 183 days`);
  }
  const found = [...reservedKeys(raw), ...issues, ...checkMessages(messages), ...checkOperators(operators, defaultOperator), ...checkFrame(Object(raw) as Record<string, unknown>)];
  // A reserved key is an unknown one as well; it is named once.
  return found.filter(({ path }, index) => found.findIndex((issue) => issue.path === path) === index);
}

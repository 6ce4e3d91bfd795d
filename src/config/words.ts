import type { Fault } from '../lib/check-form.js';
import { type GateIssue, describeValue } from '../lib/errors.js';
import { withBuiltIns } from './built-ins.js';
import { PLACEHOLDER_RULES } from './placeholder-rules.js';
import { isMoreThanAsked } from './rules.js';

type Path = Fault['path'];
type Raw = Readonly<Record<string, unknown>>;

const LABEL = 'a text of 1 to 500 characters';
const UNREADABLE = 'values that can be read';
const LINKS = 'a link (https, mailto, tel, relative), or one for each language tag';
const COUNTRY = 'a country as two capital letters, like DE';

/** What a rule expects. */
const EXPECTED: Readonly<Record<string, string>> = {
  object: 'an object',
  list: 'a list',
  'unknown-key': 'no such option',
  unreadable: UNREADABLE,
  host: 'a host like meet.example.eu or meet.example.eu:8443',
  link: 'a link (https, mailto, tel, relative)',
  label: LABEL,
  labels: `${LABEL}, or one for each language tag`,
  links: LINKS,
  country: COUNTRY,
  date: 'a date like 2026-11-01',
  appId: 'a JaaS AppID',
  name: 'a name like jitsi-gate',
  integrity: 'a hash like sha384-…',
  lang: 'auto or a language tag like de',
  sandbox: 'allow-scripts allow-same-origin',
  permission: 'the name of a permission',
  domain: 'a parent domain of the page',
  needed: LABEL,
  customer: 'the AppID of JaaS',
  filled: 'at least one operator',
  reserved: 'another name',
  software: 'nothing: another software has that',
  platform: "a platform's name, or { name, instance }, or an adapter { name, read, subscribe }",
  services: "the platform's name for the service, or one for each operator's key",
};

/** The value that stands at a path, reading own properties only. Throws where reading does. */
function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (Object.hasOwn(Object(value), key) ? (value as Record<PropertyKey, unknown>)[key] : undefined), input);
}

/** Joins a path the way an owner would write it. */
function joinPath(path: Path): string {
  return path.map(String).join('.') || 'configuration';
}

/** What depends on the rest of the configuration. */
const RELATED: Readonly<Record<string, (raw: unknown, path: Path) => string>> = {
  declared: (raw) => `one of ${Object.keys(Object(valueAt(raw, ['operators'])) as object).map(describeValue).join(', ')}`,
  service: (raw, path) => {
    if (path[0] === 'cmp') return '"none", as no consent is claimed';
    const operators = Object.entries(Object(valueAt(raw, ['operators'])) as object);
    const [key] = operators.find(([, operator]) => isMoreThanAsked(Object(operator) as Raw)) ?? [];
    return `"consent", as ${key} is not self-hosted or has analytics`;
  },
  transfer: (raw, path) => {
    const { country } = withBuiltIns(Object(valueAt(raw, path.slice(0, -2))) as Raw);
    return `what protects data sent to ${String(country)}: "adequacy", "dpf", "scc", "art49" or "unknown"`;
  },
};

/** What a rule with arguments expects. */
const MADE: Readonly<Record<string, (args: readonly string[]) => string>> = {
  '': (words) => words.map((word) => `"${word}"`).join(' or '),
  int: ([min, max]) => `a whole number from ${min} to ${max}`,
  text: ([max]) => (max === undefined ? 'a text' : `a text of at most ${max} characters`),
  is: ([type]) => (type === 'boolean' ? 'true or false' : `a ${type}`),
};

/** What an option expects in other words than its rule. */
const OF_OPTION: readonly (readonly [rule: string, path: RegExp, expected: string])[] = [
  ['links', /^privacyUrl$/, "a link to the site's privacy notice"],
  ['object', /^messages\../, 'an object of texts'],
  ['name', /release$/, 'a name like release-1234'],
  ['needed', /country$/, COUNTRY],
  ['software', /address$/, 'with software "other", an address like https://meet.example.eu/path/{room} on its domain; else nothing'],
  ['software', /(softwareName|stored)$/, `with software "other", ${LABEL}, or one for each language tag; else nothing`],
  ['software', /allow$/, 'permissions with software "other" only'],
];

/** The options that are texts by language: below one of them stands a language. */
const BY_LANGUAGE = /^(privacyUrl|retention|purpose|label|url|legalBasis|softwareName|stored)$/;

/** The language at which a text is wrong; undefined where the fault is not about a text of a language. */
function languageAt({ path, rule }: Fault): string | undefined {
  const last = String(path.at(-1));
  return /^(labels|links)$/.test(rule) && !BY_LANGUAGE.test(last) ? last : undefined;
}

const isTag = (text: string): boolean => PLACEHOLDER_RULES.tag.test(text);

function expectedOf({ path, rule }: Fault, raw: unknown): string {
  const [name = '', ...args] = rule.split('|');
  const language = languageAt({ path, rule });
  if (language !== undefined) return isTag(language) ? EXPECTED[name.slice(0, -1)] ?? name : 'a language tag like de or pt-BR';
  const option = OF_OPTION.find(([of, pattern]) => of === name && pattern.test(joinPath(path)));
  return option?.[2] ?? RELATED[name]?.(raw, path) ?? MADE[name]?.(args) ?? EXPECTED[name] ?? name;
}

function foundOf({ path, rule }: Fault, raw: unknown): string {
  const language = languageAt({ path, rule });
  if (language !== undefined && !isTag(language)) return describeValue(language);
  if (rule === 'unknown-key') return 'one';
  return rule === 'filled' ? 'none' : rule === 'reserved' ? 'a reserved one' : describeValue(valueAt(raw, path));
}

function say(fault: Fault, raw: unknown): Omit<GateIssue, 'path'> {
  try {
    return { expected: expectedOf(fault, raw), found: foundOf(fault, raw) };
  } catch {
    return { expected: UNREADABLE, found: 'others' }; // A value that throws when it is looked at has no words.
  }
}

/** Says in words for the owner what is wrong with a configuration: each place once, below a prefix where it is a part. */
export function wordIssues(faults: readonly Fault[], raw: unknown, prefix: Path = []): GateIssue[] {
  const issues = new Map<string, GateIssue>();
  // A reserved key is an unknown one as well, and its name is the greater fault.
  const isFirst = ({ rule }: Fault): boolean => rule === 'reserved';
  for (const fault of [...faults.filter(isFirst), ...faults.filter((one) => !isFirst(one))]) {
    const path = joinPath([...prefix, ...fault.path]);
    if (!issues.has(path)) issues.set(path, { path, ...say(fault, raw) });
  }
  return [...issues.values()];
}

import { type GateIssue, describeValue } from '../lib/errors.js';
import { isSameOrigin } from '../lib/same-origin.js';
import { canonicalHost } from '../lib/url.js';
import type { EmbedAttribute } from './embed-attributes.js';
import type { Operator } from './operator.js';
import type { Settings } from './settings.js';
import { roomProblem } from './room.js';

/** What a placeholder says, as it stands there. */
export type EmbedInput = { readonly [name in EmbedAttribute]?: string } & {
  /** Jitsi settings read from the address of an `iframe[data-jitsi-src]`; they never win over the privacy preset. */
  readonly overrides?: Readonly<Record<string, unknown>>;
};

/** A placeholder that may be shown: everything in it is checked. */
export interface Embed {
  readonly room: string;
  readonly operator: Operator;
  readonly title: string;
  readonly lang: string;
  readonly start: 'click' | 'auto';
  readonly subject: string;
  /** Height of the meeting in CSS pixels. */
  readonly height: number;
  readonly poster: string;
  readonly overrides: Readonly<Record<string, unknown>>;
}

type Check = (value: string) => string | undefined;

const isText: Check = (value) => (value.length > 200 ? 'a text of at most 200 characters' : undefined);

const CHECKS: { readonly [name in EmbedAttribute]?: Check } = {
  title: isText,
  subject: isText,
  lang: (value) => (/^[a-z]{2,3}(-\w{2,8})*$/i.test(value) ? undefined : 'a language tag like de'),
  start: (value) => (/^(click|auto)$/.test(value) ? undefined : '"click" or "auto"'),
  height: (value) => (/^[1-9]\d{2,3}$/.test(value) ? undefined : 'a height in pixels from 100 to 9999'),
  poster: (value) => (isSameOrigin(value) ? undefined : "an image of the page's own origin"),
};

/** Finds the declared operator that a placeholder selects. A placeholder can never declare one (law R71). */
function selectOperator({ operator: key, domain }: EmbedInput, { operators, defaultOperator = '' }: Settings): Operator | GateIssue {
  const declared = [...operators.values()];
  const byKey = operators.get(key ?? defaultOperator);
  if (key !== undefined && !byKey) {
    return { path: 'operator', expected: `a declared operator (${[...operators.keys()].join(', ')})`, found: describeValue(key) };
  }
  if (domain === undefined) {
    return byKey ?? { path: 'operator', expected: 'a key, as there is no defaultOperator', found: 'nothing' };
  }
  const host = canonicalHost(domain);
  const candidates = key === undefined ? declared : declared.filter((operator) => operator === byKey);
  const expected = `the domain of a declared operator (${candidates.map((operator) => operator.domain).join(', ')})`;
  return candidates.find((operator) => operator.domain === host) ?? { path: 'domain', expected, found: describeValue(domain) };
}

function checkValues(input: EmbedInput): GateIssue[] {
  const problem = roomProblem(input.room);
  const issues: GateIssue[] = problem ? [{ path: 'room', ...problem }] : [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const value = input[name as EmbedAttribute];
    const expected = value === undefined ? undefined : check(value);
    if (expected) issues.push({ path: name, expected, found: describeValue(value) });
  }
  return issues;
}

/** Checks a placeholder against the site's configuration: what it may show, or everything that is wrong with it. */
export function resolveEmbed(input: EmbedInput, settings: Settings): Embed | GateIssue[] {
  const issues = checkValues(input);
  const operator = selectOperator(input, settings);
  if ('path' in operator) return [...issues, operator];
  if (issues.length > 0) return issues;
  const { room = '', title = '', lang = '', subject = '', poster = '', height = 560, overrides = {} } = input;
  const start = (input.start ?? settings.start) as Embed['start'];
  return { room: room.normalize('NFC'), operator, title, lang, start, subject, poster, height: Number(height), overrides };
}

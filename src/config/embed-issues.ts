import { faultsOf } from '../lib/check-form.js';
import { type GateIssue, describeValue } from '../lib/errors.js';
import { type EmbedInput, resolveEmbed } from './embed.js';
import { placeholderForm } from './placeholder-form.js';
import { PLACEHOLDER_RULES } from './placeholder-rules.js';
import { roomProblem } from './room-issue.js';
import type { Settings } from './settings.js';

/** What the rules of a placeholder expect. `roomProblem` says what is wrong with a room, without quoting it. */
const EXPECTED: Readonly<Record<string, string>> = {
  'text|200': 'a text of at most 200 characters',
  tag: 'a language tag like de',
  '|click|auto': '"click" or "auto"',
  height: 'a height: pixels from 100 to 9999, or up to 999 rem, vh, svh, dvh or %',
  poster: "an image of the page's own origin",
};

function valueIssues(input: EmbedInput): GateIssue[] {
  const { overrides: _, ...said } = input;
  return faultsOf(placeholderForm, said, PLACEHOLDER_RULES).map(({ path, rule }) => {
    const name = path.join('.');
    const problem = name === 'room' ? roomProblem(input.room) : undefined;
    const { expected, found } = problem ?? { expected: EXPECTED[rule] ?? 'a known attribute with a text', found: describeValue(Reflect.get(said, name)) };
    return { path: name, expected, found };
  });
}

/** Why no declared operator is selected. */
function operatorIssue({ operator: key, domain }: EmbedInput, { operators }: Settings): GateIssue {
  const byKey = key === undefined ? undefined : operators.get(key);
  if (key !== undefined && !byKey) {
    return { path: 'operator', expected: `a declared operator (${[...operators.keys()].join(', ')})`, found: describeValue(key) };
  }
  if (domain === undefined) return { path: 'operator', expected: 'a key, as there is no defaultOperator', found: 'nothing' };
  const candidates = byKey ? [byKey] : [...operators.values()];
  return { path: 'domain', expected: `the domain of a declared operator (${candidates.map((operator) => operator.domain).join(', ')})`, found: describeValue(domain) };
}

/** A room that every software may have. */
const EVERYWHERE = 'abc-defg-hij';

/** Everything that is wrong with a placeholder, in words; empty where it may be shown. */
export function embedIssues(input: EmbedInput, settings: Settings): GateIssue[] {
  const { operator, domain } = input;
  const selection = { room: EVERYWHERE, ...(operator !== undefined && { operator }), ...(domain !== undefined && { domain }) };
  const issues = valueIssues(input);
  const selected = resolveEmbed(selection, settings)?.operator;
  if (!selected) return [...issues, operatorIssue(input, settings)];
  const { room, roomIs = '' } = selected.known ?? {};
  // A room's name can be a secret (docs/law.md R44).
  const isOther = issues.every(({ path }) => path !== 'room') && room?.test(input.room ?? '') === false;
  return isOther ? [...issues, { path: 'room', expected: roomIs, found: 'another name' }] : issues;
}

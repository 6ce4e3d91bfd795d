import type { Operator } from '../config/operator.js';
import { type Settings, mayRemember } from '../config/settings.js';
import type { DecisionChange, Ledger } from '../consent/ledger.js';
import type { DecisionRecord } from '../consent/record.js';
import { judgeScriptWord } from '../consent/script-word.js';
import { recordDecision } from '../gate/record-decision.js';
import type { Site } from '../gate/site.js';
import { now } from '../lib/clock.js';
import { GateError, describeValue } from '../lib/errors.js';
import { pageLang } from '../lib/page-lang.js';
import { canonicalHost } from '../lib/url.js';
import { warnOnce } from '../lib/warn-once.js';

/** Who speaks for the visitor when a script records a decision (docs/law.md R45). */
export interface DecisionSource {
  /** `cmp` for a consent platform, `api` for anything else. */
  readonly source: 'cmp' | 'api';
  /** Its name and version. */
  readonly name: string;
  /** Whether the decision outlives the page view; default true. */
  readonly remember?: boolean;
  /**
   * When the visitor decided: a time, or ISO 8601. Without it a yes is taken for older than a refusal or a withdrawal at the gate,
   * as scripts say the same on every page view.
   */
  readonly at?: Date | string;
}

/** The part of a gate that reads and records decisions for scripts. */
export interface Decisions {
  /** The stored decision on an operator, current or not; by default on the default operator. */
  decision(operator?: string): DecisionRecord | undefined;
  /**
   * Records that the visitor agreed elsewhere, unless that counts already or the visitor has refused or withdrawn at the gate since.
   * @param operator - its key or its domain
   * @throws GateError without a named source, for a time that is none, or for an unknown operator
   */
  grant(operator: string, source: DecisionSource): void;
  /** Records that the visitor refused elsewhere, unless that counts already or is known to be older. @throws GateError as `grant`. */
  decline(operator: string, source: DecisionSource): void;
  /** Withdraws for one operator, or for all; settles when their meetings are removed from the page. */
  withdraw(operator?: string): Promise<void>;
  /** Calls back after every decision, here or in another tab. Returns how to stop. */
  subscribe(listener: (change: DecisionChange) => void): () => void;
}

function refuse(path: string, expected: string, value: unknown): never {
  throw new GateError('grant', [{ path, expected, found: describeValue(value) }]);
}

function checkSource(source: DecisionSource | undefined): void {
  const { source: by, name } = source ?? {};
  if ((by !== 'cmp' && by !== 'api') || typeof name !== 'string' || !name.trim()) refuse('source', '{ source: "cmp" or "api", name }', source);
}

/** The time of a decision in milliseconds; undefined where none is said. */
function readTime({ at }: DecisionSource): number | undefined {
  const time = at === undefined ? undefined : new Date(at).getTime();
  return time === undefined || time <= now() ? time : refuse('at', 'a time in the past, as a Date or ISO 8601', at);
}

/** The operator with a key or a domain. */
function findOperator({ operators, defaultOperator = '' }: Settings, name = defaultOperator): Operator {
  const host = canonicalHost(name);
  const found = operators.get(name) ? [operators.get(name)] : [...operators.values()].filter(({ domain }) => domain === host);
  const [operator, other] = found;
  if (other) refuse('operator', `a key, as several have this domain: ${found.map((one) => one?.key).join(', ')}`, name);
  return operator ?? refuse('operator', `one of ${[...operators.keys()].join(', ')}, or the domain of one`, name);
}

/** The part of a gate that reads and records decisions for scripts. */
export function createDecisions(site: Site, ledger: Ledger): Decisions {
  const { settings } = site;
  const decideFor = (decision: 'granted' | 'declined', key: string, source: DecisionSource): void => {
    checkSource(source);
    const at = readTime(source);
    const operator = findOperator(settings, key);
    const verdict = judgeScriptWord({ decision, at, stored: ledger.decision(operator), standing: ledger.standing(operator), now: now() });
    if (verdict === 'older') warnOnce('grant', `${source.name} says ${decision}, and the visitor decided otherwise at the gate; say when the visitor decided (at) where that was later`);
    if (verdict !== 'record') return;
    const isLasting = (source.remember ?? true) && (decision === 'declined' || mayRemember(settings, operator));
    const scope = isLasting ? 'remembered' : 'once';
    recordDecision(site, operator, { decision, scope, source: source.source, sourceName: source.name, lang: pageLang(), text: '' });
  };
  return {
    decision: (key) => ledger.decision(findOperator(settings, key)),
    grant: (key, source) => decideFor('granted', key, source),
    decline: (key, source) => decideFor('declined', key, source),
    async withdraw(key) {
      const decided = [...settings.operators.values()].filter((operator) => ledger.decision(operator));
      const operators = key === undefined ? decided : [findOperator(settings, key)];
      for (const operator of operators.filter((one) => ledger.decision(one)?.decision !== 'withdrawn')) {
        recordDecision(site, operator, { decision: 'withdrawn', scope: 'remembered', source: 'api', sourceName: 'withdraw()', lang: pageLang(), text: '' });
      }
      const theirs = [...site.choice?.meetings ?? []].filter((meeting) => operators.some((operator) => operator.key === meeting.operator));
      await Promise.all(theirs.map(({ removed }) => removed));
    },
    subscribe: ledger.subscribe,
  };
}

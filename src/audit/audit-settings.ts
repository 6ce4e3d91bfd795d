import { SEVERITIES } from '../desk/advice.js';
import { type Release, ANY_RELEASE } from './builds.js';
import type { Checked, Finding } from './finding.js';
import { judgeRules } from './judge.js';
import { RULES } from './rules.js';
import { type Outcome, type Script, type Unread, runScripts } from './script/run-scripts.js';
import { isPrimitive, optionsOf } from './script/values.js';
import { SPECIAL, operatorFacts } from './special.js';
import { type Subject, ownHost, settingOf } from './subject.js';

/** What an audit has found. */
export interface Report {
  readonly host: string | undefined;
  readonly release: Release;
  readonly findings: readonly Finding[];
  readonly checked: readonly Checked[];
  /** Facts of the operator for the gate's configuration. */
  readonly operator: Readonly<Record<string, unknown>>;
}

/** The worst first; in each severity the certain ones first. */
export const sorted = (findings: readonly Finding[]): Finding[] => findings.toSorted((one, other) => (
  SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity) || Number(other.certainty === 'certain') - Number(one.certainty === 'certain')));

/** A part of a script that was not read is a finding: behind it there may be anything. */
const unreadFinding = ({ script, line, why }: Unread): Finding => ({
  severity: 'medium', certainty: 'certain', setting: `${script}:${line}`, found: why, problem: 'what stands there, or after it, was not judged', hosts: [], remedy: 'look at that line, and correct it',
});

/** Settings of which nobody can tell what they are, as they depend on who opens the page. */
function openSettings(subject: Subject): Checked[] {
  const keys = [...new Set(RULES.filter(({ in: root }) => !root).map(({ key }) => key))].filter((key) => settingOf(subject, key).isOpen);
  return keys.map((what) => ({ what, result: undefined, why: 'its value is not known from the configuration' }));
}

/** Whether there is a configuration at all. */
const hasConfig = ({ outcome }: Subject): boolean => optionsOf(outcome.config).some((value) => !isPrimitive(value) && value.type === 'object' && value.props.size > 0);

/** Of which server settings are judged. */
interface Of {
  readonly host?: string | undefined;
  readonly release?: Release;
}

/** Judges the settings that scripts make, in the order in which a page would run them. */
export const auditSettings = (scripts: readonly Script[], of: Of = {}): Report => auditOutcome(runScripts(scripts), of);

/** Judges what scripts have set. */
export function auditOutcome(outcome: Outcome, { host, release = ANY_RELEASE }: Of): Report {
  const subject: Subject = { outcome, host, release };
  if (!hasConfig(subject)) {
    const findings = [...outcome.unread.map(unreadFinding)];
    return { host, release, findings, checked: [{ what: 'the configuration (config.js)', result: undefined, why: 'none was found' }], operator: {} };
  }
  const findings = sorted([...outcome.unread.map(unreadFinding), ...judgeRules(RULES, subject), ...SPECIAL.flatMap((judge) => judge(subject))]);
  const isFound = (key: string): boolean => findings.some(({ setting }) => setting === key || setting === `interfaceConfig.${key}`);
  const checked = [...new Set(RULES.map(({ key }) => key))].filter((key) => !settingOf(subject, key).isOpen).map((what): Checked => ({ what, result: isFound(what) ? 'found' : 'fine' }));
  return { host: ownHost(subject), release, findings, checked: [...checked, ...openSettings(subject)], operator: operatorFacts(subject) };
}

import { abroad } from '../config/abroad.js';
import { checkConfig } from '../config/check.js';
import type { Operator } from '../config/operator.js';
import type { ConfigInput } from '../config/schema.js';
import { type Settings, mayRemember } from '../config/settings.js';
import { unnamedStun } from '../facts/software/jitsi-hosts.js';
import { deskSettings } from './policy.js';

/** How much something matters: `high` is wrong, and no gate of the page can be used; the others are weak. */
export const SEVERITIES = ['info', 'low', 'medium', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something about a configuration that its owner should know. */
export interface Advice {
  /** What it is about, for programs: `transfer`; `issue` for what is wrong. */
  readonly id: string;
  readonly severity: Severity;
  /** Where it stands, in the owner's own words: `operators.clinic.transfer.tool`. */
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

type Test = readonly [id: string, severity: Severity, isWeak: boolean, path: string, problem: string, remedy: string];

const weak = (tests: readonly Test[], prefix = ''): Advice[] => tests.filter(([, , isWeak]) => isWeak).map(([id, severity, , path, problem, remedy]) => ({ id, severity, path: prefix + path, problem, remedy }));

const CERTAINTIES = ['recording', 'transcription', 'livestream'] as const;

/** What of one operator's declaration is weak. */
function operatorAdvice(operator: Operator, settings: Settings): Advice[] {
  const { key, kind, software, role, privacyUrl, retention, alternatives = [], analytics, embeddable } = operator;
  const unprotected = abroad(operator).filter(({ transfer: { tool } }) => tool === 'unknown');
  return weak([
    ['transfer', 'medium', unprotected.length > 0, 'transfer.tool', `data go to ${unprotected.map(({ name, country }) => `${name} (${country})`).join(', ')}, and no safeguard is stated; visitors read exactly that`, 'state the tool that protects them, with its evidence, or use an operator in the EEA'],
    ['meet-jit-si', 'medium', kind === 'meet.jit.si' && !software, 'domain', 'meet.jit.si asks the first participant to sign in with Google, GitHub or Facebook, and may end embedded calls after five minutes', 'use a server of your own or JaaS'],
    ['jaas-token', 'info', kind === 'jaas' && !software && settings.getToken === undefined, 'appId', 'JaaS lets visitors in by a token', 'give getToken; with the script tag in JitsiGateCallbacks'],
    ['operator-privacy', 'low', privacyUrl === undefined, 'privacyUrl', "the operator's own privacy notice is not named", 'name it'],
    ['role', 'low', role === undefined, 'role', 'it is not said what the operator is under the GDPR', 'state processor (with a contract by Art. 28), joint-controller or controller'],
    ['retention', 'low', retention === undefined, 'retention', 'it is not said how long the server keeps data', 'state it, as the privacy notice has to'],
    ['alternatives', 'low', alternatives.length === 0, 'alternatives', 'whoever refuses has no other way to take part', 'name one, like a telephone number or a contact page'],
    ['analytics', 'info', analytics === undefined && embeddable !== false, 'analytics', 'it is not said whether the server analyses use', 'look at analytics and callStats in its config.js, and state it'],
    ...CERTAINTIES.map((name): Test => [name, 'low', operator[name] === 'unknown', name, 'visitors read "not known"', 'state never, possible or always']),
  ], `operators.${key}.`);
}

/** What of the settings is weak. */
function siteAdvice(settings: Settings, config: ConfigInput): Advice[] {
  const { maxAgeDays, receipts, basis, start, storage, jitsi, operators } = settings;
  const stun = unnamedStun(jitsi?.configOverwrite);
  const isNeverRemembered = [...operators.values()].every((operator) => !mayRemember(settings, operator));
  return weak([
    ['max-age', 'low', maxAgeDays > 183, 'maxAgeDays', `a decision counts ${maxAgeDays} days; authorities recommend about six months`, 'lower it to 182, or have a reason'],
    ['site', 'low', config.site === undefined, 'site', "visitors read the page's host in place of who is responsible", 'name the controller'],
    ['receipts', 'info', basis === 'consent' && receipts === undefined, 'receipts', 'proof of a consent is kept by the visitor alone', 'name an address of your own site that gets each receipt'],
    ['memory', 'info', storage === 'memory', 'storage', 'every page view asks again, also right after a refusal', 'use local, unless you want that'],
    ['auto-start', 'info', start === 'auto' && isNeverRemembered, 'start', 'nothing can start by itself where nobody is remembered', 'leave it out'],
    ['stun', 'medium', stun !== undefined, 'jitsi.configOverwrite', `calls of two ask ${String(stun)} for their own address`, 'name your own server in p2p.stunServers, or leave direct connections off'],
  ]);
}

/** Everything that is wrong or weak in a configuration, the worst first. What is wrong keeps the rest from being looked at. */
export function adviseOn(config: unknown): Advice[] {
  const issues = checkConfig(config);
  if (issues.length > 0) return issues.map(({ path, expected, found }) => ({ id: 'issue', severity: 'high', path, problem: `found ${found}`, remedy: `write ${expected}` }));
  const settings = deskSettings(config as ConfigInput);
  const found = [...siteAdvice(settings, config as ConfigInput), ...[...settings.operators.values()].flatMap((operator) => operatorAdvice(operator, settings))];
  return found.toSorted((one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity));
}

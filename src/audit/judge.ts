import { PRIVACY_PRESET } from '../providers/jitsi/privacy-preset.js';
import { type Release } from './builds.js';
import type { Certainty, Finding } from './finding.js';
import type { Rule, Test } from './rule.js';
import { type Subject, hostsOf, isForeign, isPlaceholder, isTrue, itemsIn, mayBeTrue, settingOf } from './subject.js';
import { type Value, isPrimitive } from './script/values.js';

/** Whether a value is one of which a rule speaks. */
const TESTS: Readonly<Record<Test, (value: Value, subject: Subject) => boolean>> = {
  'true': (value) => value === true || (typeof value === 'string' && value !== ''),
  'false': (value) => value === false,
  'not false': (value) => value !== false,
  'set': (value) => isPrimitive(value) && value !== undefined && value !== null && value !== '' && value !== false && !isPlaceholder(String(value)),
  'foreign': (value, subject) => hostsOf(value).some((host) => isForeign(subject, host)),
  'own': (value, subject) => isSomething(value) && !hostsOf(value).some((host) => isForeign(subject, host)),
  'any host': (value) => isSomething(value),
  'filled': (value) => !isPrimitive(value) && value.type === 'array' && (value.isOpen || value.items.length > 0),
};

/** An address, also a relative one, that is no unedited example; or a list of some. */
const isSomething = (value: Value): boolean => itemsIn(value).some((item) => typeof item === 'string' && item !== '' && !isPlaceholder(item));

/** Whether a release may be one of those of which a rule speaks: certainly, perhaps, or not. */
function isOfRelease({ from = 0, to = Number.POSITIVE_INFINITY }: Partial<Release>, release: Release): boolean | undefined {
  if (release.to < from || release.from > to) return false;
  return release.from >= from && release.to <= to ? true : undefined;
}

/** Each value that counts, absent ones as what holds then; undefined for what is not known. */
function valuesOf({ key, in: root, absent }: Rule, subject: Subject): (Value | 'unknown')[] {
  const { values, isOpen } = settingOf(subject, key, root);
  const counted = values.map((value): Value | 'unknown' => {
    if (value !== undefined) return value;
    return absent ? absent(subject.release) ?? 'unknown' : undefined;
  });
  return isOpen ? [...counted, 'unknown'] : counted;
}

/** What was found, without anything that may be a secret. */
function foundText(value: Value, isAbsent: boolean): string {
  if (isAbsent) return `absent, so ${String(value)}`;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  const hosts = hostsOf(value);
  return hosts.length > 0 ? hosts.join(', ') : 'set';
}

const PRESET = new Set(PRIVACY_PRESET.map(({ key }) => key));

/** What a page that embeds the meeting can do about a setting. */
export function embedWords({ key, isForPages }: Pick<Rule, 'key' | 'isForPages'>): string {
  if (!isForPages) return 'only the server can change it';
  return PRESET.has(key) ? 'an embedding page can change it, and the gate’s preset does' : 'an embedding page can change it (jitsi.configOverwrite)';
}

const severityOf = ({ severity }: Rule, certainty: Certainty): Finding['severity'] => (certainty === 'maybe' && severity === 'high' ? 'medium' : severity);

/** Whether a row speaks of a server at all: of its release, and of settings that are neither switched off nor without effect. */
const isAbout = ({ only = {}, unless = [], needs = [] }: Rule, subject: Subject): boolean => (
  isOfRelease(only, subject.release) !== false && !unless.some((key) => isTrue(subject, key)) && needs.every((key) => isNeeded(subject, key)));

/** How sure it is that what a row speaks of is so. */
function certaintyOf({ only = {}, unless = [] }: Rule, subject: Subject, isEach: boolean): Certainty {
  return isEach && isOfRelease(only, subject.release) === true && !unless.some((key) => mayBeTrue(subject, key)) ? 'certain' : 'maybe';
}

/** Who is contacted by what was found. */
function contactsOf({ contacts }: Rule, hits: readonly Value[]): Pick<Finding, 'hosts' | 'country'> {
  if (contacts === 'value') return { hosts: hits.flatMap(hostsOf) };
  const [host, country] = contacts ?? [];
  return { hosts: host === undefined ? [] : [host], ...country !== undefined && { country } };
}

/** Judges one row. Undefined where it has nothing to say. */
function judgeRule(rule: Rule, subject: Subject): Finding | undefined {
  const { key, in: root, when } = rule;
  if (!isAbout(rule, subject)) return undefined;
  const { isOpen, values: said } = settingOf(subject, key, root);
  const values = valuesOf(rule, subject);
  const hits = values.filter((value): value is Value => value !== 'unknown' && TESTS[when](value, subject));
  // What is not known at all is told as that, elsewhere; a default that depends on the release is told here.
  const isByRelease = !isOpen && values.length === 1 && values[0] === 'unknown';
  if (hits.length === 0 && !isByRelease) return undefined;
  const certainty = certaintyOf(rule, subject, hits.length === values.length);
  return {
    severity: severityOf(rule, certainty),
    certainty,
    setting: root ? `${root}.${key}` : key,
    found: isByRelease ? 'absent; what holds then depends on the release' : foundText(hits[0], said.every((value) => value === undefined)),
    problem: `it ${rule.does}`,
    ...contactsOf(rule, hits),
    remedy: rule.remedy,
    embed: embedWords(rule),
  };
}

/** Whether a setting that another one needs may be there. */
function isNeeded(subject: Subject, key: string): boolean {
  const { values, isOpen } = settingOf(subject, key);
  return isOpen || values.some((value) => value !== undefined && value !== null && value !== false && value !== '');
}

/** Judges all rows. */
export const judgeRules = (rules: readonly Rule[], subject: Subject): Finding[] => rules.flatMap((rule) => judgeRule(rule, subject) ?? []);

import type { Release } from './builds.js';
import { type Outcome, type Setting, settingAt } from './script/run-scripts.js';
import { type Primitive, type Value, isPrimitive } from './script/values.js';

/** A server whose settings are judged. */
export interface Subject {
  readonly outcome: Outcome;
  /** The host that is audited; undefined where only files are there, whose `hosts.domain` stands in. */
  readonly host: string | undefined;
  readonly release: Release;
}

/** The setting of a name; `in` another object than `config`. */
export const settingOf = ({ outcome }: Subject, key: string, root: 'config' | 'interfaceConfig' = 'config'): Setting => settingAt(outcome[root], key);

/** The one value of a setting; undefined where it is absent, or may be several. */
export function knownValue(subject: Subject, key: string): Primitive {
  const { values: [value], isOpen } = settingOf(subject, key);
  return isOpen || !isPrimitive(value) ? undefined : value;
}

/** A text that is not empty counts as true, whatever it says. */
const counts = (value: Value): boolean => value === true || (typeof value === 'string' && value !== '');

/** Whether a setting is certainly true. */
export const isTrue = (subject: Subject, key: string): boolean => {
  const { values, isOpen } = settingOf(subject, key);
  return !isOpen && values.length === 1 && values.every(counts);
};

/** Whether a setting may be true. */
export const mayBeTrue = (subject: Subject, key: string): boolean => settingOf(subject, key).values.some(counts);

/** What stands in a value: in lists, and in entries with `urls` or `url`. Each thing once, as one may hold itself. */
export function itemsIn(value: Value): Value[] {
  const seen = new Set<Value>();
  const open = [value];
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (isPrimitive(next)) continue;
    if (next.type === 'array') open.push(...next.items);
    else if (next.type === 'maybe') open.push(...next.options);
    else if (next.type === 'object') open.push(next.props.get('urls'), next.props.get('url'));
  }
  return [...seen];
}

const textsIn = (value: Value): string[] => itemsIn(value).filter((item) => typeof item === 'string');

/** The host in an address, also in one of a STUN server; undefined where it is a path. */
export function hostIn(address: string): string | undefined {
  const text = address.trim();
  const [, ice] = /^(?:stuns?|turns?):(?:\/\/)?(\[[^\]]+\]|[^:?/]+)/i.exec(text) ?? [];
  if (ice !== undefined) return ice.toLowerCase();
  const [, host] = /^(?:[a-z]+:)?\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:/?#]+)/i.exec(text) ?? [];
  return host?.toLowerCase();
}

/** Hosts of an unedited example, which nobody contacts. */
const EXAMPLE = /(?:^|[.-])(?:example\.(?:com|org|net)|jitsi-meet\.example\.com)$|^your-|^<|^\{\{|^yourdomain/;
export const isPlaceholder = (text: string): boolean => EXAMPLE.test(hostIn(text) ?? text) || /<[A-Z_ ]+>|\byour-[a-z-]+/.test(text);

/** The hosts that a value names, but for those of an unedited example. */
export const hostsOf = (value: Value): string[] => [...new Set(textsIn(value).filter((text) => !isPlaceholder(text)).flatMap((text) => hostIn(text) ?? []))];

/** Public suffixes of two parts under which many sites of different people stand; what is left away makes hosts look related at most. */
const TWO_PARTS = /\.(?:co|com|org|net|gov|ac|edu)\.[a-z]{2}$/;

/** The part of a host that somebody has registered. */
export function registrable(host: string): string {
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const parts = host.split('.');
  return parts.slice(TWO_PARTS.test(host) ? -3 : -2).join('.');
}

/** The audited host: the one that was named, else that of the configuration. */
export function ownHost(subject: Subject): string | undefined {
  const domain = knownValue(subject, 'hosts.domain');
  return subject.host ?? (typeof domain === 'string' ? domain : undefined);
}

/** Whether a host is somebody else's; a path and the audited host's relatives are its own. */
export function isForeign(subject: Subject, host: string): boolean {
  const own = ownHost(subject);
  return own === undefined || registrable(host) !== registrable(own);
}


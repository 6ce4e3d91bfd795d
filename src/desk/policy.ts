import { type Settings, readSettings } from '../config/settings.js';
import type { Operator } from '../config/operator.js';
import type { ConfigInput } from '../config/schema.js';
import { JITSI_ALLOW } from '../facts/software/jitsi-allow.js';
import { OTHERS } from '../facts/software/others.js';
import { addServices } from '../facts/software/services.js';
import { parseUrl } from '../lib/url.js';

/**
 * `desk`: what owners need besides the gate, as pure functions of their configuration. Nothing of a visitor's imports from here. A
 * configuration has been checked before it comes here (config/check.ts).
 */

/** The directives of a policy, in their order, each with its sources. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** What a policy is made for besides the configuration. */
export interface PolicyOptions {
  /** How scripts are let in: by a nonce, or by the hosts that they come from. */
  readonly form: 'nonce' | 'hosts';
  /** What placeholders and the script tag of the page use besides. */
  readonly uses?: readonly ('poster' | 'config-file')[];
}

/** Settings from a configuration, with all that is known of public services and other software. */
export function deskSettings(config: ConfigInput): Settings {
  addServices();
  const settings = readSettings(config);
  for (const operator of settings.operators.values()) operator.known = operator.software && OTHERS[operator.software];
  return settings;
}

/** The operators whose meetings are shown in the page. One that refuses frames has a link. */
const embedded = ({ operators }: Settings): Operator[] => [...operators.values()].filter(({ embeddable }) => embeddable !== false);

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The operators whose script the page loads. */
const scripted = (settings: Settings): Operator[] => (settings.mode === 'api' ? embedded(settings).filter(({ software }) => !software) : []);

/** The origin of the gate's own files, where they lie on another host than the page. */
function filesOrigin({ files }: Settings): string[] {
  const origin = /^(https?:)?\/\//.test(files ?? '') ? parseUrl(String(files).replace(/^\/\//, 'https://'))?.origin : undefined;
  return origin === undefined ? [] : [origin];
}

/** The smallest Content-Security-Policy under which everything of this configuration works, and nothing else. */
export function contentPolicy(settings: Settings, { form, uses = [] }: PolicyOptions): Policy {
  const scripts = scripted(settings).map(({ origin }) => origin);
  const isFetching = settings.receipts !== undefined || uses.includes('config-file');
  const directives: [string, readonly string[]][] = [
    ['default-src', ["'none'"]],
    ['script-src', form === 'nonce' ? ["'nonce-…'"] : unique(["'self'", ...filesOrigin(settings), ...scripts])],
    ['frame-src', unique(embedded(settings).map(({ origin }) => origin))],
    ['img-src', uses.includes('poster') ? ["'self'"] : []],
    ['connect-src', isFetching ? ["'self'"] : []],
    ['require-trusted-types-for', ["'script'"]],
    ['trusted-types', [...scripts.length > 0 ? ['jitsi-gate'] : [], 'lit-html']],
  ];
  return new Map(directives.filter(([, sources]) => sources.length > 0));
}

/** A policy as one line, as a header wants it. */
export const policyText = (policy: Policy): string => [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');

/** What an operator's frame may do. */
function permissionsOf({ software, allow }: Operator, { frame }: Settings): readonly string[] {
  return [...(software ? allow ?? OTHERS[software].allow : JITSI_ALLOW), ...frame?.allow ?? []];
}

/**
 * The smallest Permissions-Policy: each permission that a meeting's frame is given, for the page and for that server. The page has to have
 * it as well, as nobody can hand on what they have not.
 */
export function permissionsPolicy(settings: Settings): string {
  const allowed = new Map<string, string[]>();
  for (const operator of embedded(settings)) {
    for (const permission of permissionsOf(operator, settings)) allowed.set(permission, [...allowed.get(permission) ?? [], `"${operator.origin}"`]);
  }
  return [...allowed].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([permission, origins]) => `${permission}=(${['self', ...unique(origins)].join(' ')})`).join(', ');
}

import { type BuiltInOperator, builtInAt } from '../facts/software/jitsi.js';
import type { JitsiKind } from '../facts/software/jitsi-kinds.js';
import { canonicalHost } from '../lib/url.js';

const builtIn = (domain: string): BuiltInOperator | undefined => builtInAt(canonicalHost(domain) ?? '');

/** The kind of server behind a host name. */
export function kindOf(domain: string): JitsiKind {
  return builtIn(domain)?.kind ?? 'self-hosted';
}

/** Adds what is known of the public servers, so that naming the domain is enough; what the owner states goes before it. */
export function withBuiltIns(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { domain } = input;
  return typeof domain === 'string' ? { ...builtIn(domain)?.facts, ...input } : input;
}

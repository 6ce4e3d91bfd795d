import type { Policy } from './policy.js';

/** Who decides where a directive is not there, besides itself (CSP Level 3, "directive fallback list"). */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
};

/** Reads one policy. Of a directive that stands there twice the first counts, as in browsers. */
export function readPolicy(text: string): Map<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/** Adds what is missing to a list of sources; `'none'` means nothing beside others. */
const withSources = (sources: readonly string[], more: readonly string[]): string[] => [...new Set([...sources, ...more].filter((source) => !/^'none'$/i.test(source)))];

/** What is missing in the sources that decide. A nonce that is asked for already is handed on to the gate's files and the meeting's script. */
function missingIn(sources: readonly string[], name: string, needed: readonly string[]): string[] {
  if (name === 'script-src' && sources.some((source) => /^'nonce-/i.test(source))) return [];
  const isCovered = (source: string): boolean => sources.includes(source) || (sources.includes('*') && !source.startsWith("'nonce-"));
  return needed.filter((source) => !isCovered(source));
}

/** Adds a need to the directives, where it is not met. A directive for more than this stays as it is: one of its own opens nothing else. */
function meet(policy: Map<string, readonly string[]>, name: string, needed: readonly string[]): void {
  const deciding = FALLBACKS[name]?.find((one) => policy.has(one));
  const sources = policy.get(deciding ?? '');
  if (deciding === undefined || sources === undefined) return;
  const missing = missingIn(sources, name, needed);
  if (missing.length === 0) return;
  const isWide = deciding === 'default-src' || deciding === 'child-src';
  // Nonces, hashes and words mean nothing for anything but scripts.
  const kept = isWide && name !== 'script-src' ? sources.filter((source) => !/^'(?!self')/i.test(source)) : sources;
  policy.set(isWide ? name : deciding, withSources(kept, missing));
}

/** Trusted Types: what the page does not ask for needs nothing; a policy's name is added to those that are listed. */
function meetTypes(policy: Map<string, readonly string[]>, names: readonly string[]): void {
  const listed = policy.get('trusted-types');
  if (listed && !listed.includes('*')) policy.set('trusted-types', withSources(listed, names));
}

/** A sandboxed page needs its origin, and its scripts. */
function meetSandbox(policy: Map<string, readonly string[]>): void {
  const sandbox = policy.get('sandbox');
  if (sandbox) policy.set('sandbox', withSources(sandbox, ['allow-scripts', 'allow-same-origin']));
}

/**
 * Merges what the gate needs into a policy that a site sends already: nothing that it lets in is taken away, and nothing is added that is
 * not needed.
 */
export function mergePolicy(existing: string, ours: Policy): Policy {
  const merged = readPolicy(existing);
  for (const [name, needed] of ours) if (FALLBACKS[name]) meet(merged, name, needed);
  meetTypes(merged, ours.get('trusted-types') ?? []);
  meetSandbox(merged);
  return merged;
}

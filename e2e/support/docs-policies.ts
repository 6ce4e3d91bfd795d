import { docSection } from '../../test/support/doc-pages.js';

/** A policy that docs/hosting.md tells owners to send, as one line; its nonce is written `nonce-…`. */
export function docsPolicy(name: string): string {
  const policy = docSection(`csp: ${name}`, '/csp').replaceAll('```', '').trim();
  // A server that is given two lines sends the first.
  if (policy.includes('\n')) throw new Error(`docs/hosting.md has ${name} in several lines`);
  return policy;
}

/** The addition to it that docs/hosting.md names for something that an owner uses. */
export function docsAddition(use: string): string {
  const row = docSection('csp-more').split('\n').find((line) => line.startsWith('|') && line.split('|')[1]?.replaceAll('`', '').trim() === use);
  const [, addition] = /`([^`]+)`/.exec(row?.split('|')[2] ?? '') ?? [];
  if (addition === undefined) throw new Error(`docs/hosting.md has nothing to add for ${use}`);
  return addition;
}

/** A policy without one source of one of its directives; the directive stays. */
export function without(policy: string, directive: string, source: string): string {
  const parts = policy.split(';').map((part) => part.trim().split(' '));
  return parts.map(([name, ...sources]) => [name, ...sources.filter((own) => name !== directive || own !== source)].join(' ')).join('; ');
}

/** Every source that a policy lets in, as pairs with its directive; not what only forbids. */
export function admissionsOf(policy: string): [directive: string, source: string][] {
  const parts = policy.split(';').map((part) => part.trim().split(' '));
  return parts.flatMap(([name = '', ...sources]) => (
    name === 'default-src' || name === 'require-trusted-types-for' ? [] : sources.map((source): [string, string] => [name, source])));
}
